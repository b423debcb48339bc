import { Trans } from '@lingui/react/macro';
import { Button, Note, PageTitle } from '@/ui';

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
