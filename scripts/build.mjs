// Makes bin/portico: the SPA first, then the binary around it.
//
//   npm run build
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, go, heading, isMain, main, manifest, npm, root } from './run.mjs';
import { setup } from './setup.mjs';

/** Where the finished program lies. */
export const binary = join(root, 'bin/portico');

/** Builds the SPA into frontend/dist. With `ifNewer`, only when a source is newer than what is there. */
export async function buildFrontend({ ifNewer = false, ...options } = {}) {
  if (ifNewer && changed(['frontend', 'package-lock.json']) < changed(['frontend/dist/index.html'])) return;
  heading('SPA');
  await npm('web:build', options);
}

/** Builds the program; Go itself knows what changed. Works without git, too: then the version has no commit. */
export async function buildBinary(target = binary, options = {}) {
  const stamps = [
    `-X main.version=${manifest.version}`,
    `-X main.commit=${ask('git', 'rev-parse', '--short=12', 'HEAD')}`,
  ];
  heading('portico');
  await go(['build', '-ldflags', `-s -w ${stamps.join(' ')}`, '-o', target, './server'], options);
}

/** When the newest source file under these paths changed, in milliseconds; 0 when there is none. */
function changed(paths) {
  const skipped = ['frontend/dist', 'frontend/e2e', 'frontend/test-results'].map((folder) => join(root, folder));
  const newest = (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
    return Math.max(
      0,
      ...readdirSync(path)
        .map((name) => join(path, name))
        .filter((inner) => !skipped.includes(inner))
        .map(newest),
    );
  };
  return Math.max(...paths.map((path) => newest(join(root, path))));
}

if (isMain(import.meta)) {
  await main(async () => {
    await setup();
    await buildFrontend();
    await buildBinary();
  });
}
