import { useLingui } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { Select } from '@/ui';
import { useRoles } from './useRoles';

/**
 * **Assigned Role**: those that the viewer may not give are shown, disabled, with the reason. None said means Member,
 * for whoever may give that; others must choose.
 */
export function RoleField() {
  const { t } = useLingui();
  const { control, watch } = useFormContext<{ roleId: string | null; groups?: readonly unknown[] }>();
  const { options, member, globalAdministrator, mayGrant } = useRoles();
  const usual = member !== undefined && mayGrant(member) ? member : null;
  const { value, ...field } = useField(control, 'roleId');
  const hasCustomGroup = (watch('groups') ?? []).length > 0;
  const offered = options.map((option) =>
    option.id === globalAdministrator && hasCustomGroup && !option.isDisabled && value !== option.id
      ? { ...option, isDisabled: true, reason: t`Only for users of the Default group.` }
      : option,
  );
  return (
    <Select
      label={t`Assigned Role`}
      description={t`What they may do once they have signed in.`}
      options={offered}
      value={value ?? usual}
      {...field}
    />
  );
}
