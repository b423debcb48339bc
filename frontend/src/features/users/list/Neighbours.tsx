import { useLingui } from '@lingui/react/macro';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { fullName } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes, type UserTab } from '@/lib/routes';
import { IconButton, isLetter } from '@/ui';
import { lastList, rememberCursors } from '../lastList';
import { listVariables, parseList } from '../listState';

const NeighboursQuery = graphql(`
  query Neighbours($at: Cursor!, $filter: UserFilter, $orderBy: [UserOrder!]) {
    before: users(last: 1, before: $at, filter: $filter, orderBy: $orderBy) {
      edges {
        cursor
        node {
          id
          firstName
          lastName
        }
      }
    }
    after: users(first: 1, after: $at, filter: $filter, orderBy: $orderBy) {
      edges {
        cursor
        node {
          id
          firstName
          lastName
        }
      }
    }
  }
`);

interface Props {
  /** Where the user of the card stands in the list that it was opened from. */
  at: string;
  tab: UserTab;
}

/** Previous and next on the card, within the filters and the order of the list; K and J do the same. */
export function Neighbours({ at, tab }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const list = listVariables(parseList(new URL(lastList(), location.origin).searchParams));
  const { data, isStale } = useQuery(NeighboursQuery, { at, ...list });
  // On the way from one user to the next, the neighbours of the former are none of the latter.
  const known = isStale ? undefined : data;
  const [previous] = known?.before.edges ?? [];
  const [next] = known?.after.edges ?? [];

  function go(edge: typeof next) {
    if (!edge) return;
    rememberCursors([{ id: edge.node.id, cursor: edge.cursor }]);
    void navigate(routes.user(edge.node.id, tab));
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isLetter(event)) return;
    if (event.key === 'j') go(next);
    if (event.key === 'k') go(previous);
  });
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const of = (edge: typeof next, label: string) => (edge ? `${label}: ${fullName(edge.node)}` : label);
  return (
    <>
      <IconButton
        label={of(previous, t`Previous user`)}
        icon={ChevronUp}
        isDisabled={!previous}
        onPress={() => go(previous)}
      />
      <IconButton label={of(next, t`Next user`)} icon={ChevronDown} isDisabled={!next} onPress={() => go(next)} />
    </>
  );
}
