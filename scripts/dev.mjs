// A hub to work on, full of made-up users: the server is rebuilt when its sources change, the SPA is hot, and mail is
// shown right here.
//
//   npm run dev        then open the address that Vite prints
//
// Its data lies in .cache/dev; remove that folder to begin anew.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { buildBinary } from './build.mjs';
import { buildStandIn, standIn } from './e2e.mjs';
import { eachLine, main, root, run, Trouble } from './run.mjs';
import { setup } from './setup.mjs';

const binary = join(root, '.cache/bin/portico');
const address = '127.0.0.1:8080';
const sources = /\.(go|sql|graphql|tmpl|html|txt|css)$/;
const children = new Set();

/** Starts a program that lives as long as we do, in a process group of its own, so that all it starts ends with it. */
function start(program, args, { env = {}, stdout = 'inherit' } = {}) {
  const stdio = ['ignore', stdout, 'inherit'];
  const child = spawn(program, args, { cwd: root, stdio, detached: true, env: { ...process.env, ...env } });
  children.add(child);
  child.on('error', (cause) => console.error(`${program} does not start: ${cause.message}`));
  child.on('exit', () => children.delete(child));
  return child;
}

/** Starts the stand-in for Resend and answers its address, which it prints. */
function startMail() {
  const child = start(standIn, [], { stdout: 'pipe' });
  return new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Trouble('the stand-in for Resend ended')));
    eachLine(child.stdout, (line) => resolve(line.match(/http:\/\/\S+/)?.[0]));
  });
}

/** Shows each new message in the terminal, as plain text. */
async function showMail(mailbox) {
  let shown = 0;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const answer = await fetch(`${mailbox}/_mailbox`).catch(() => null);
    if (!answer?.ok) continue;
    const { mails } = await answer.json();
    for (const { to, subject, text } of mails.slice(shown)) {
      console.log(`\n\x1b[36m✉ ${to.join(', ')} · ${subject}\x1b[0m\n${text.replace(/^/gm, '  ')}\n`);
    }
    shown = mails.length;
  }
}

/** Builds the server and puts it in the place of the one that runs; a mistake in the sources leaves that one alone. */
function serverKeeper(env) {
  let running;
  const replace = async () => {
    await buildBinary(binary);
    const old = running;
    if (old?.exitCode === null) {
      const gone = new Promise((resolve) => old.on('exit', resolve));
      old.kill('SIGTERM');
      await gone;
    }
    running = start(binary, ['serve'], { env });
  };
  let work = Promise.resolve();
  return () => (work = work.then(replace).catch((error) => console.error(error.message)));
}

/** Calls `changed` once for each burst of changes to the server's sources. */
function watchSources(changed) {
  let timer;
  for (const folder of ['ent', 'graph', 'server']) {
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (!file || !sources.test(file) || file.endsWith('_test.go')) return;
      clearTimeout(timer);
      timer = setTimeout(changed, 200);
    });
  }
}

await main(async () => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      children.forEach((child) => process.kill(-child.pid, 'SIGTERM'));
      process.exit(0);
    });
  }
  await setup();
  await buildStandIn();
  const mailbox = await startMail();
  const env = {
    PORTICO_ADDR: address,
    PORTICO_PUBLIC_URL: 'http://127.0.0.1:5173',
    PORTICO_DATA_DIR: join(root, '.cache/dev'),
    PORTICO_DRAIN: '0s',
    PORTICO_LOG_FORMAT: 'text',
    PORTICO_RESEND_URL: mailbox,
    PORTICO_RESEND_API_KEY: 're_development',
  };
  if (!existsSync(join(env.PORTICO_DATA_DIR, 'portico.db'))) {
    await buildBinary(binary);
    await run(binary, ['seed', '--users', '2000', '--groups', '40'], { env });
  }
  const restart = serverKeeper(env);
  await restart();
  watchSources(restart);
  start('npm', ['run', '--silent', 'web:dev', '--', '--strictPort'], {
    env: { PORTICO_DEV_SERVER: `http://${address}` },
  });
  await showMail(mailbox);
});
