import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { Button, Note, PageTitle } from '@/ui';

/** What has happened, under a heading that takes the focus: what was pressed is gone. */
export function Done({ title, lead, children }: { title: string; lead: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, []);
  return (
    <>
      <PageTitle title={title} lead={lead} />
      {children && <Note tone="info">{children}</Note>}
    </>
  );
}

/** That something could not be asked, and the way to ask again. */
export function Retry({ title, sentence, onRetry }: { title: string; sentence: string; onRetry: () => void }) {
  return (
    <>
      <PageTitle title={title} />
      <Note
        tone="bad"
        role="alert"
        title={sentence}
        actions={
          <Button onPress={onRetry}>
            <Trans>Retry</Trans>
          </Button>
        }
      />
    </>
  );
}
