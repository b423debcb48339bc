import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNow } from './useNow';
import { graphql, readFragment } from '@/gen';
import { localTime } from '@/lib/connection';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { Button, Card, Progress, Row, Stack } from '@/ui';
import { type Import, ImportFacts, touchedByImports } from './importsQuery';
import { useOrder } from './useOrder';

const StopDocument = graphql(`
  mutation StopImport($input: IDInput!) {
    stopImport(input: $input) {
      import {
        ...ImportFacts
      }
      userErrors {
        message
      }
    }
  }
`);

/** How fast it is, in rows a second, and how many seconds are left; undefined while that cannot be said yet. */
function paceOf({ startedAt, processed, rows }: Import, now: number) {
  const seconds = startedAt ? (now - localTime(startedAt)) / 1000 : 0;
  if (seconds < 1 || processed === 0) return undefined;
  const rate = processed / seconds;
  return { rate, left: rows > processed ? (rows - processed) / rate : 0 };
}

/** What goes on, with its rate and the time that is left, and **Stop**. It goes on by itself, whoever looks. */
export function Going({ one, tell }: { one: Import; tell: (one: Import) => void }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const stopping = useMutation(StopDocument, touchedByImports);
  const { order } = useOrder(tell);
  const pace = paceOf(one, useNow());
  const titles = { CHECKING: t`Checking the rows`, RUNNING: t`Importing`, UNDOING: t`Taking it back` };
  const title = titles[one.state as keyof typeof titles];
  const isUndoing = one.state === 'UNDOING';
  const stop = () =>
    order(async () => {
      const { import: stopped, userErrors } = (await stopping.run({ input: { id: one.id } })).stopImport;
      return { one: readFragment(ImportFacts, stopped), userErrors };
    });
  return (
    <Card
      title={title}
      lead={
        one.state === 'CHECKING' ? (
          <Trans>Nothing is saved by it.</Trans>
        ) : (
          <Trans>You can leave this page: it goes on, and is found again under Imports & Exports.</Trans>
        )
      }
      actions={!isUndoing && <Button isPending={stopping.isPending} onPress={() => void stop()}>{t`Stop`}</Button>}
    >
      <Stack>
        <Progress
          isWide
          label={title}
          value={isUndoing ? 0 : one.processed}
          max={isUndoing ? undefined : one.rows || undefined}
        />
        {!isUndoing && (
          <Row isApart>
            <span>
              {one.rows > 0 ? (
                <Trans>
                  {count(one.processed)} of {count(one.rows)} rows
                </Trans>
              ) : (
                <Trans>Counting the rows…</Trans>
              )}
            </span>
            {pace && (
              <span>
                <Trans>{count(Math.max(1, Math.round(pace.rate)))} rows a second</Trans>
                {pace.left > 0 && (
                  <>
                    {' · '}
                    <Left seconds={pace.left} />
                  </>
                )}
              </span>
            )}
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function Left({ seconds }: { seconds: number }) {
  if (seconds < 60)
    return <Plural value={Math.max(1, Math.ceil(seconds))} one="about # second left" other="about # seconds left" />;
  return <Plural value={Math.ceil(seconds / 60)} one="about # minute left" other="about # minutes left" />;
}
