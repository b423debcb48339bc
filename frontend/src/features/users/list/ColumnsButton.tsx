import { useLingui } from '@lingui/react/macro';
import { Columns3 } from 'lucide-react';
import { lazy } from 'react';
import { withWords } from '@/lib/words';
import type { ListLook } from './look';
import { OpenerButton } from './OpenerButton';

const Columns = lazy(() => withWords(import('./Columns'), import('@/locales/en/users-tools.po')));

interface Props {
  look: ListLook;
  onChange: (part: Partial<ListLook>) => void;
}

/** Opens the choice of columns and of the height of rows. */
export function ColumnsButton(props: Props) {
  const { t } = useLingui();
  return (
    <OpenerButton label={t`Columns`} icon={Columns3}>
      {(at, close) => <Columns {...props} at={at} onClose={close} />}
    </OpenerButton>
  );
}
