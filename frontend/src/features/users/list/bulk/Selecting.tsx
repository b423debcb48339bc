import { Trans, useLingui } from '@lingui/react/macro';
import { ChevronUp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { UserFilter } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { withWords } from '@/lib/words';
import { ActionBar, ActionBarEnd, Button, Menu, returnFocus } from '@/ui';
import type { Selected } from '@/lib/useSelected';
import { type BulkAction, useBulkEntries } from './actions';
import { follow, useFollowed } from './following';
import { Going } from './Going';

const BulkDialog = lazy(() => withWords(import('./BulkDialog'), import('@/locales/en/users.po')));

interface Props {
  selected: Selected;
  /** What the list finds, and how many; about so many. */
  filter: UserFilter;
  count: number;
  isAbout: boolean;
}

/** **37 selected**: what can be done to them at once, and how far that is. */
export default function Selecting({ selected, filter, count, isAbout }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const [action, setAction] = useState<BulkAction>();
  const followed = useFollowed();
  const entries = useBulkEntries(setAction);
  const { ids, isAll } = selected;
  const chosen = isAll ? count : ids.size;
  const about = isAll && isAbout ? t`about ${format.count(chosen)}` : format.count(chosen);
  const all = isAbout ? t`about ${format.count(count)}` : format.count(count);
  const clear = () => {
    selected.select(new Set());
    returnFocus();
  };
  return (
    <>
      <span role="status" className="visually-hidden">
        {chosen > 0 && <Trans>{about} selected</Trans>}
      </span>
      {followed && <Going key={followed.id} followed={followed} />}
      {chosen > 0 && (
        <ActionBar label={t`Selection`}>
          <strong aria-hidden>
            <Trans>{about} selected</Trans>
          </strong>
          {!isAll && count > chosen && (
            <Button variant="quiet" onPress={selected.selectAll}>
              <Trans>Select all {all} matching</Trans>
            </Button>
          )}
          <Button variant="quiet" onPress={clear}>{t`Clear`}</Button>
          <ActionBarEnd>
            <Menu
              label={t`Actions for ${about} selected`}
              placement="bottom end"
              trigger={
                <Button variant="primary" trailingIcon={ChevronUp} aria-label={t`Actions for ${about} selected`}>
                  {t`Actions`}
                </Button>
              }
              items={entries}
            />
          </ActionBarEnd>
        </ActionBar>
      )}
      {action && (
        <Suspense>
          <BulkDialog
            action={action}
            who={isAll ? { filter } : { userIds: [...ids] }}
            count={chosen}
            onClose={() => setAction(undefined)}
            onStarted={(id) => {
              setAction(undefined);
              follow({ id, doing: action });
              clear();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
