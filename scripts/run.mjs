// Starts other programs. Every script here stands on Node alone, so that it also runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** What package.json says. */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** A failure that a person can act on: shown as its sentence, without a stack. */
export class Trouble extends Error {}

/** A step's name, as a heading in the output. */
export function heading(name) {
  console.log(`\n\x1b[1m▸ ${name}\x1b[0m`);
}

/** A time since `start` (of Date.now()) as people say it: "4 s", "2 min 10 s". */
export function since(start) {
  const seconds = Math.round((Date.now() - start) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Whether a program of that name is on the PATH. */
export function has(program) {
  return spawnSync(program, ['--help'], { stdio: 'ignore' }).error?.code !== 'ENOENT';
}

/** The first line that a program prints, or "" when it fails or does not exist. */
export function ask(program, ...args) {
  const answer = spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return answer.status === 0 ? answer.stdout.trim().split('\n')[0] : '';
}

/**
 * Runs a program to its end and rejects with a Trouble naming it unless it exits with 0; with `tolerant` it answers the
 * exit code instead. Output goes to ours, or, with `together`, is kept and shown in one piece at the end, so that two
 * lanes at once stay readable. `line` receives each line of standard output instead.
 */
export function run(program, args, { env = {}, together = false, tolerant = false, line } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = together ? ['ignore', 'pipe', 'pipe'] : ['ignore', line ? 'pipe' : 'inherit', 'inherit'];
    const child = spawn(program, args, { cwd: root, stdio, env: { ...process.env, ...env } });
    const kept = [];
    child.stderr?.on('data', (data) => kept.push(data));
    if (line) eachLine(child.stdout, line);
    else child.stdout?.on('data', (data) => kept.push(data));
    child.on('error', (cause) => reject(new Trouble(`${program} does not start: ${cause.message}`)));
    child.on('close', (code, signal) => {
      if (kept.length > 0) process.stdout.write(Buffer.concat(kept));
      if (code === 0 || tolerant) resolve(code ?? 1);
      else reject(new Trouble(`${[program, ...args].join(' ')} ended with ${signal ?? `code ${code}`}`));
    });
  });
}

/**
 * Runs a program in the foreground, as the last thing a script does: its exit code becomes ours, and Ctrl-C, which the
 * terminal sends to both of us, is its to answer.
 */
export async function untilItEnds(program, args, env = {}) {
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Trouble(`${program} does not start: ${cause.message}`)));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Calls `line` with each line of a stream, the last one too when it has no end. */
export function eachLine(stream, line) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    lines.forEach(line);
  });
  stream.on('end', () => rest && line(rest));
}

/**
 * Runs a Go command. All of them build alike, so that they share Go's cache and `bin/portico` is the same on every
 * machine: without C, without this machine's paths, without asking git.
 */
export function go(args, options = {}) {
  const flags = [process.env.GOFLAGS, '-trimpath', '-buildvcs=false'].filter(Boolean).join(' ');
  return run('go', args, { ...options, env: { CGO_ENABLED: '0', GOFLAGS: flags, ...options.env } });
}

/** Runs an npm script of package.json, with further arguments. */
export function npm(script, { args = [], ...options } = {}) {
  return run('npm', ['run', '--silent', script, '--', ...args], options);
}

/** Whether this file was started as a program, rather than imported. */
export function isMain(meta) {
  return existsSync(process.argv[1]) && fileURLToPath(meta.url) === process.argv[1];
}

/** Runs a script's work and turns what it throws into an exit code and one sentence. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Trouble ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}
