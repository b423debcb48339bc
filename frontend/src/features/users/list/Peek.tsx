import { useEffect, useEffectEvent } from 'react';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import UserPanel from '../care/UserPanel';
import type { UserRow } from './useUsers';

const PeekQuery = graphql(`
  query Peek($id: ID!) {
    node(id: $id) {
      __typename
      ... on User {
        id
        firstName
        lastName
        email
        status
        role {
          id
          name
        }
        account {
          email
          state
        }
      }
    }
  }
`);

interface Props {
  id: string;
  /** The user as the list shows them, if that is among its rows by now. */
  row: UserRow | undefined;
  onClose: () => void;
  onWalk: (step: 1 | -1) => void;
}

/** The panel of whoever the address names; nobody's where they do not exist, or may not be seen. */
export default function Peek({ id, row, onClose, onWalk }: Props) {
  const { data, isStale } = useQuery(PeekQuery, { id }, { isPaused: !!row });
  const found = data?.node?.__typename === 'User' && data.node.id === id ? data.node : undefined;
  const isNobody = !row && !!data && !found && !isStale;
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (isNobody) close();
  }, [isNobody]);
  const user = row ?? found;
  return user && <UserPanel key={id} user={user} onClose={onClose} onWalk={onWalk} />;
}
