/** The number in the middle. */
export const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

const ms = (number) => `${Math.round(number)} ms`;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Each goal with what was measured: { goal, value, measured, isMet }. */
export function goalsOf(hub, { starts, answers, ends, findings, shifts }) {
  const worst = answers.reduce((one, other) => (other.duration > one.duration ? other : one));
  const moved = (isAsked) =>
    sum(shifts.filter((shift) => shift.isAsked === isAsked && !(isAsked && shift.isMoving)).map(({ value }) => value));
  const [first, end] = [median(starts), median(ends.map(({ duration }) => duration))];
  const count = (kind) => findings.filter((finding) => finding.startsWith(kind)).length;
  const zero = (goal, number) => ({ goal, value: '0', measured: String(number), isMet: number === 0 });
  return [
    { goal: 'first rows, cold, median', value: '≤ 500 ms', measured: ms(first), isMet: first <= 500 },
    {
      goal: `worst of ${answers.length} interactions`,
      value: '< 100 ms',
      measured: `${ms(worst.duration)} (${worst.name})`,
      isMet: worst.duration < 100 && answers.length >= 60,
    },
    zero('layout shift', round(moved(false))),
    zero('layout shift after a key or click that moves nothing', round(moved(true))),
    zero('console errors and exceptions', findings.length - count('outside') - count('console: CSP')),
    zero('requests outside the origin', count('outside')),
    zero('violations of the content security policy', count('console: CSP')),
    {
      goal: 'the true last row by Ctrl End, median',
      value: `row ${hub.count.toLocaleString('en')}`,
      measured: ends.every(({ isThere }) => isThere) ? `there after ${ms(end)}` : 'not there',
      isMet: ends.every(({ isThere }) => isThere),
    },
  ];
}

const round = (number) => Math.round(number * 1e5) / 1e5;

/** A goal as a line of a Markdown table. */
export const lineOf = ({ goal, value, measured, isMet }) =>
  `| ${goal} | ${value} | ${isMet ? measured : `**${measured}**`} |`;
