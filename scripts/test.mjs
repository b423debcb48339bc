// Every test there is: the static checks, Go on SQLite and PostgreSQL, the front end, the journeys in a real browser.
//
//   npm test
import { buildBinary, buildFrontend } from './build.mjs';
import { checkFrontend, checkGenerated, checkGo } from './check.mjs';
import { journeys } from './e2e.mjs';
import { goTests } from './gotest.mjs';
import { withPostgres } from './postgres.mjs';
import { newReport } from './report.mjs';
import { heading, main, npm, since, Trouble } from './run.mjs';
import { browser, setup } from './setup.mjs';

const tally = { passed: 0, failed: 0, skipped: 0 };
const troubles = [];

/** Runs one part, remembers whether it failed, and goes on, so that one run tells everything. */
async function part(name, work) {
  const start = Date.now();
  try {
    const counted = await work();
    for (const kind of Object.keys(tally)) tally[kind] += counted?.[kind] ?? 0;
    if (counted?.passed === 0) troubles.push(`${name}: no test ran`);
    if (counted?.failed > 0) troubles.push(`${name}: ${counted.failed} failed`);
  } catch (error) {
    console.error(error instanceof Trouble ? `\n✗ ${error.message}` : error);
    tally.failed++;
    troubles.push(`${name}: ${error.message}`);
  }
  console.log(`  ${name}: ${since(start)}`);
}

/** The front end's tests; their counts are read from vitest's own report. */
async function frontendTests() {
  heading('front-end tests');
  const report = newReport('front-end tests');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report.path}`];
  const ended = await npm('web:test', { args: reporters, together: true, tolerant: true });
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = report.read();
  if (ended !== 0 && failed === 0) throw new Trouble('the front-end tests did not finish');
  return { passed, failed, skipped };
}

await main(async () => {
  const start = Date.now();
  await setup();
  await browser();
  await withPostgres(async (env) => {
    await part('generated code', () => checkGenerated(env));
    await part('SPA', () => buildFrontend());
    const goLane = async () => {
      await part('Go checks', checkGo);
      heading('go test');
      await part('go test', () => goTests(env));
    };
    const webLane = async () => {
      await part('front-end checks', () => checkFrontend({ together: true }));
      await part('front-end tests', frontendTests);
    };
    await Promise.all([goLane(), webLane()]);
  });
  await part('portico', () => buildBinary());
  await part('journeys', () => journeys());
  const onPostgres = 'main journey on PostgreSQL';
  await part(onPostgres, () => journeys(['e2e/main.spec'], { PORTICO_E2E_DATABASE: 'postgres' }, onPostgres));
  console.log(`\n${tally.passed} passed, ${tally.failed} failed${tally.skipped ? `, ${tally.skipped} skipped` : ''}`);
  if (troubles.length > 0) throw new Trouble(`npm test failed after ${since(start)}:\n  ${troubles.join('\n  ')}`);
  console.log(`npm test took ${since(start)}`);
});
