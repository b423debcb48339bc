import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { graphql } from '@/gen';
import { administers } from '@/lib/administers';
import { enterHub, go } from '@/lib/navigation';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { useAnswer } from '@/lib/useAnswer';
import { Button, Note, PageTitle, Skeleton } from '@/ui';
import { MeQuery } from './meQuery';
import { MyConsent } from './MyConsent';
import { MyFactor } from './MyFactor';
import { MyLooks } from './MyLooks';
import { MyPasskeys } from './MyPasskeys';
import { MyPassword } from './MyPassword';
import { MyProfile } from './MyProfile';
import { MySessions } from './MySessions';

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
  const { data, failure, ask, answer } = useAnswer('me', async () => (await request(MeQuery, {})).viewer);
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

  const me = data?.user;
  const refresh = async () => answer((await request(MeQuery, {})).viewer);
  return (
    <>
      <PageTitle title={t`You are signed in`} lead={me?.email} />
      {failure && !isStranger && (
        <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={ask}>{t`Retry`}</Button>} />
      )}
      {!me && !failure && <Skeleton lines={8} />}
      {me && (
        <>
          {administers(data) && (
            <Button variant="primary" wide onPress={() => enterHub(routes.home)}>
              <Trans>Go to user management</Trans>
            </Button>
          )}
          <MyProfile me={me} refresh={refresh} locales={data.emailLocales} />
          {me.account && <MyPassword login={me.account.loginName} refresh={refresh} />}
          {me.account && <MyFactor account={me.account} />}
          {me.account && <MyPasskeys passkeys={me.account.passkeys} refresh={refresh} />}
          {me.account && <MySessions userId={me.id} sessions={me.account.sessions} refresh={refresh} />}
          <MyConsent me={me} refresh={refresh} />
          <MyLooks />
          <Button wide onPress={signOut} isPending={isLeaving}>
            {t`Sign out`}
          </Button>
        </>
      )}
    </>
  );
}
