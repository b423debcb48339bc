import { useLingui } from '@lingui/react/macro';
import { Ellipsis } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { fullName } from '@/lib/format';
import type { UserOf } from '@/parts/users/useUsersOf';
import { useUserColumns } from '@/parts/users/useUserColumns';
import { Button, type GridColumn, Tag } from '@/ui';
import { isManager } from './useMemberEntries';

interface Doing {
  onMenu?: (user: UserOf, at: HTMLElement) => void;
  /** Whose menu is open. */
  open: string | undefined;
}

/** The columns of a group's members: those of users, with who manages it, and what can be done. */
export function useMemberColumns({ id }: { id: string }, { onMenu, open }: Doing): GridColumn<UserOf>[] {
  const { t } = useLingui();
  const mark = useCallback((user: UserOf) => isManager(user, id) && <Tag>{t`Group Manager`}</Tag>, [t, id]);
  const columns = useUserColumns(mark);
  const latest = useRef(onMenu);
  useEffect(() => {
    latest.current = onMenu;
  });
  const mayAct = !!onMenu;
  return useMemo(
    () =>
      mayAct
        ? [
            ...columns,
            {
              id: 'actions',
              label: t`Actions`,
              width: '64px',
              layout: 'end' as const,
              cell: (user: UserOf) => (
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={t`Actions for ${fullName(user)}`}
                  aria-haspopup="menu"
                  aria-expanded={open === user.id}
                  onClickCapture={(event) => latest.current?.(user, event.currentTarget)}
                >
                  <Ellipsis aria-hidden size={16} strokeWidth={1.6} />
                </Button>
              ),
            },
          ]
        : columns,
    [t, columns, mayAct, open],
  );
}
