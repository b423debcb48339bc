// Go's tests, told as `go test` tells them, and counted.
import { ask, go, has, Trouble } from './run.mjs';

/** Rooms where things happen at once: their tests run under the race detector. */
const concurrent = ['clock', 'job', 'mail', 'secret', 'store'];

/** Runs every Go test, on SQLite and on the PostgreSQL that `env` names; answers how many passed, failed, were skipped. */
export async function goTests(env) {
  const packages = [];
  await go(['list', './...'], { line: (name) => packages.push(name) });
  const able = has(ask('go', 'env', 'CC'));
  if (!able) console.log('The race detector needs a C compiler, and there is none: running without it.');
  const raced = (name) => able && concurrent.some((room) => name.endsWith(`/server/${room}`));
  const plain = await goTest(
    env,
    packages.filter((name) => !raced(name)),
  );
  if (!packages.some(raced)) return plain;
  const race = await goTest({ ...env, CGO_ENABLED: '1' }, ['-race', ...packages.filter(raced)]);
  return Object.fromEntries(Object.keys(plain).map((kind) => [kind, plain[kind] + race[kind]]));
}

/**
 * Runs `go test`, shows a line for each package and the whole output of what failed, and counts. Subtests count with
 * their test; a package that fails without a failed test (it does not compile) counts as one.
 */
export async function goTest(env, args) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const tell = teller(count);
  try {
    await go(['test', '-json', '-timeout', '60m', ...args], { env, line: (text) => tell(text) });
  } catch (error) {
    if (!(error instanceof Trouble) || count.failed === 0) throw error;
  }
  return count;
}

/** Reads the events of `go help test2json` line by line. */
function teller(count) {
  const kept = new Map();
  const failing = new Set();
  return (text) => {
    if (!text.startsWith('{')) return console.log(text);
    const event = JSON.parse(text);
    if (event.Action === 'build-output') return process.stdout.write(event.Output);
    const key = `${event.Package} ${event.Test ?? ''}`;
    if (event.Action === 'output') return keep(kept, key, event);
    if (!['pass', 'fail', 'skip'].includes(event.Action)) return;
    const counts = event.Test ? !event.Test.includes('/') : event.Action === 'fail' && !failing.has(event.Package);
    if (counts) count[{ pass: 'passed', fail: 'failed', skip: 'skipped' }[event.Action]]++;
    if (event.Action === 'fail') failing.add(event.Package);
    const output = kept.get(key) ?? [];
    kept.delete(key);
    if (event.Action === 'fail') process.stdout.write(output.join(''));
  };
}

/** A package's own closing line is shown at once; everything else waits until we know whether it failed. */
function keep(kept, key, { Test, Output }) {
  if (!Test && Output.startsWith('ok ')) return process.stdout.write(Output);
  if (!kept.has(key)) kept.set(key, []);
  kept.get(key).push(Output);
}
