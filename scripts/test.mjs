// Every test there is: the static checks, Go on SQLite and PostgreSQL, the front end, the journeys in a real browser.
//
//   npm test
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBinary, buildFrontend } from './build.mjs';
import { both, checkFrontend, checkGenerated, checkGo } from './check.mjs';
import { journeys } from './e2e.mjs';
import { goTest } from './gotest.mjs';
import { withPostgres } from './postgres.mjs';
import { heading, main, npm, root, since, Trouble } from './run.mjs';
import { browser, setup } from './setup.mjs';

const tally = { passed: 0, failed: 0, skipped: 0 };
const troubles = [];

/** Runs one part, remembers how it failed, and goes on, so that one run tells everything. */
async function part(work) {
  const start = Date.now();
  try {
    const counted = await work();
    for (const kind of Object.keys(tally)) tally[kind] += counted?.[kind] ?? 0;
    if (counted?.passed === 0) throw new Trouble(`${counted.name} ran no test`);
    if (counted?.failed > 0) throw new Trouble(`${counted.name}: ${counted.failed} failed`);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`\n✗ ${error.message}`);
    troubles.push(error.message);
  }
  console.log(`  (${since(start)})`);
}

/** The front end's tests; their counts are read from vitest's own report. */
async function frontendTests() {
  heading('front-end tests');
  const report = join(root, '.cache/vitest.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await npm('web:test', { args: reporters, together: true, tolerant: true });
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
  } = JSON.parse(readFileSync(report, 'utf8'));
  if (ended !== 0 && failed === 0) throw new Trouble('the front-end tests did not finish');
  return { name: 'front-end tests', passed, failed, skipped };
}

await main(async () => {
  const start = Date.now();
  await setup();
  await browser();
  await withPostgres(async (env) => {
    await part(() => checkGenerated(env));
    await part(() => buildFrontend());
    const goLane = async () => {
      await part(checkGo);
      heading('go test');
      await part(() => goTest(env));
    };
    const webLane = async () => {
      await part(() => checkFrontend({ together: true }));
      await part(frontendTests);
    };
    await both(goLane, webLane);
  });
  await part(() => buildBinary());
  await part(() => journeys());
  console.log(`\n${tally.passed} passed, ${tally.failed} failed${tally.skipped ? `, ${tally.skipped} skipped` : ''}`);
  if (troubles.length > 0) throw new Trouble(`npm test failed after ${since(start)}:\n  ${troubles.join('\n  ')}`);
  console.log(`npm test took ${since(start)}`);
});
