import { Trans, useLingui } from '@lingui/react/macro';
import { KeyRound, Mail } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useArrivals } from '@/parts/messages/useArrivals';
import { graphql } from '@/gen';
import type { UserPanelQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan, useViewer } from '@/lib/viewer';
import { Button, DescriptionList, isLetter, Kbd, Link, Note, Row, SidePanel, Skeleton, Stack, Tag, Tags } from '@/ui';
import { type CaredUser, managesAccount, sendsLinks } from '../cared';
import { LinkTrail } from '../LinkTrail';
import { PasswordMailConfirm, PasswordMailOutcome } from '../PasswordMail';
import { StateBadge } from '@/parts/users/StateBadge';
import { usePasswordMail } from '../usePasswordMail';
import { ChangePassword } from './ChangePassword';
import { returnFocus } from '@/lib/returnFocus';

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
      <DescriptionList
        items={[
          { term: t`Email`, value: user.email },
          { term: t`Login Name`, value: known?.account?.loginName },
          { term: t`Title`, value: known?.title },
          { term: t`Cell Phone`, value: known?.cellPhone },
          { term: t`Company`, value: known?.company?.name },
          {
            term: t`Groups`,
            value: known && known.memberships.length > 0 && (
              <Tags>
                {known.memberships.map(({ group }) => (
                  <Tag key={group.id}>{group.name}</Tag>
                ))}
              </Tags>
            ),
          },
          {
            term: t`Last sign-in`,
            value: known && (known.lastSignInAt ? format.dateTime(known.lastSignInAt) : t`never`),
          },
        ]}
      />
      {failure && !known ? (
        <div>
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        </div>
      ) : (
        can('MESSAGES_READ') && <Messages user={known} refetch={refetch} />
      )}
      <p>
        <Trans>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> next user · <Link href={routes.user(user.id)}>Open the card</Link>
        </Trans>
      </p>
    </SidePanel>
  );
}

/** Exactly two: a link by mail, or a password by hand. */
function Methods({ user }: { user: CaredUser }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const mail = usePasswordMail(user, 'reset');
  const [isChanging, setChanging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const manages = managesAccount(viewer, user);
  const reason = !sendsLinks(viewer, user)
    ? t`You may not manage this account.`
    : !user.account
      ? t`No account yet, so there is no password.`
      : user.account.state === 'CLOSED'
        ? t`This account is closed.`
        : undefined;
  return (
    <Stack>
      <Row>
        <Button variant="primary" icon={Mail} onPress={mail.ask} isDisabled={!!reason}>
          {t`Send Reset Link`}
        </Button>
        {(manages || !!reason) && (
          <Button ref={opener} icon={KeyRound} onPress={() => setChanging(true)} isDisabled={!!reason}>
            {t`Change Password`}
          </Button>
        )}
      </Row>
      {reason && (
        <small>
          {reason}{' '}
          {!user.account && manages && <Link href={routes.user(user.id, 'settings')}>{t`Create account`}</Link>}
        </small>
      )}
      <PasswordMailOutcome mail={mail} />
      <PasswordMailConfirm mail={mail} />
      {isChanging && (
        <ChangePassword
          user={user}
          onClose={() => {
            setChanging(false);
            if (opener.current) returnFocus(opener.current);
          }}
        />
      )}
    </Stack>
  );
}

function Messages({ user, refetch }: { user: PanelUser | undefined; refetch: () => void }) {
  const { t } = useLingui();
  const messages = (user?.messages?.edges ?? []).map((edge) => edge.node);
  useArrivals(
    messages.map((message) => message.state),
    refetch,
  );
  return (
    <Stack>
      <h3>{t`Link trail`}</h3>
      {!user ? (
        <Skeleton lines={2} />
      ) : messages.length > 0 ? (
        <LinkTrail messages={messages} />
      ) : (
        <p>
          <Trans>No invitation or reset so far.</Trans>
        </p>
      )}
    </Stack>
  );
}
