import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Note, RadioGroup, Stack, TextField } from '@/ui';
import { parseTimes } from './times';

interface Props {
  label: string;
  /** Words of the address: `never`, `30d`, `over90d`. */
  choices: readonly string[];
  value: string;
  onChange: (value: string) => void;
}

/** A time as one of some choices, or as a range of days whose ends may be left open. */
export function TimesEditor({ label, choices, value, onChange }: Props) {
  const { t } = useLingui();
  const given = parseTimes(value);
  const [isRange, setRange] = useState(given.choice === 'range');
  const [range, setDays] = useState({ from: given.from, until: given.until });
  const isBackwards = !!range.from && !!range.until && range.from > range.until;

  function name(choice: string): string {
    if (choice === 'never') return t`Never`;
    const days = Number(/\d+/.exec(choice)?.[0]);
    if (choice === '1d') return t`Since yesterday`;
    return choice.startsWith('over')
      ? t`Longer ago than ${plural(days, { one: '# day', other: '# days' })}`
      : t`In the last ${plural(days, { one: '# day', other: '# days' })}`;
  }

  function choose(choice: string) {
    setRange(choice === 'range');
    if (choice !== 'range') onChange(choice);
  }

  function setDay(end: Partial<typeof range>) {
    const next = { ...range, ...end };
    setDays(next);
    const isFine = (next.from || next.until) && !(next.from && next.until && next.from > next.until);
    if (isFine) onChange(`${next.from}..${next.until}`);
  }

  const known = choices.includes(value) || !value || isRange ? choices : [value, ...choices];
  return (
    <>
      <RadioGroup
        label={label}
        options={[
          { id: '', name: t`Any time` },
          ...known.map((choice) => ({ id: choice, name: name(choice) })),
          { id: 'range', name: t`A range of dates` },
        ]}
        value={isRange ? 'range' : value}
        onChange={choose}
      />
      {isRange && (
        <>
          <Stack>
            <TextField type="date" label={t`From`} value={range.from} onChange={(from) => setDay({ from })} />
            <TextField type="date" label={t`Until`} value={range.until} onChange={(until) => setDay({ until })} />
          </Stack>
          {isBackwards && <Note tone="bad" title={t`The first day is after the last.`} />}
        </>
      )}
    </>
  );
}
