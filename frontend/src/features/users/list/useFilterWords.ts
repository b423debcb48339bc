import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import type { ListState } from '../listState';
import { accountStates } from '@/parts/users/status';
import type { FilterKey } from './filters';
import { parseTimes } from './times';
import { useNames } from './names';

/** What the filters are called, and what each lets through; undefined while the names are on their way. */
export function useFilterWords(state: ListState) {
  const { t } = useLingui();
  const format = useFormat();
  const nameOf = useNames([...state.role, ...state.group, ...state.company]);

  const names: Record<FilterKey, string> = {
    status: t`Status`,
    role: t`Role`,
    group: t`Group`,
    company: t`Company`,
    state: t`Account state`,
    consent: t`Consent`,
    signedIn: t`Last sign-in`,
    created: t`Created`,
  };

  function times(word: string): string {
    if (word === 'never') return t`never`;
    const { choice, from, until } = parseTimes(word);
    const date = (day: string) => format.date(`${day}T00:00`);
    if (choice !== 'range') {
      const days = Number(/\d+/.exec(choice)?.[0] ?? 0);
      return choice.startsWith('over')
        ? t`longer ago than ${plural(days, { one: '# day', other: '# days' })}`
        : t`in the last ${plural(days, { one: '# day', other: '# days' })}`;
    }
    if (!until) return t`since ${date(from)}`;
    return from ? `${date(from)} – ${date(until)}` : t`until ${date(until)}`;
  }

  const ids = (of: string[]) => {
    const found = of.map(nameOf);
    return found.includes(undefined) ? undefined : found.map((name) => name ?? t`unknown`).join(', ');
  };

  const values: Record<FilterKey, () => string | undefined> = {
    status: () => (state.status === 'active' ? t`Active` : state.status === 'inactive' ? t`Inactive` : ''),
    role: () => ids(state.role),
    group: () => ids(state.group),
    company: () => ids(state.company),
    state: () => state.state.map((each) => t(accountStates[each].word)).join(', '),
    consent: () => (state.consent === 'yes' ? t`yes` : state.consent === 'no' ? t`no` : ''),
    signedIn: () => state.signedIn && times(state.signedIn),
    created: () => state.created && times(state.created),
  };
  return { name: (key: FilterKey) => names[key], value: (key: FilterKey) => values[key](), times };
}
