import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { routes } from '@/lib/routes';
import { withWords } from '@/lib/words';
import { Button, ViewTabEnd, ViewTabs } from '@/ui';
import { formatList, type ListState } from '../listState';
import { fixedTab, fixedViews } from './fixedViews';
import { readLook } from './look';
import type { ViewCount } from './useCounts';

const Views = lazy(() => withWords(import('./Views'), import('@/locales/en/users-tools.po')));

/** So much room is kept for a count before one was seen, in letters: for "99,999", or "912K". */
const usualRoom = 5.5;

/** The fixed views of the list as tabs, and those that were saved. Filters beside a view stay on the way to another. */
export function ListTabs({ state, isReady }: { state: ListState; isReady: boolean }) {
  const { t } = useLingui();
  const [rooms] = useState(() => {
    const { counts } = readLook();
    return fixedViews.map((_, index) => counts[index] || usualRoom);
  });
  const [counts, setCounts] = useState<ViewCount[]>([]);
  const [isSaving, setSaving] = useState(false);
  const labels = [t`All`, t`Active`, t`Inactive`, t`Invited, not set up`, t`Locked`];
  const items = fixedViews.map((view, index) => ({
    href: routes.users + formatList({ ...state, ...view, view: '', peek: '' }),
    label: labels[index]!,
    room: rooms[index],
    ...counts[index],
  }));
  return (
    <ViewTabs label={t`Views`} items={items} current={state.view ? -1 : fixedTab(state)}>
      {isReady && (
        <Suspense>
          <Views
            state={state}
            rooms={rooms}
            onCounts={setCounts}
            isSaving={isSaving}
            onSaved={() => setSaving(false)}
          />
        </Suspense>
      )}
      <ViewTabEnd>
        <Button variant="quiet" size="small" onPress={() => setSaving(true)}>{t`Save view…`}</Button>
      </ViewTabEnd>
    </ViewTabs>
  );
}
