import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useFormat } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { type GridColumn, Tag, Tags } from '@/ui';
import { StateBadge } from '@/parts/users/StateBadge';
import type { UserRow } from './useUsers';
import { type ColumnId, usualColumns } from './look';

type Texts = Partial<
  Record<ColumnId, [label: string, of: (user: UserRow) => string | null | undefined, width?: string]>
>;

/** Below these widths of the grid the usual columns give way, one after the other. */
const usualWidths: Partial<Record<ColumnId, number>> = {
  email: 560,
  role: 820,
  groups: 960,
  lastSignIn: 700,
  status: 0,
};
/** Whoever chose other columns scrolls sideways down to this width, in pixels; then there is room for what they hold. */
const narrow = 640;
const roomyWidths: Partial<Record<ColumnId, string>> = {
  email: 'minmax(224px, 1.5fr)',
  role: 'minmax(152px, 0.9fr)',
  groups: 'minmax(172px, 1fr)',
};

/** Says whether the columns are among those that the list has unless others are chosen. */
export const isUsual = (chosen: readonly ColumnId[]): boolean => chosen.every((id) => usualColumns.includes(id));

/** The columns that were chosen, in the order of the choice. */
export function useChosenColumns(chosen: readonly ColumnId[]): GridColumn<UserRow>[] {
  const { t } = useLingui();
  const format = useFormat();
  const seesAllGroups = useViewer().reach === 'EVERYTHING';
  return useMemo(() => {
    const today = t`today`;
    /** Short: the time today, the day before. */
    const lastSeen = (iso: string) => (format.day(iso) === today ? `${today} ${format.time(iso)}` : format.day(iso));
    const texts: Texts = {
      email: [t`Email`, (user) => user.email, 'minmax(180px, 1.5fr)'],
      role: [t`Role`, (user) => user.role?.name ?? t`none`, 'minmax(132px, 0.9fr)'],
      title: [t`Title`, (user) => user.title],
      cellPhone: [t`Cell Phone`, (user) => user.cellPhone],
      officePhone: [t`Office Phone`, (user) => user.officePhone],
      extension: [t`Extension`, (user) => user.extension, '92px'],
      company: [t`Company`, (user) => user.company?.name],
      loginName: [t`Login Name`, (user) => user.account?.loginName, 'minmax(160px, 1fr)'],
      consent: [t`Consent`, (user) => (user.emailSubscribed ? t`yes` : t`no`), '92px'],
    };
    const others: Partial<Record<ColumnId, Omit<GridColumn<UserRow>, 'id'>>> = {
      status: { label: t`Status`, width: '112px', cell: (user) => <StateBadge user={user} /> },
      groups: {
        label: t`Groups`,
        width: 'minmax(120px, 1fr)',
        // Whoever sees a part of the groups could tell from the order where the others stand.
        isSortable: seesAllGroups,
        cell: (user) => <GroupTags user={user} />,
      },
      lastSignIn: {
        label: t`Last sign-in`,
        width: '124px',
        cell: ({ lastSignInAt: at }) => (at ? <span title={format.exact(at)}>{lastSeen(at)}</span> : t`never`),
      },
      created: {
        label: t`Created`,
        width: '124px',
        cell: ({ createdAt: at }) => at && <span title={format.exact(at)}>{format.day(at)}</span>,
      },
    };
    const isPlain = isUsual(chosen);
    return chosen.map((id) => {
      const [label = '', cell = () => '', width = 'minmax(124px, 1fr)'] = texts[id] ?? [];
      const usual = usualWidths[id] ?? narrow;
      const column = { id, label, width, cell, isSortable: true, minGridWidth: usual, ...others[id] };
      if (isPlain) return column;
      return { ...column, minGridWidth: Math.min(usual, narrow), width: roomyWidths[id] ?? column.width };
    });
  }, [t, format, chosen, seesAllGroups]);
}

/** The first groups by name; how many more there are. */
function GroupTags({ user: { memberships = [], hiddenGroupCount = 0 } }: { user: UserRow }) {
  const { t } = useLingui();
  const shown = memberships.slice(0, 2);
  const more = memberships.length - shown.length + hiddenGroupCount;
  return (
    <Tags>
      {shown.map(({ group }) => (
        <Tag key={group.id}>{group.name}</Tag>
      ))}
      {more > 0 && <Tag>{t`+${more}`}</Tag>}
    </Tags>
  );
}
