// What a test runner says of its run in a file, beside what it shows.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, Trouble } from './run.mjs';

/** A place for a runner's JSON, empty at first; `read` fails when the runner wrote none, because it died. */
export function newReport(name) {
  const path = join(root, '.cache', `${name}.json`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(path, { force: true });
  const read = () => {
    if (!existsSync(path)) throw new Trouble(`the ${name} did not finish`);
    return JSON.parse(readFileSync(path, 'utf8'));
  };
  return { path, read };
}
