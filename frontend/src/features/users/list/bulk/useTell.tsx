import { Plural, Trans } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import type { Run } from '@/parts/runs/useRun';
import { Link, showToast } from '@/ui';
import { follow } from './following';
import { type Doing, doneWords } from './useBulkWords';

const UndoDocument = graphql(`
  mutation UseTell($token: ID!) {
    undo(token: $token) {
      jobRun {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

/** So many names are said; the file has all. */
const mostNames = 3;

/** Says in a toast what came of a run, with the file of those who could not be changed, and the way back. */
export function useTell() {
  const { run: takeBack } = useMutation(UndoDocument);

  async function undo(token: string) {
    try {
      const { jobRun, userErrors } = (await takeBack({ token })).undo;
      if (userErrors[0]) showToast({ message: userErrors[0].message, tone: 'bad' });
      else if (jobRun) follow({ id: jobRun.id, doing: 'undo' });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  return (run: Run, doing: Doing) => {
    const changed = run.handled - run.failed;
    const token = run.undo?.token;
    showToast({
      tone: run.state === 'SUCCEEDED' && (changed > 0 || run.failed === 0) ? 'ok' : 'bad',
      message: <Result run={run} doing={doing} changed={changed} />,
      undo: token ? () => undo(token) : undefined,
    });
  };
}

function Result({ run, doing, changed }: { run: Run; doing: Doing; changed: number }) {
  const kept = doing === 'undo' ? (run.undoReport?.kept ?? []) : [];
  const names = kept
    .slice(0, mostNames)
    .map(({ name }) => name)
    .join(', ');
  return (
    <>
      {run.state === 'CANCELLED' && <>{run.log.at(-1)} </>}
      <strong>{doneWords(doing, changed)}</strong>
      {run.failed > 0 && (
        <>
          , <Plural value={run.failed} one="# could not be" other="# could not be" />
        </>
      )}
      {names ? (
        <>
          : <Trans>changed since: {names}</Trans>
          {kept.length > mostNames && '…'}
        </>
      ) : (
        run.failed > 0 && ':'
      )}
      {run.failuresUrl ? (
        <>
          {' '}
          <Link look="inherit" href={run.failuresUrl} download>
            <Trans>Download</Trans>
          </Link>
        </>
      ) : (
        '.'
      )}
    </>
  );
}
