import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { useFormat } from '@/lib/format';
import { go } from '@/lib/navigation';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { Button, Note, Row, Stack } from '@/ui';
import type { MyAccount } from './meQuery';
import { useDoing } from '@/lib/useDoing';

const EndDocument = graphql(`
  mutation EndMySessions($input: EndSessionsInput!) {
    endSessions(input: $input) {
      userErrors {
        message
      }
    }
  }
`);

interface Props {
  userId: string;
  sessions: MyAccount['sessions'];
  refresh: () => Promise<void>;
}

/** Where one is signed in, and the way out of each. */
export function MySessions({ userId, sessions, refresh }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { trouble, isPending, doing } = useDoing();
  const end = (sessionId?: string) =>
    doing(async () => {
      const refused = (await request(EndDocument, { input: { userId, sessionId } })).endSessions.userErrors[0];
      if (refused) return refused.message;
      if (sessionId) await refresh();
      else go(routes.signIn);
    });
  return (
    <>
      <h2>
        <Trans>Where you are signed in</Trans>
      </h2>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      <Stack>
        {sessions.map((session) => {
          const browser = session.userAgent ?? t`An unknown browser`;
          const place = session.current ? t`This one` : format.dateTime(session.lastSeenAt);
          return (
            <Row key={session.id} isApart>
              <div>
                <div>{browser}</div>
                <small>{[place, session.ip].filter(Boolean).join(' · ')}</small>
              </div>
              {!session.current && (
                <Button
                  variant="quiet"
                  aria-label={t`Sign out ${browser}, ${place}`}
                  onPress={() => void end(session.id)}
                  isDisabled={isPending}
                >
                  <Trans>Sign out there</Trans>
                </Button>
              )}
            </Row>
          );
        })}
      </Stack>
      <Button wide onPress={() => void end()} isPending={isPending}>
        {t`Sign out everywhere`}
      </Button>
    </>
  );
}
