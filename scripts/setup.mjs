// Brings what the other scripts stand on: npm's packages, a Go toolchain, a browser and a web server for the journeys.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
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

/**
 * The path of an nginx. Where there is none, Debian's package is unpacked beside the other things that tests need: installed
 * it would begin to serve.
 */
export async function webServer() {
  const named = process.env.PORTICO_TEST_NGINX;
  if (named && !existsSync(named)) throw new Trouble(`PORTICO_TEST_NGINX names ${named}, which is not there.`);
  const folder = join(root, '.cache/nginx');
  const unpacked = join(folder, 'usr/sbin/nginx');
  const found = named ?? (ask('which', 'nginx') || ['/usr/sbin/nginx', unpacked].find(existsSync));
  if (found) return found;
  if (has('apt-get') && has('dpkg')) {
    heading('apt-get download nginx');
    mkdirSync(folder, { recursive: true });
    if (process.getuid?.() === 0) await run('apt-get', ['update', '-qq']);
    await run('sh', ['-c', 'cd "$0" && apt-get download -qq nginx', folder], { tolerant: true });
    const file = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (file) await run('dpkg', ['-x', join(folder, file), folder]);
    if (existsSync(unpacked)) return unpacked;
  }
  throw new Trouble(
    'The journeys need nginx. Install your system’s nginx package, or set PORTICO_TEST_NGINX to the path of one.',
  );
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
    await webServer();
  });
}
