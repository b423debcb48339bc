import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo } from 'react';
import { fullName, useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { Avatar, type GridColumn, Link } from '@/ui';
import { StateBadge } from './StateBadge';
import type { UserOf } from './useUsersOf';

/**
 * The columns of a list of users on the screen of something else: the usual ones, with a mark behind the name where there
 * is one to make.
 */
export function useUserColumns(mark?: (user: UserOf) => ReactNode): GridColumn<UserOf>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        width: 'minmax(150px, 1.3fr)',
        isSortable: true,
        layout: 'roomy',
        cell: (user) => (
          <>
            <Avatar name={fullName(user)} size="small" />
            <Link look="plain" href={routes.user(user.id)}>
              {fullName(user)}
            </Link>
            {mark?.(user)}
          </>
        ),
      },
      {
        id: 'email',
        label: t`Email`,
        width: 'minmax(180px, 1.5fr)',
        isSortable: true,
        minGridWidth: 600,
        cell: (user) => user.email,
      },
      {
        id: 'status',
        label: t`Status`,
        width: '112px',
        isSortable: true,
        // A mark takes the room on a narrow screen.
        minGridWidth: mark && 480,
        cell: (user) => <StateBadge user={user} />,
      },
      {
        id: 'role',
        label: t`Role`,
        width: 'minmax(132px, 0.9fr)',
        isSortable: true,
        minGridWidth: 760,
        cell: (user) => user.role?.name ?? t`none`,
      },
      {
        id: 'lastSignIn',
        label: t`Last sign-in`,
        width: '124px',
        isSortable: true,
        minGridWidth: 900,
        cell: ({ lastSignInAt: at }) => (at ? <span title={format.exact(at)}>{format.day(at)}</span> : t`never`),
      },
    ],
    [t, format, mark],
  );
}
