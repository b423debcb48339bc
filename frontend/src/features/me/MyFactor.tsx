import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { RecoveryCodes } from '@/parts/factors/RecoveryCodes';
import { useProof } from '@/parts/factors/useProof';
import { Button, LinkButton, Note } from '@/ui';
import type { MyAccount } from './meQuery';
import { useDoing } from '@/lib/useDoing';

const RenewDocument = graphql(`
  mutation RenewRecoveryCodes {
    renewRecoveryCodes {
      recoveryCodes
      userErrors {
        code
        message
      }
    }
  }
`);

/** One's own second factor. */
export function MyFactor({ account: { factorProvider, requiredFactor } }: { account: MyAccount }) {
  const { t } = useLingui();
  const [codes, setCodes] = useState<readonly string[]>();
  const { trouble, isPending, doing } = useDoing();
  const { proving, dialog } = useProof();
  const renew = () =>
    doing(async () => {
      const { recoveryCodes, userErrors } = await proving(
        async () => (await request(RenewDocument, {})).renewRecoveryCodes,
        (answer) => answer.userErrors[0]?.code,
      );
      setCodes(recoveryCodes ?? undefined);
      return userErrors[0]?.message;
    });
  return (
    <>
      <h2>
        <Trans>Second factor</Trans>
      </h2>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      {dialog}
      <p>
        {requiredFactor === 'EMAIL' && <Trans>A code by email, each time that you sign in.</Trans>}
        {requiredFactor === 'TOTP' && <Trans>An authenticator app, with recovery codes for when it is away.</Trans>}
        {requiredFactor === 'PASSKEY' && <Trans>One of your passkeys.</Trans>}
        {requiredFactor === 'NONE' && <Trans>None: your password alone lets you in.</Trans>}
      </p>
      {(factorProvider === 'NONE' || factorProvider === 'TOTP') && (
        <LinkButton wide href={`${routes.enrol}?from=me`}>
          {factorProvider === 'NONE' ? t`Set up an authenticator app` : t`Set up another authenticator app`}
        </LinkButton>
      )}
      {codes && <RecoveryCodes codes={codes} />}
      {factorProvider === 'TOTP' && !codes && (
        <Button wide onPress={() => void renew()} isPending={isPending}>
          {t`Renew recovery codes`}
        </Button>
      )}
    </>
  );
}
