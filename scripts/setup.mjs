// Brings what the other scripts stand on: npm's packages, a Go toolchain, a browser for the journeys.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, has, heading, isMain, main, root, run, Trouble } from './run.mjs';

/** Installs npm's packages unless they are what package-lock.json says, and checks that Go is there. */
export async function setup() {
  if (!has('go')) throw new Trouble('Portico is built with Go. Install it from go.dev or your system’s packages.');
  if (installed()) return;
  heading('npm packages');
  // No package of ours needs to run a script of its own to be installed.
  await run('npm', [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}

/** Whether node_modules holds what package-lock.json names: npm keeps its own list of what it installed there. */
function installed() {
  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});
  const have = read(join(root, 'node_modules/.package-lock.json'));
  return Object.entries(read(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || (path in have ? have[path].version === version : optional),
  );
}

/** The path of a Chromium or Chrome, installed with apt-get where that is possible. */
export async function browser() {
  const named = process.env.PORTICO_TEST_CHROMIUM;
  if (named && !existsSync(named)) throw new Trouble(`PORTICO_TEST_CHROMIUM names ${named}, which is not there.`);
  const found = named ?? findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && has('apt-get')) await aptGet('chromium');
  const now = findBrowser();
  if (now) return now;
  throw new Trouble(
    'The journeys need Chromium. Install your system’s chromium package, or set PORTICO_TEST_CHROMIUM to the path of a Chromium or Chrome.',
  );
}

function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const mac = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  return mac.find(existsSync) ?? (names.map((name) => ask('which', name)).find(Boolean) || undefined);
}

/** Installs one of Debian's packages. Only root can. */
export async function aptGet(name) {
  heading(`apt-get install ${name}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env });
}

if (isMain(import.meta)) {
  await main(async () => {
    await setup();
    await browser();
  });
}
