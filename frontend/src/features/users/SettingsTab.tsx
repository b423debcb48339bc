import { Trans, useLingui } from '@lingui/react/macro';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { useArrivals } from '@/parts/messages/useArrivals';
import { useCan } from '@/lib/viewer';
import { Card, PageBody } from '@/ui';
import { AccessCard } from './AccessCard';
import { AccountDetails } from './AccountDetails';
import { LinkTrail } from './LinkTrail';
import { NewAccountForm } from './NewAccountForm';
import { SignInCard } from './SignInCard';

const SettingsTabFragment = graphql(`
  fragment SettingsTab on User {
    id
    firstName
    lastName
    account {
      email
      revokedAt
    }
    messages(first: 20) @include(if: $messages) {
      edges {
        node {
          id
          state
          ...LinkTrail
        }
      }
    }
    ...AccountDetails
    ...SignInCard
    ...NewAccountForm
  }
`);

/** **Settings**: the account, and what became of every mail about it. */
export function SettingsTab({
  user,
  refetch,
}: {
  user: FragmentType<typeof SettingsTabFragment>;
  refetch: () => void;
}) {
  const { t } = useLingui();
  const can = useCan();
  const data = readFragment(SettingsTabFragment, user);
  const messages = (data.messages?.edges ?? []).map((edge) => edge.node);
  useArrivals(
    messages.map((message) => message.state),
    refetch,
  );
  return (
    <PageBody layout="columns">
      <div>
        {data.account ? <AccountDetails user={data} /> : <NewAccountForm user={data} />}
        {data.account && <SignInCard user={data} refetch={refetch} />}
      </div>
      <div>
        <AccessCard user={data} />
        {can('MESSAGES_READ') && (
          <Card title={t`Link trail`}>
            {messages.length > 0 ? (
              <LinkTrail messages={messages} isRevoked={!!data.account?.revokedAt} />
            ) : (
              <p>
                <Trans>No invitation or reset so far.</Trans>
              </p>
            )}
          </Card>
        )}
      </div>
    </PageBody>
  );
}
