import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { graphql } from '@/gen';
import { administers } from '@/lib/administers';
import { fullName } from '@/lib/format';
import { enterHub, go } from '@/lib/navigation';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { Button, DescriptionList, Note, PageTitle, Skeleton } from '@/ui';
import { useAnswer } from '@/lib/useAnswer';
import { MySignIn } from './MySignIn';

const MeQuery = graphql(`
  query MePage {
    viewer {
      user {
        id
        firstName
        lastName
        email
        account {
          factorProvider
          sessions {
            id
            lastSeenAt
            ip
            userAgent
            current
          }
        }
      }
      permissions
      managedGroups {
        id
      }
    }
  }
`);

const SignOutDocument = graphql(`
  mutation MePageSignOut {
    signOut {
      userErrors {
        message
      }
    }
  }
`);

/** The page of somebody who is signed in, about themselves; the only one of those who look after nobody. */
export default function MePage() {
  const { t } = useLingui();
  const { data, failure, ask } = useAnswer('me', async () => (await request(MeQuery, {})).viewer);
  const [isLeaving, setLeaving] = useState(false);

  const isStranger = (data && !data.user) || failure?.kind === 'unauthenticated';
  useEffect(() => {
    if (isStranger) go(routes.signIn, { replace: true });
  }, [isStranger]);

  const signOut = () => {
    setLeaving(true);
    void request(SignOutDocument, {}).then(
      () => go(routes.signIn),
      () => setLeaving(false),
    );
  };

  const user = data?.user;
  return (
    <>
      <PageTitle title={t`You are signed in`} />
      {failure && !isStranger && (
        <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={ask}>{t`Retry`}</Button>} />
      )}
      {!user && !failure && <Skeleton lines={2} />}
      {user && (
        <>
          <DescriptionList
            items={[
              { term: t`Name`, value: fullName(user) },
              { term: t`Email`, value: user.email },
            ]}
          />
          {user.account && <MySignIn userId={user.id} account={user.account} />}
          {administers(data) && (
            <Button variant="primary" wide onPress={() => enterHub(routes.home)}>
              <Trans>Go to user management</Trans>
            </Button>
          )}
          <Button wide onPress={signOut} isPending={isLeaving}>
            {t`Sign out`}
          </Button>
        </>
      )}
    </>
  );
}
