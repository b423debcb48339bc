import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import type { FactorProvider } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { go } from '@/lib/navigation';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { Button, DescriptionList, LinkButton, Note } from '@/ui';
import { RecoveryCodes } from './RecoveryCodes';

const EndDocument = graphql(`
  mutation MySignIn($input: EndSessionsInput!) {
    endSessions(input: $input) {
      userErrors {
        message
      }
    }
  }
`);

const RenewDocument = graphql(`
  mutation MySignInRenew {
    renewRecoveryCodes {
      recoveryCodes
      userErrors {
        message
      }
    }
  }
`);

interface Session {
  id: string;
  lastSeenAt: string;
  ip?: string | null;
  userAgent?: string | null;
  current: boolean;
}

interface Props {
  userId: string;
  account: { factorProvider: FactorProvider; sessions: readonly Session[] };
}

/** One's own second factor, and where one is signed in. */
export function MySignIn({ userId, account: { factorProvider, sessions } }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const [codes, setCodes] = useState<readonly string[]>();
  const [trouble, setTrouble] = useState<string>();
  const [isPending, setPending] = useState(false);

  const doing = (work: () => Promise<string | undefined>) => {
    setPending(true);
    setTrouble(undefined);
    void work()
      .catch((thrown: unknown) => asFailure(thrown).message)
      .then((message) => {
        setTrouble(message);
        setPending(false);
      });
  };
  const renew = () =>
    doing(async () => {
      const { recoveryCodes, userErrors } = (await request(RenewDocument, {})).renewRecoveryCodes;
      setCodes(recoveryCodes ?? undefined);
      return userErrors[0]?.message;
    });
  const signOut = () =>
    doing(async () => {
      const refused = (await request(EndDocument, { input: { userId } })).endSessions.userErrors[0];
      if (!refused) go(routes.signIn);
      return refused?.message;
    });

  return (
    <>
      <h2>
        <Trans>Second factor</Trans>
      </h2>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      {factorProvider === 'EMAIL' && (
        <p>
          <Trans>A code by email.</Trans>
        </p>
      )}
      {(factorProvider === 'NONE' || factorProvider === 'TOTP') && (
        <LinkButton wide href={routes.enrol}>
          {factorProvider === 'NONE' ? t`Set up an authenticator app` : t`Set up another authenticator app`}
        </LinkButton>
      )}
      {codes && <RecoveryCodes codes={codes} />}
      {factorProvider === 'TOTP' && !codes && (
        <Button wide onPress={renew} isPending={isPending}>
          {t`Renew recovery codes`}
        </Button>
      )}
      <h2>
        <Trans>Where you are signed in</Trans>
      </h2>
      <DescriptionList
        items={sessions.map((session) => ({
          term: session.userAgent ?? t`An unknown browser`,
          value: session.current
            ? t`This one`
            : [session.ip, format.dateTime(session.lastSeenAt)].filter(Boolean).join(' · '),
        }))}
      />
      <Button wide onPress={signOut} isPending={isPending}>
        {t`Sign out everywhere`}
      </Button>
    </>
  );
}
