import { useLingui } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { useCan } from '@/lib/viewer';
import { FieldGrid, RadioGroup, Switch, TextField } from '@/ui';
import type { CreateValues } from './createForm';
import { FactorSelect } from './FactorSelect';
import { RoleField } from './RoleField';

/** **Email**, which can never be changed. */
export function EmailField() {
  const { t } = useLingui();
  const { control } = useFormContext<CreateValues>();
  return (
    <TextField
      label={t`Email`}
      type="email"
      isRequired
      autoComplete="off"
      description={t`It can't be changed later.`}
      {...useField(control, 'email')}
    />
  );
}

/** **Login Name** and **Assigned Role**. */
export function AccessFields() {
  const { t } = useLingui();
  const can = useCan();
  const { control } = useFormContext<CreateValues>();
  const loginName = useField(control, 'loginName');
  return (
    <FieldGrid>
      {can('ACCOUNTS_MANAGE') && (
        <TextField
          label={t`Login Name`}
          autoComplete="off"
          spellCheck="false"
          description={t`Used to sign in, beside the email. Empty means the email.`}
          {...loginName}
        />
      )}
      <RoleField />
    </FieldGrid>
  );
}

/** Whether there is an account, and when its owner is told. */
export function InvitationFields() {
  const { t } = useLingui();
  const { control, watch } = useFormContext<CreateValues>();
  const isInvited = useField(control, 'isInvited');
  const notify = useField(control, 'notify');
  const email = watch('email').trim();
  return (
    <>
      <Switch
        label={t`Send invitation to create a password`}
        description={
          isInvited.value
            ? t`They get an account, and an email with a link to choose a password of their own.`
            : t`Off: no account, no mail. You can invite them later.`
        }
        {...isInvited}
      />
      {isInvited.value && (
        <RadioGroup
          label={t`When`}
          options={[
            {
              id: 'IMMEDIATELY',
              name: t`Now`,
              description: email
                ? t`The invitation goes out to ${email} on saving.`
                : t`The invitation goes out on saving.`,
            },
            {
              id: 'BY_JOB',
              name: t`At the next Notification job`,
              description: t`Nothing goes out until such a job runs.`,
            },
          ]}
          {...notify}
        />
      )}
    </>
  );
}

/** **Authentication Factor Provider**: what they sign in with beside the password. */
export function FactorField() {
  const { control, watch } = useFormContext<CreateValues>();
  const { value, onChange, error } = useField(control, 'factorProvider');
  return (
    <FactorSelect
      value={value}
      onChange={onChange}
      error={error}
      reason={watch('isInvited') ? undefined : 'no-account'}
    />
  );
}

/** Whether they receive email communication; off unless said. */
export function ConsentSwitch() {
  const { t } = useLingui();
  const { control } = useFormContext<CreateValues>();
  const mayKeep = useCan()('CONSENT_WRITE');
  return (
    <Switch
      label={t`Receives email communication`}
      description={
        mayKeep
          ? t`Switch it on only if they have agreed. Invitations and resets are sent either way.`
          : t`Your role may not switch it on. Invitations and resets are sent either way.`
      }
      isDisabled={!mayKeep}
      {...useField(control, 'emailSubscribed')}
    />
  );
}
