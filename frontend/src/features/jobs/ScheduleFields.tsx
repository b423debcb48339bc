import { Trans, useLingui } from '@lingui/react/macro';
import { useFormContext, useWatch } from 'react-hook-form';
import { graphql } from '@/gen';
import { useField } from '@/lib/forms';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { ComboBox, FieldGrid, Note, Select, TextField, Whole } from '@/ui';
import type { JobValues } from './jobsQuery';
import { cronOf, lackOf, type Rhythm } from './rhythm';
import { useScheduleWords, useWeekdays } from './useScheduleWords';

const TimesQuery = graphql(`
  query ScheduleFields($schedule: String!, $timeZone: String!) {
    scheduledTimes(schedule: $schedule, timeZone: $timeZone)
  }
`);

const zoneOf = (id: string) => ({ id, name: id.replaceAll('_', ' ') });

/** Every zone that the browser knows; some browsers name UTC, others do not. */
const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].map(zoneOf);

/** When a job runs: how often, at which time of which place, in words, with the next five runs. */
export function ScheduleFields() {
  const { t } = useLingui();
  const weekdays = useWeekdays();
  const { control } = useFormContext<JobValues>();
  const rhythm = useField(control, 'rhythm');
  const zone = useField(control, 'timeZone');
  const time = useField(control, 'time');
  const weekday = useField(control, 'weekday');
  const monthDay = useField(control, 'monthDay');
  const cron = useField(control, 'cron');
  const is = (...some: Rhythm[]) => some.includes(rhythm.value);
  return (
    <FieldGrid>
      <Select
        label={t`Repeat`}
        options={[
          { id: 'NONE', name: t`By hand only` },
          { id: 'HOURLY', name: t`Every hour` },
          { id: 'DAILY', name: t`Every day` },
          { id: 'WEEKDAYS', name: t`Monday to Friday` },
          { id: 'WEEKLY', name: t`Every week` },
          { id: 'MONTHLY', name: t`Every month` },
          { id: 'CRON', name: t`Own schedule (cron)` },
        ]}
        {...rhythm}
        onChange={(id) => rhythm.onChange(id as Rhythm)}
      />
      {is('WEEKLY') && (
        <Select label={t`Day`} options={weekdays.map((name, id) => ({ id: String(id), name }))} {...weekday} />
      )}
      {is('MONTHLY') && <TextField label={t`Day of the month`} inputMode="numeric" {...monthDay} />}
      {is('HOURLY', 'DAILY', 'WEEKDAYS', 'WEEKLY', 'MONTHLY') && (
        <TextField
          label={t`Time`}
          type="time"
          description={is('HOURLY') ? t`Only the minutes count.` : undefined}
          {...time}
        />
      )}
      {is('CRON') && (
        <TextField
          label={t`Cron`}
          spellCheck="false"
          description={t`Minute, hour, day of the month, month, day of the week.`}
          {...cron}
        />
      )}
      {!is('NONE') && (
        <ComboBox
          label={t`Time zone`}
          options={zones}
          {...zone}
          value={zoneOf(zone.value)}
          onChange={(option) => option && zone.onChange(option.id)}
        />
      )}
      <Whole>
        <NextTimes />
      </Whole>
    </FieldGrid>
  );
}

/** The schedule in words, and when it falls due next. */
function NextTimes() {
  const { t } = useLingui();
  const format = useFormat();
  const words = useScheduleWords();
  const values = useWatch<JobValues>() as JobValues;
  const schedule = useSettled(cronOf(values), 300);
  const { timeZone } = values;
  const isWhole = lackOf(values).length === 0;
  const { data, failure } = useQuery(TimesQuery, { schedule, timeZone }, { isPaused: schedule === '' || !isWhole });
  if (!isWhole) return null;
  if (schedule === '') return <Note tone="info" title={t`The job runs when somebody says so.`} />;
  return (
    <Note tone={failure ? 'warn' : 'info'} title={failure ? failure.message : words(schedule, timeZone)}>
      {!failure && data && <Trans>Next runs: {data.scheduledTimes.map((at) => format.dateTime(at)).join(' · ')}</Trans>}
    </Note>
  );
}
