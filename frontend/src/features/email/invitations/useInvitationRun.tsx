import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import type { BulkUpdateUsersInput } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { type Run, useRun } from '@/parts/runs/useRun';
import { Link, showToast } from '@/ui';

const StartDocument = graphql(`
  mutation UseInvitationRun($input: BulkUpdateUsersInput!) {
    bulkUpdateUsers(input: $input) {
      jobRun {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

type Doing = 'resend' | 'revoke';

/** Sends or takes back many invitations in one run, follows it, and says in a toast what came of it. */
export function useInvitationRun() {
  const { run } = useMutation(StartDocument);
  const [followed, setFollowed] = useState<{ id: string; doing: Doing }>();
  const going = useRun(followed?.id, (found) => {
    setFollowed(undefined);
    if (!found || !followed) return;
    showToast({
      tone: found.state === 'SUCCEEDED' && found.handled > found.failed ? 'ok' : 'bad',
      message: <Result run={found} doing={followed.doing} />,
    });
  });

  /** True once it began; why it did not is said in a toast. */
  async function start(
    doing: Doing,
    whom: Pick<BulkUpdateUsersInput, 'userIds' | 'filter'>,
    knowsThatItBounced: boolean,
  ): Promise<boolean> {
    try {
      const what: BulkUpdateUsersInput =
        doing === 'revoke'
          ? { revokeInvitation: true }
          : {
              resendInvitation: true,
              invitationsOnly: true,
              overrideWarnings: knowsThatItBounced ? ['EMAIL_BOUNCED_BEFORE'] : [],
            };
      const { jobRun, userErrors } = (await run({ input: { ...whom, ...what } })).bulkUpdateUsers;
      if (userErrors[0]) showToast({ message: userErrors[0].message, tone: 'bad' });
      if (jobRun) setFollowed({ id: jobRun.id, doing });
      return !!jobRun;
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
      return false;
    }
  }

  return { going: followed && (going ?? { handled: 0, total: undefined }), start };
}

function Result({ run, doing }: { run: Run; doing: Doing }) {
  const done = run.handled - run.failed;
  return (
    <>
      <strong>
        {doing === 'revoke' ? (
          <Plural value={done} one="# invitation was taken back" other="# invitations were taken back" />
        ) : (
          <Plural value={done} one="# invitation was sent again" other="# invitations were sent again" />
        )}
      </strong>
      {run.failed > 0 && (
        <>
          , <Plural value={run.failed} one="# could not be" other="# could not be" />
        </>
      )}
      .{' '}
      {run.failuresUrl && (
        <Link look="inherit" href={run.failuresUrl} download>
          <Trans>Download</Trans>
        </Link>
      )}
    </>
  );
}
