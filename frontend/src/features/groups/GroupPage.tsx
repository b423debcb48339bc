import { useLingui } from '@lingui/react/macro';
import { LayoutGrid } from 'lucide-react';
import { useParams } from 'react-router';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { Button, EmptyState, LinkButton, Note, PageBody, PageHeader, Skeleton } from '@/ui';
import { GroupScreen } from './GroupScreen';

const GroupQuery = graphql(`
  query GroupPage($id: ID!) {
    node(id: $id) {
      __typename
      ... on Group {
        id
        ...GroupScreen
      }
    }
  }
`);

/** One group: what it is, who manages it, and who is in it. */
export default function GroupPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data, failure, isStale, refetch } = useQuery(GroupQuery, { id });
  const back = { href: routes.groups, label: t`Back to the groups` };
  const group = data?.node?.__typename === 'Group' && data.node.id === id ? data.node : undefined;
  if (group) return <GroupScreen key={id} group={group} refetch={refetch} back={back} />;
  if ((data && !isStale) || failure?.kind === 'refused') {
    return (
      <>
        <PageHeader title={t`No such group`} back={back} />
        <EmptyState
          icon={LayoutGrid}
          title={t`This group does not exist, or you may not see it.`}
          actions={<LinkButton href={routes.groups}>{back.label}</LinkButton>}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t`Group`} back={back} />
      <PageBody>
        {failure ? (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        ) : (
          <Skeleton lines={6} />
        )}
      </PageBody>
    </>
  );
}
