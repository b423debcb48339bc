import { useLingui } from '@lingui/react/macro';
import { Ellipsis, Info, Pencil } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { fullName, useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useCan } from '@/lib/viewer';
import { Avatar, Button, type GridColumn, Link, LinkButton, Tag, Tags } from '@/ui';
import { StateBadge } from './StateBadge';
import type { UserRow } from './UsersPage';

/** When somebody last signed in, short: the time today, the day before. */
function useLastSignIn() {
  const { t } = useLingui();
  const format = useFormat();
  return (iso: string | null | undefined) => {
    if (!iso) return t`never`;
    const day = format.day(iso);
    return day === t`today` ? `${day} ${format.time(iso)}` : day;
  };
}

interface Doing {
  /** The button with the (i). */
  onPeek: (user: UserRow) => void;
  onMenu: (user: UserRow, opener: HTMLElement) => void;
  /** Whose menu is open. */
  open: string | undefined;
}

/** The columns of the list. On a narrow screen the name, the state and what can be done are left. */
export function useUserColumns(doing: Doing): GridColumn<UserRow>[] {
  const { t } = useLingui();
  const format = useFormat();
  const lastSignIn = useLastSignIn();
  const can = useCan();
  const mayEdit = can('USERS_WRITE');
  const mayAct = mayEdit || can('ACCOUNTS_MANAGE') || can('USERS_DELETE');
  const latest = useRef(doing);
  useEffect(() => {
    latest.current = doing;
  });
  const { open } = doing;
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        width: 'minmax(128px, 1.3fr)',
        isSortable: true,
        layout: 'roomy',
        cell: (user) => (
          <>
            <Avatar name={fullName(user)} size="small" />
            <Link look="plain" href={routes.user(user.id)}>
              {fullName(user)}
            </Link>
            <Button
              variant="quiet"
              size="small"
              aria-label={t`Information about ${fullName(user)}`}
              onPress={() => latest.current.onPeek(user)}
            >
              <Info aria-hidden size={16} strokeWidth={1.6} />
            </Button>
          </>
        ),
      },
      {
        id: 'email',
        label: t`Email`,
        width: 'minmax(180px, 1.5fr)',
        isSortable: true,
        minGridWidth: 560,
        cell: (user) => user.email,
      },
      {
        id: 'status',
        label: t`Status`,
        width: '112px',
        isSortable: true,
        cell: (user) => <StateBadge user={user} />,
      },
      {
        id: 'role',
        label: t`Role`,
        width: 'minmax(132px, 0.9fr)',
        minGridWidth: 820,
        cell: (user) => user.role?.name ?? t`none`,
      },
      {
        id: 'groups',
        label: t`Groups`,
        width: 'minmax(120px, 1fr)',
        minGridWidth: 960,
        cell: (user) => <GroupTags user={user} />,
      },
      {
        id: 'lastSignIn',
        label: t`Last sign-in`,
        width: '124px',
        isSortable: true,
        minGridWidth: 700,
        cell: (user) => (
          <span title={user.lastSignInAt ? format.exact(user.lastSignInAt) : undefined}>
            {lastSignIn(user.lastSignInAt)}
          </span>
        ),
      },
      ...(mayAct
        ? [
            {
              id: 'actions',
              label: t`Actions`,
              width: mayEdit ? '76px' : '64px',
              layout: 'end' as const,
              cell: (user: UserRow) => (
                <>
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={t`Actions for ${fullName(user)}`}
                    aria-haspopup="menu"
                    aria-expanded={open === user.id}
                    onClickCapture={(event) => latest.current.onMenu(user, event.currentTarget)}
                  >
                    <Ellipsis aria-hidden size={16} strokeWidth={1.6} />
                  </Button>
                  {mayEdit && (
                    <LinkButton
                      href={`${routes.user(user.id)}?edit`}
                      variant="quiet"
                      size="small"
                      aria-label={t`Edit ${fullName(user)}`}
                    >
                      <Pencil aria-hidden size={16} strokeWidth={1.6} />
                    </LinkButton>
                  )}
                </>
              ),
            },
          ]
        : []),
    ],
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `lastSignIn` is made of `format`
    [t, format, mayEdit, mayAct, open],
  );
}

/** The first groups by name; how many more there are. */
function GroupTags({ user }: { user: UserRow }) {
  const { t } = useLingui();
  const shown = user.memberships.slice(0, 2);
  const more = user.memberships.length - shown.length + user.hiddenGroupCount;
  return (
    <Tags>
      {shown.map(({ group }) => (
        <Tag key={group.id}>{group.name}</Tag>
      ))}
      {more > 0 && <Tag>{t`+${more}`}</Tag>}
    </Tags>
  );
}
