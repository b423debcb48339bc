import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { Card, Figures, LinkButton, Note, type Tone } from '@/ui';
import { type Import } from './importsQuery';
import { Issues, useIssues } from './Issues';
import { UndoImport } from './UndoImport';

/** What came of a run: how many, who was left out, and the way back; of one that was taken back, who was not. */
export function Result({ one, tell }: { one: Import; tell: (one: Import) => void }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const format = useFormat();
  const list = useIssues(one);
  const tones: Partial<Record<Import['state'], Tone>> = { DONE: 'ok', FAILED: 'bad', STOPPED: 'warn', UNDONE: 'info' };
  return (
    <>
      <Note
        tone={tones[one.state] ?? 'info'}
        role="status"
        title={one.state === 'UNDONE' ? <Trans>This import was taken back.</Trans> : <Sentence one={one} />}
        actions={
          <>
            <LinkButton href={routes.users}>{t`To the users`}</LinkButton>
            <LinkButton href={routes.newImport}>{t`Import another file`}</LinkButton>
            {one.undoableUntil && <UndoImport one={one} tell={tell} />}
          </>
        }
      >
        {one.state !== 'DONE' && one.reason && <p>{one.reason}</p>}
        {one.undoableUntil && (
          <p>
            <Trans>It can be undone until {format.dateTime(one.undoableUntil)}.</Trans>
          </p>
        )}
      </Note>
      {one.state !== 'UNDONE' && (
        <Figures
          items={[
            { value: count(one.added), name: t`added`, tone: one.added ? 'ok' : 'off' },
            { value: count(one.updated), name: t`updated`, tone: one.updated ? undefined : 'off' },
            { value: count(one.unchanged), name: t`unchanged`, tone: 'off' },
            { value: count(one.failed), name: t`rows had problems`, tone: one.failed ? 'bad' : 'off' },
          ]}
        />
      )}
      {one.undoReport && <Report one={one} report={one.undoReport} />}
      {one.state !== 'UNDONE' && <Issues one={one} list={list} />}
    </>
  );
}

/** "1,204 users added, 310 updated, 9 rows had problems." */
function Sentence({ one }: { one: Import }) {
  const { count } = useFormat();
  const added = count(one.added);
  const failed = count(one.failed);
  return (
    <>
      <Plural value={one.added} one={`${added} user added`} other={`${added} users added`} />
      {', '}
      <Trans>{count(one.updated)} updated</Trans>
      {one.failed > 0 && (
        <>
          {', '}
          <Plural value={one.failed} one={`${failed} row had problems`} other={`${failed} rows had problems`} />
        </>
      )}
      .
    </>
  );
}

type Items = NonNullable<Import['undoReport']>['kept'];

/** Who was taken back, and who was not, by name and with the reason. Of those kept, no more than the first are listed. */
function Report({ one, report }: { one: Import; report: NonNullable<Import['undoReport']> }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const kept = Math.max(report.kept.length, one.added + one.updated - report.reversed - report.failed.length);
  return (
    <>
      <Figures
        items={[
          { value: count(report.reversed), name: t`removed, or as before`, tone: 'ok' },
          { value: count(kept), name: t`kept, changed since`, tone: kept ? 'warn' : 'off' },
          { value: count(report.failed.length), name: t`failed`, tone: report.failed.length ? 'bad' : 'off' },
        ]}
      />
      <People title={t`Kept, since they were changed again`} items={report.kept} more={kept - report.kept.length} />
      <People title={t`Failed`} items={report.failed} />
    </>
  );
}

function People({ title, items, more = 0 }: { title: string; items: Items; more?: number }) {
  if (items.length === 0) return null;
  return (
    <Card title={title}>
      <ul>
        {items.map(({ entityId, name, reason }) => (
          <li key={entityId}>
            <strong>{name}</strong>: {reason}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      )}
    </Card>
  );
}
