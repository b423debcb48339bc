import { useLingui } from '@lingui/react/macro';
import { ArrowDownUp } from 'lucide-react';
import { lazy } from 'react';
import { useCan } from '@/lib/viewer';
import { withWords } from '@/lib/words';
import { isFiltered, type ListState, listVariables } from '../listState';
import { OpenerButton } from './OpenerButton';

const ExportMenu = lazy(() => withWords(import('@/parts/exports/ExportMenu'), import('@/locales/en/transfers.po')));

/** **Import & Export**, for whoever may export: files of all users, or of those whom the list shows. */
export function ExportButton({ state }: { state: ListState }) {
  const { t } = useLingui();
  if (!useCan()('EXPORT')) return null;
  return (
    <OpenerButton label={t`Import & Export`} icon={ArrowDownUp}>
      {(at, close) => (
        <ExportMenu at={at} filter={isFiltered(state) ? listVariables(state).filter : undefined} onClose={close} />
      )}
    </OpenerButton>
  );
}
