// Everything that can be said without running the program; exactly what CI says first.
//
//   npm run check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFrontend } from './build.mjs';
import { generate } from './generate.mjs';
import { goTest } from './gotest.mjs';
import { withPostgres } from './postgres.mjs';
import { go, heading, isMain, main, npm, root, run, Trouble } from './run.mjs';
import { setup } from './setup.mjs';

const staticcheck = 'honnef.co/go/tools/cmd/staticcheck@v0.7.0';
const cellars = ['ent/gen', 'ent/migrations', 'graph', 'frontend/src/gen', 'frontend/src/locales'];

/** Fails when generating again changes a file: what is committed would not be what the sources say. */
export async function checkGenerated(env) {
  const before = fingerprints();
  await generate(env);
  const after = fingerprints();
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (differing.length > 0) {
    throw new Trouble(
      `Generated code was not up to date. It is now; look at these and commit them:\n  ${differing.join('\n  ')}`,
    );
  }
}

function fingerprints() {
  const files = cellars.flatMap((folder) => {
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  });
  return new Map(
    files.map((file) => [file.slice(root.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

/** Format, vet and lint of the Go side. */
export async function checkGo() {
  heading('gofmt, go vet, staticcheck');
  const unformatted = [];
  await run('gofmt', ['-l', 'ent', 'graph', 'server', 'frontend/embed.go'], { line: (file) => unformatted.push(file) });
  if (unformatted.length > 0) throw new Trouble(`gofmt -w is due on ${unformatted.join(', ')}`);
  await go(['vet', './...']);
  await go(['run', staticcheck, './...']);
}

/** The arrows between rooms. They are a test, so the whole test run has them too. */
async function checkArrows() {
  heading('arrows');
  const { passed, failed } = await goTest({}, ['./server/app', '-run', '^TestArch']);
  if (failed > 0 || passed === 0) throw new Trouble('an arrow between rooms runs back, or its test is gone');
}

/** Format, lint with its zones, types and sizes of the front end, the journeys and these scripts. */
export async function checkFrontend(options) {
  heading('front end: format, lint, types, sizes');
  await npm('web:check', options);
  const local = (program) => join(root, 'node_modules/.bin', program);
  await run(
    local('prettier'),
    ['--check', '--log-level=warn', '--config=frontend/.prettierrc.json', 'scripts'],
    options,
  );
  await run(local('eslint'), ['--config=frontend/eslint.config.js', 'scripts'], options);
  await run(local('tsc'), ['-p', 'frontend/e2e'], options);
}

/** Runs both at once and waits for both, so that one run tells everything; then fails if either failed. */
async function both(first, second) {
  const failed = (await Promise.allSettled([first(), second()])).filter((result) => result.status === 'rejected');
  if (failed.length > 0) throw new Trouble(failed.map(({ reason }) => reason.message).join('\n✗ '));
}

if (isMain(import.meta)) {
  await main(async () => {
    await setup();
    await withPostgres(checkGenerated);
    await buildFrontend();
    await both(
      async () => {
        await checkGo();
        await checkArrows();
      },
      () => checkFrontend({ together: true }),
    );
  });
}
