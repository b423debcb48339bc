import { useLingui } from '@lingui/react/macro';
import type { FactorProvider } from '@/gen/graphql';
import { Select } from '@/ui';

interface Props {
  value: FactorProvider;
  onChange: (provider: FactorProvider) => void;
  error?: string;
  /** Why it cannot be chosen now. */
  reason?: 'no-account';
}

/** **Authentication Factor Provider**. */
export function FactorSelect({ value, onChange, error, reason }: Props) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Authentication Factor Provider`}
      description={
        reason
          ? t`It belongs to an account. Switch the invitation below on first.`
          : t`Asked for from the next sign-in on. An app or a passkey is set up then.`
      }
      isDisabled={!!reason}
      options={[
        { id: 'NONE', name: t`None` },
        { id: 'TOTP', name: t`Authenticator app` },
        { id: 'EMAIL', name: t`Email code` },
        { id: 'PASSKEY', name: t`Passkey` },
      ]}
      value={value}
      onChange={(id) => id && onChange(id as FactorProvider)}
      error={error}
    />
  );
}
