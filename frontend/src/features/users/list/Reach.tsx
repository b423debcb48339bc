import { Trans } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { useNames } from '@/lib/names';
import { useViewer } from '@/lib/viewer';

const ReachQuery = graphql(`
  query Reach($id: ID!) {
    node(id: $id) {
      __typename
      ... on User {
        id
        memberships {
          role
          group {
            id
            name
          }
        }
        assignments {
          company {
            id
            name
          }
        }
      }
    }
  }
`);

/** Whom a viewer can see who does not see everybody. */
export default function Reach() {
  const { list } = useNames();
  const { reach, user } = useViewer();
  const { data } = useQuery(ReachQuery, { id: user.id });
  const viewer = data?.node?.__typename === 'User' ? data.node : undefined;
  const managed = (viewer?.memberships ?? []).filter(({ role }) => role === 'MANAGER').map(({ group }) => group.name);
  const assigned = reach === 'ASSIGNED_COMPANIES' ? (viewer?.assignments ?? []).map(({ company }) => company.name) : [];
  const names = [...assigned, ...managed];
  if (names.length > 0) {
    const places = list(names);
    return <Trans>You can see users in {places} only.</Trans>;
  }
  return reach === 'ASSIGNED_COMPANIES' ? (
    <Trans>You can see the users of your companies only.</Trans>
  ) : (
    <Trans>You can see the users of your groups only.</Trans>
  );
}
