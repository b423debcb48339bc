import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { useArrivals } from '@/parts/messages/useArrivals';
import { graphql } from '@/gen';
import type { UserPanelQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan } from '@/lib/viewer';
import { Button, DescriptionList, isLetter, Kbd, Link, Note, SidePanel, Skeleton, Stack, Tag, Tags } from '@/ui';
import type { CaredUser } from '../cared';
import { LinkTrail } from '../LinkTrail';
import { StateBadge } from '@/parts/users/StateBadge';
import { Methods } from './Methods';

const PanelQuery = graphql(`
  query UserPanel($id: ID!, $messages: Boolean!) {
    node(id: $id) {
      __typename
      ... on User {
        id
        title
        cellPhone
        company {
          id
          name
        }
        account {
          email
          loginName
          state
          revokedAt
        }
        memberships {
          group {
            id
            name
          }
        }
        hiddenGroupCount
        lastSignInAt
        messages(first: 5) @include(if: $messages) {
          edges {
            node {
              id
              state
              ...LinkTrail
            }
          }
        }
      }
    }
  }
`);

type PanelUser = Extract<UserPanelQuery['node'], { __typename: 'User' }>;

interface Props {
  user: CaredUser & { role?: { id: string; name: string } | null };
  onClose: () => void;
  /** To the next user of the list, or the one before. */
  onWalk: (step: 1 | -1) => void;
}

/** Where keys mean something else. */
const ownKeys = 'input, textarea, select, [role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"]';

/** Escape and the arrows, wherever the focus is beside the panel. */
function usePanelKeys({ user, onClose, onWalk }: Props) {
  const navigate = useNavigate();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || target.closest?.(ownKeys)) return;
    const moves: Record<string, () => void> = {
      Escape: onClose,
      ArrowDown: () => onWalk(1),
      ArrowUp: () => onWalk(-1),
    };
    if (isLetter(event)) Object.assign(moves, { j: moves.ArrowDown, k: moves.ArrowUp });
    if (target.closest?.('aside h2')) moves.Enter = () => void navigate(routes.user(user.id));
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  });
  useEffect(() => {
    // On the way down: the grid has its own arrows.
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

/** Who somebody is, where they stand, what became of their last messages, and two ways to a new password. */
export default function UserPanel(props: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const can = useCan();
  const { user } = props;
  usePanelKeys(props);
  const { data, failure, refetch } = useQuery(PanelQuery, { id: user.id, messages: can('MESSAGES_READ') });
  const known = data?.node?.__typename === 'User' && data.node.id === user.id ? data.node : undefined;
  const name = fullName(user);
  // Under what the list knows already: nothing that is there moves when they come.
  const detailsOf = (of: PanelUser) => [
    { term: t`Login Name`, value: of.account?.loginName },
    { term: t`Title`, value: of.title },
    { term: t`Cell Phone`, value: of.cellPhone },
    { term: t`Company`, value: of.company?.name },
    {
      term: t`Groups`,
      value: of.memberships.length > 0 && (
        <Tags>
          {of.memberships.map(({ group }) => (
            <Tag key={group.id}>{group.name}</Tag>
          ))}
        </Tags>
      ),
    },
    { term: t`Last sign-in`, value: of.lastSignInAt ? format.dateTime(of.lastSignInAt) : t`never` },
  ];
  return (
    <SidePanel
      title={name}
      avatar={name}
      meta={
        <>
          <StateBadge user={user} /> · {user.role?.name ?? t`no role`}
        </>
      }
      onClose={props.onClose}
    >
      <Methods user={user} />
      <DescriptionList items={[{ term: t`Email`, value: user.email }, ...(known ? detailsOf(known) : [])]} />
      {known ? (
        <>
          {can('MESSAGES_READ') && <Messages user={known} refetch={refetch} />}
          <p>
            <Trans>
              <Kbd>↑</Kbd> <Kbd>↓</Kbd> next user · <Link href={routes.user(user.id)}>Open the card</Link>
            </Trans>
          </p>
        </>
      ) : failure ? (
        <div>
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        </div>
      ) : (
        <Skeleton lines={6} />
      )}
    </SidePanel>
  );
}

function Messages({ user, refetch }: { user: PanelUser; refetch: () => void }) {
  const { t } = useLingui();
  const messages = (user.messages?.edges ?? []).map((edge) => edge.node);
  useArrivals(
    messages.map((message) => message.state),
    refetch,
  );
  return (
    <Stack>
      <h3>{t`Link trail`}</h3>
      {messages.length > 0 ? (
        <LinkTrail messages={messages} isRevoked={!!user.account?.revokedAt} />
      ) : (
        <p>
          <Trans>No invitation or reset so far.</Trans>
        </p>
      )}
    </Stack>
  );
}
