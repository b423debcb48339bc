import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { go } from '@/lib/navigation';
import { request } from '@/lib/request';
import { routes, signInReturningTo } from '@/lib/routes';
import { useAnswer } from '@/lib/useAnswer';
import { Button, Link, Note, PageTitle, Skeleton, Stack } from '@/ui';

const ViewerQuery = graphql(`
  query NoAccessPage {
    viewer {
      user {
        firstName
        lastName
        email
      }
      features {
        name
        enabled
        reason
      }
    }
  }
`);

const SignOutDocument = graphql(`
  mutation NoAccessPageSignOut {
    signOut {
      userErrors {
        message
      }
    }
  }
`);

/** What stands in the place of a page of a site that somebody may not see: who they are, and what they can do about it. */
export default function NoAccessPage() {
  const { t } = useLingui();
  const { data, failure, ask } = useAnswer('no-access', async () => (await request(ViewerQuery, {})).viewer);
  const [isLeaving, setLeaving] = useState(false);
  const user = data?.user;
  const off = data?.features.find(({ name, enabled }) => name === 'PROTECTED_PAGES' && !enabled);
  const here = location.pathname + location.search;
  const name = user && (
    <strong>
      {user.firstName} {user.lastName}
    </strong>
  );

  const changeUser = () => {
    setLeaving(true);
    void request(SignOutDocument, {}).then(
      () => go(signInReturningTo(here)),
      () => setLeaving(false),
    );
  };

  return (
    <>
      <PageTitle title={t`You may not see this page`} />
      {failure && (
        <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={ask}>{t`Retry`}</Button>} />
      )}
      {!data && !failure && <Skeleton lines={4} />}
      {off && <Note tone="off" title={t`Protected pages are switched off.`} children={off.reason} />}
      {data && (
        <Stack>
          <p>
            {user ? (
              <Trans>
                You are signed in as {name} ({user.email}), and are in no group that may see it.
              </Trans>
            ) : (
              <Trans>You are not signed in any more.</Trans>
            )}
          </p>
          <p>
            <Trans>If you should see it, ask whoever looks after this site to add you to the right group.</Trans>
          </p>
          <Button variant="primary" wide onPress={changeUser} isPending={isLeaving}>
            {user ? t`Sign in as somebody else` : t`Sign in`}
          </Button>
          {user && (
            <p>
              <Link href={routes.me}>{t`Your account`}</Link>
            </p>
          )}
        </Stack>
      )}
    </>
  );
}
