import { useLingui } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { useSwitchedOff } from '@/lib/viewer';
import { TextField } from '@/ui';

/** **Note**: for administrators who may read notes, never for the user. */
export function NoteField() {
  const { t } = useLingui();
  const { control } = useFormContext<{ note: string }>();
  const reason = useSwitchedOff('NOTES');
  return (
    <TextField
      label={t`Note`}
      hideLabel
      multiline
      isDisabled={reason !== undefined}
      description={reason ?? t`Private: seen by administrators who may read notes, never by the user.`}
      {...useField(control, 'note')}
    />
  );
}
