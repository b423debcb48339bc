import { useLingui } from '@lingui/react/macro';
import { Columns3 } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { withWords } from '@/lib/words';
import { Button } from '@/ui';
import type { ListLook } from './look';

const Columns = lazy(() => withWords(import('./Columns'), import('@/locales/en/users-tools.po')));

interface Props {
  look: ListLook;
  onChange: (part: Partial<ListLook>) => void;
}

/** Opens the choice of columns and of the height of rows. */
export function ColumnsButton(props: Props) {
  const { t } = useLingui();
  const button = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        ref={button}
        icon={Columns3}
        aria-haspopup="menu"
        aria-expanded={!!at}
        onPress={() => setAt(button.current)}
      >
        {t`Columns`}
      </Button>
      {at && (
        <Suspense>
          <Columns {...props} at={at} onClose={() => setAt(null)} />
        </Suspense>
      )}
    </>
  );
}
