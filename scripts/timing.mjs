// Whether the time of a failed sign-in tells what it was of: known, unknown, inactive, invited or locked. bin/portico, with
// passwords hashed in earnest, answers samples of all in turns; of each pair the area under the ROC curve is at most 0.55.
//
//   node scripts/timing.mjs                 300 samples each
//   node scripts/timing.mjs --samples 60
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { main, root } from './run.mjs';

/** Chance is 0.5; further away than this, somebody could tell. */
const most = 0.55;
const states = ['known', 'unknown', 'inactive', 'invited', 'locked'];

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** How likely a sample of `a` is longer than one of `b`; 0.5 says that they cannot be told apart. */
export function area(a, b) {
  const all = [...a.map((took) => [took, 1]), ...b.map((took) => [took, 0])].sort((x, y) => x[0] - y[0]);
  const ranks = all.reduce((sum, [, isA], at) => sum + (isA ? at + 1 : 0), 0);
  return (ranks - (a.length * (a.length + 1)) / 2) / (a.length * b.length);
}

await main(async () => {
  const { samples } = parseArgs({ options: { samples: { type: 'string', default: '300' } } }).values;
  const data = await mkdtemp(join(tmpdir(), 'portico-timing-'));
  const url = `http://localhost:${await freePort()}`;
  const hub = spawn(join(root, 'bin/portico'), ['serve'], {
    env: {
      ...process.env,
      PORTICO_ADDR: new URL(url).host.replace('localhost', '127.0.0.1'),
      PORTICO_PUBLIC_URL: url,
      PORTICO_DATA_DIR: data,
      PORTICO_TEST_CLOCK: '1',
      PORTICO_LOG_FORMAT: 'json',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [hub.stdout, hub.stderr]) stream.on('data', (text) => (log += text));
  try {
    while (!/\/setup\?token=[\w.~-]+/.test(log)) await wait(50);
    await measure(url, log.match(/\/setup\?token=([\w.~-]+)/)[1], Number(samples));
  } finally {
    hub.kill();
    await rm(data, { recursive: true, force: true });
  }
});

async function measure(url, token, samples) {
  let cookie = '';
  const ask = async (query, variables, isAdmin = true) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(isAdmin && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    const set = answer.headers.get('set-cookie');
    if (isAdmin && set) cookie = set.split(';')[0];
    const { data, errors } = await answer.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  };
  const advance = () =>
    fetch(`${url}/test/clock`, {
      method: 'POST',
      body: '{"advance":"16m"}',
      headers: { 'content-type': 'application/json' },
    });
  const setUp = 'mutation($i:SetUpInput!){setUp(input:$i){userErrors{message}}}';
  await ask(setUp, {
    i: { token, email: 'ada@example.org', firstName: 'Ada', lastName: 'Lovelace', password: 'analytical engine 1843' },
  });
  for (const state of states.filter((each) => each !== 'unknown')) {
    const input = { email: `${state}@example.org`, firstName: state, lastName: 'Person', account: { notify: 'NEVER' } };
    const { createUser } = await ask(
      'mutation($i:CreateUserInput!){createUser(input:$i){user{id} userErrors{message}}}',
      { i: input },
    );
    const userId = createUser.user.id;
    if (state === 'invited') continue;
    const temporary = 'mutation($i:SetTemporaryPasswordInput!){setTemporaryPassword(input:$i){userErrors{message}}}';
    await ask(temporary, { i: { userId, password: 'handed over 1843' } });
    if (state === 'inactive')
      await ask('mutation($i:UserIDInput!){deactivateUser(input:$i){userErrors{message}}}', { i: { userId } });
  }
  const signIn = 'mutation($i:SignInInput!){signIn(input:$i){nextStep userErrors{code}}}';
  const guess = (state) => ask(signIn, { i: { login: `${state}@example.org`, password: 'not the password' } }, false);
  const took = Object.fromEntries(states.map((state) => [state, []]));
  for (let round = 0; round < samples; round++) {
    if (round % 9 === 0) {
      await advance();
      for (let i = 0; i < 10; i++) await guess('locked');
      await wait(300); // until what marks the account has run
    }
    for (const state of [...states].sort(() => Math.random() - 0.5)) {
      const begun = performance.now();
      await guess(state);
      took[state].push(performance.now() - begun);
    }
  }
  let worst = 0;
  for (const [at, a] of states.entries())
    for (const b of states.slice(at + 1)) {
      const found = area(took[a], took[b]);
      worst = Math.max(worst, Math.abs(found - 0.5) + 0.5);
      console.log(`${a} and ${b}: ${found.toFixed(3)}`);
    }
  console.log(`The worst pair is told apart with ${worst.toFixed(3)}; chance is 0.5, and ${most} is allowed.`);
  if (worst > most) process.exitCode = 1;
}
