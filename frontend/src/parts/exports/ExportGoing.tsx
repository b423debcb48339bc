import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { Link, Note, Progress, Stack } from '@/ui';
import { type Export, isUnderWay } from './exportQuery';

/** How far an export is, and what came of it. */
export function ExportGoing({ one }: { one: Export | undefined }) {
  const { t } = useLingui();
  const { count, dateTime } = useFormat();
  const rows = count(one?.rows ?? 0);
  const total = one?.total == null ? undefined : count(one.total);
  const goesOn = !one || isUnderWay(one);
  return (
    <Stack>
      {goesOn && <Progress label={t`Writing the file`} value={one?.rows ?? 0} max={one?.total ?? undefined} />}
      <div role="status">
        {goesOn ? (
          total === undefined ? (
            <Trans>The users are being counted.</Trans>
          ) : (
            <Plural value={one?.total ?? 0} one={`${rows} of ${total} user`} other={`${rows} of ${total} users`} />
          )
        ) : one.state === 'SUCCEEDED' ? (
          <Note
            tone="ok"
            title={
              <Plural
                value={one.rows}
                one={`The file with ${rows} user is ready.`}
                other={`The file with ${rows} users is ready.`}
              />
            }
          >
            {one.expiresAt && <Trans>It can be downloaded until {dateTime(one.expiresAt)}.</Trans>}
          </Note>
        ) : (
          <Note tone="bad" title={t`There is no file.`}>
            {one.problem}
          </Note>
        )}
      </div>
      <p>
        {goesOn && <Trans>It goes on when you close this.</Trans>}{' '}
        <Trans>
          All files of the last day are under <Link href={routes.exports}>Imports &amp; Exports</Link>.
        </Trans>
      </p>
    </Stack>
  );
}
