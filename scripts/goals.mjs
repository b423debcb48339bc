// Measures in a browser what Portico promises to whoever looks after a million users: how soon the first rows are there,
// how long the list takes to answer a key or a click, and that nothing moves, fails or comes from elsewhere.
//
//   npm run goals                                  1,000,000 users on SQLite; the users are made up the first time
//   npm run goals -- --users 20000 --database postgres --rounds 3
//   npm run goals -- --check                       exit code 1 when a goal is missed
//   npm run goals -- --all                         names the time of every interaction
//
// It uses the databases that `npm run bench` keeps in .cache/bench, and keeps what it has to make itself in .cache/goals.
// Nothing is written but what signing in writes.
import { parseArgs } from 'node:util';
import { binary, buildBinary, buildFrontend } from './build.mjs';
import { openBrowser } from './goals/browser.mjs';
import { serve } from './goals/hub.mjs';
import { interactions } from './goals/interactions.mjs';
import { coldStart, lastRow, walk } from './goals/measure.mjs';
import { goalsOf, lineOf, median } from './goals/report.mjs';
import { heading, main, Trouble } from './run.mjs';
import { setup } from './setup.mjs';

/** What was asked for on the command line. */
function wanted() {
  const { values } = parseArgs({
    options: {
      users: { type: 'string', default: '1000000' },
      database: { type: 'string', default: 'sqlite' },
      rounds: { type: 'string', default: '5' },
      check: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  const [users, rounds] = [Number(values.users), Number(values.rounds)];
  if (!Number.isInteger(users) || users < 1000) throw new Trouble('--users: a number from 1000 on');
  if (!Number.isInteger(rounds) || rounds < 1) throw new Trouble('--rounds: a number from 1 on');
  if (!['sqlite', 'postgres'].includes(values.database)) throw new Trouble('--database: sqlite or postgres');
  return { ...values, users, rounds };
}

/** Everything that is measured over one hub. */
async function measure(hub, rounds) {
  const browser = await openBrowser(hub);
  try {
    heading(`${rounds} cold starts`);
    const starts = [];
    for (let round = 0; round < rounds; round++) starts.push(await coldStart(browser));
    heading(`${interactions.length} interactions`);
    const answers = await walk(browser, interactions);
    heading('the last row');
    const ends = [];
    for (let round = 0; round < rounds; round++) ends.push(await lastRow(browser, hub));
    return { starts, answers, ends, findings: browser.findings, shifts: browser.shifts };
  } finally {
    await browser.close();
  }
}

// Whoever stops it stops the hub and the browser, too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

await main(async () => {
  const options = wanted();
  await setup();
  await buildFrontend({ ifNewer: true });
  await buildBinary();
  const hub = await serve(binary, options);
  try {
    const measured = await measure(hub, options.rounds);
    const goals = goalsOf(hub, measured);
    const slowest = measured.answers.toSorted((one, other) => other.duration - one.duration);
    const times = slowest.map(({ duration }) => duration);
    console.log(`\n${hub.count.toLocaleString('en')} users, ${options.database}, ${options.rounds} rounds\n`);
    console.log(['| goal | value | measured |', '|---|---|---|', ...goals.map(lineOf)].join('\n'));
    console.log(`\nThe slowest of ${times.length} interactions, with a median of ${median(times)} ms:`);
    for (const { name, duration, slowestTask } of options.all ? slowest : slowest.slice(0, 5))
      console.log(`  ${duration} ms  ${name}${slowestTask ? ` (longest task after it: ${slowestTask} ms)` : ''}`);
    for (const finding of measured.findings) console.log(`  ${finding}`);
    for (const shift of measured.shifts)
      console.log(`  moved: ${shift.value.toFixed(5)} after "${shift.after}": ${shift.what}`);
    if (options.check && goals.some((goal) => !goal.isMet)) process.exitCode = 1;
  } finally {
    await hub.stop();
  }
});
