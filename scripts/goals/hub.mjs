import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { startPostgres } from '../postgres.mjs';
import { heading, root, Trouble } from '../run.mjs';

// As in server/bench/hub.go: the hub is made up, and is served on loopback for some minutes.
const login = 'bench@bench.example';
const password = 'made-up users, made-up door';

/**
 * Serves so many made-up users, and signs in. Answers the hub's `url`, the session's `cookie` ({ name, value }), how many
 * users it has in all (`count`), the `last` of them ({ id, name }), `ask` for GraphQL, and `stop`.
 */
export async function serve(program, { users, database }) {
  const postgres =
    database === 'postgres' ? await startPostgres({ kept: join(root, '.cache/bench/postgres') }) : undefined;
  let child;
  const stop = async () => {
    if (child?.exitCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
    await postgres?.stop();
  };
  try {
    const place = placeOf(
      users,
      database,
      postgres?.env.PORTICO_TEST_POSTGRES_URL ?? process.env.PORTICO_TEST_POSTGRES_URL,
    );
    if (!place.exists) make(program, users, place);
    const url = `http://127.0.0.1:${await freePort()}`;
    child = spawn(
      program,
      ['serve', '--addr', new URL(url).host, '--public-url', url, '--drain', '0s', ...place.flags],
      {
        stdio: 'ignore',
      },
    );
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    await ready(url, child);
    const cookie = await signIn(url);
    const ask = (query, variables) => graphql(url, query, variables, cookie);
    const { users: list } = await ask(
      '{ users(last: 1) { totalCount(exact: true) edges { node { id firstName lastName } } } }',
    );
    const { id, firstName, lastName } = list.edges[0].node;
    return { url, cookie, count: list.totalCount, last: { id, name: `${firstName} ${lastName}` }, ask, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the bench keeps such a hub, or, where it has none, where ours is. */
function placeOf(users, database, postgres) {
  const migrations = readdirSync(join(root, 'ent/migrations/sqlite')).filter((name) => name.endsWith('.sql'));
  const name = `${database}-${users}-${migrations.sort().at(-1).split('_')[0]}`;
  const [theirs, ours] = ['bench', 'goals'].map((cache) => join(root, '.cache', cache, name));
  const folder = existsSync(theirs) ? theirs : ours;
  const address = (of) => {
    if (database === 'sqlite') return `sqlite:${join(of, 'portico.db')}`;
    const url = new URL(postgres);
    url.pathname = `/${basename(of).replaceAll('-', '_')}`;
    return url.href;
  };
  const flags = (of) => ['--data-dir', of, '--database-url', address(of)];
  return {
    folder,
    exists: existsSync(folder),
    database,
    address: address(folder),
    flags: flags(folder),
    flagsOf: flags,
  };
}

/** Makes the users up in a folder beside the place, which takes its name when it is whole. */
function make(program, users, place) {
  heading(`making up ${users.toLocaleString('en')} users`);
  if (place.database === 'postgres')
    throw new Trouble(`Run this first: npm run bench -- --users ${users} --databases postgres --rounds 1 --seconds 1`);
  const part = `${place.folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const flags = place.flagsOf(part);
  call(program, ['seed', '--users', String(users), '--groups', '200', '--random-seed', '1', ...flags]);
  const who = ['--email', login, '--first-name', 'Bea', '--last-name', 'Bench', '--password-stdin'];
  call(program, ['admin', 'create', ...who, ...flags], password);
  renameSync(part, place.folder);
}

function call(program, args, input) {
  const { status, stderr } = spawnSync(program, args, { input, encoding: 'utf8', stdio: ['pipe', 'ignore', 'pipe'] });
  if (status !== 0) throw new Trouble(`portico ${args[0]}: ${stderr}`);
}

async function ready(url, child) {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) break;
    const isReady = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Trouble('The hub does not get ready.');
}

async function signIn(url) {
  const query =
    'mutation ($login: String!, $password: String!) { signIn(input: { login: $login, password: $password }) { nextStep } }';
  const answer = await post(url, { query, variables: { login, password } });
  const [pair] = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0].split('='));
  if (!pair) throw new Trouble('The administrator of the made-up users cannot sign in.');
  return { name: pair[0], value: pair.slice(1).join('=') };
}

async function graphql(url, query, variables, cookie) {
  const answer = await post(url, { query, variables }, { Cookie: `${cookie.name}=${cookie.value}` });
  const { data, errors } = await answer.json();
  if (errors) throw new Trouble(errors[0].message);
  return data;
}

const post = (url, body, headers = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
