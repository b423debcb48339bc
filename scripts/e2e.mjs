// The journeys: the built binary in a real browser, with a stand-in for Resend.
//
//   npm run e2e                             all of them
//   npm run e2e -- login list               those of the files whose names hold one of these
//   npm run e2e -- login -g double          what follows the first option goes to `playwright test` as it is
//   PORTICO_E2E_DATABASE=postgres npm run e2e
import { basename, join } from 'node:path';
import { buildBinary, buildFrontend } from './build.mjs';
import { newReport } from './report.mjs';
import { go, heading, isMain, main, root, run, Trouble } from './run.mjs';
import { browser, setup, webServer } from './setup.mjs';

/** Where the stand-in for Resend is built to. */
export const standIn = join(root, '.cache/bin/resendstandin');

/** Builds the stand-in for Resend. */
export async function buildStandIn() {
  await go(['build', '-o', standIn, './server/hubtest/resendstandin']);
}

/**
 * Arguments for `playwright test`: it looks for names in whole paths, where the folder of the repository may hold any
 * word, so names are made to mean files of the journeys. A line may follow (`login:12`).
 */
function chosen(args) {
  const option = args.findIndex((arg) => arg.startsWith('-'));
  const names = option < 0 ? args : args.slice(0, option);
  const files = names.map((name) => {
    const [, word, line = ''] = basename(name).match(/^(.*?)((?::\d+)*)$/);
    return `/frontend/e2e/[^/]*${word}[^/]*$${line}`;
  });
  return [...files, ...args.slice(names.length)];
}

/**
 * Runs the journeys against bin/portico, those that `args` names or all, with more in the environment, and answers how
 * many passed, failed and were skipped.
 */
export async function journeys(args = [], more = {}, name = 'journeys') {
  heading(name);
  await buildStandIn();
  const report = newReport(name);
  const env = {
    ...more,
    PORTICO_TEST_CHROMIUM: await browser(),
    PORTICO_TEST_NGINX: await webServer(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report.path,
  };
  const playwright = join(root, 'node_modules/.bin/playwright');
  const ended = await run(playwright, ['test', '--config=frontend/e2e/playwright.config.ts', ...chosen(args)], {
    env,
    tolerant: true,
  });
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.read().stats;
  if (ended !== 0 && unexpected === 0) throw new Trouble('the journeys did not finish');
  if (flaky > 0) console.log(`  ${name}: ${flaky} only at the second attempt`);
  return { passed: expected + flaky, failed: unexpected, skipped };
}

if (isMain(import.meta)) {
  await main(async () => {
    await setup();
    await buildFrontend({ ifNewer: true });
    await buildBinary();
    const { passed, failed } = await journeys(process.argv.slice(2));
    console.log(`\n${passed} passed, ${failed} failed`);
    if (failed > 0 || passed === 0) process.exitCode = 1;
  });
}
