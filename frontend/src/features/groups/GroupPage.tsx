import { useLingui } from '@lingui/react/macro';
import { LayoutGrid } from 'lucide-react';
import { useParams } from 'react-router';
import { NotShown } from '@/parts/absent/NotShown';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
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
  return (
    <NotShown
      title={t`Group`}
      missing={{
        icon: LayoutGrid,
        title: t`No such group`,
        sentence: t`This group does not exist, or you may not see it.`,
      }}
      isMissing={!!data && !isStale}
      {...{ back, failure, refetch }}
    />
  );
}
