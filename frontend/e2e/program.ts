import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program that runs while tests do: what it said so far, and a way to wait for what it says next. */
export class Program {
  log = '';
  readonly #child: ChildProcess;

  constructor(
    readonly path: string,
    args: string[] = [],
    env: NodeJS.ProcessEnv = {},
  ) {
    this.#child = spawn(path, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.log += text));
    }
    this.#child.on('error', (error) => (this.log += error.message));
    const kill = () => this.#child.kill('SIGKILL');
    process.once('exit', kill);
    this.#child.once('exit', () => process.off('exit', kill));
  }

  get running() {
    return this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Waits until the program says something that matches, and answers the match; fails with its log when it ends first. */
  async says(pattern: RegExp, seconds = 20): Promise<RegExpMatchArray> {
    const match = await soon(`${this.path} says ${pattern}`, seconds, () => {
      const said = this.log.match(pattern);
      if (!said && !this.running) throw new Error(`${this.path} ended without saying ${pattern}:\n${this.log}`);
      return said;
    });
    return match;
  }

  /** Ends the program, as `kill` does or, with SIGKILL, as a power cut does. */
  async stop(signal: NodeJS.Signals = 'SIGTERM') {
    if (!this.running) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill(signal);
    await gone;
  }
}

/** Tries until `attempt` answers something, and fails with the sentence of what was waited for. */
export async function soon<T>(what: string, seconds: number, attempt: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await attempt();
    if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error(`waited ${seconds} s until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A port of 127.0.0.1 that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
