import { useLingui } from '@lingui/react/macro';
import { Ellipsis, Info, Pencil } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { fullName } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useCan, useMayEdit } from '@/lib/viewer';
import { Avatar, Button, type GridColumn, Link, LinkButton } from '@/ui';
import type { ColumnId } from './list/look';
import { isUsual, useChosenColumns } from './list/useChosenColumns';
import type { UserRow } from './list/useUsers';

interface Doing {
  /** The button with the (i). */
  onPeek: (user: UserRow) => void;
  onMenu: (user: UserRow, opener: HTMLElement) => void;
  /** Whose menu is open. */
  open: string | undefined;
}

/**
 * The columns of the list: names, those that were chosen, and what can be done. On a narrow screen the name, the state
 * and what can be done are left.
 */
export function useUserColumns(doing: Doing, chosen: readonly ColumnId[]): GridColumn<UserRow>[] {
  const { t } = useLingui();
  const can = useCan();
  const mayEdit = useMayEdit();
  const mayAct = mayEdit || can('ACCOUNTS_MANAGE') || can('USERS_DELETE');
  const latest = useRef(doing);
  useEffect(() => {
    latest.current = doing;
  });
  const { open } = doing;
  const between = useChosenColumns(chosen);
  const width = isUsual(chosen) ? 'minmax(128px, 1.3fr)' : 'minmax(208px, 1.3fr)';
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        width,
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
      ...between,
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
    [t, mayEdit, mayAct, open, between, width],
  );
}
