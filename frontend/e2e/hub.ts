import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../scripts/postgres.mjs';
import { type Email, Mailbox } from './mailbox.ts';
import { Nginx } from './nginx.ts';
import { freePort, Program, root, soon } from './program.ts';

const binary = process.env.PORTICO_TEST_BINARY ?? join(root, 'bin/portico');

/** What delivery reports are signed with. */
const reportSecret = Buffer.from('the secret of a journey').toString('base64');

export interface HubOptions {
  /** Whether the hub can send mail; without a provider it keeps it. */
  hasProvider: boolean;
  /** Whether people reach it through an nginx, as they do where it protects a site. */
  isProxied?: boolean;
}

/**
 * A hub of its own: the built binary on an empty database (SQLite, or PostgreSQL with PORTICO_E2E_DATABASE=postgres),
 * with a clock that tests can move and a mailbox that receives what it sends.
 */
export class Hub {
  #program?: Program;
  #folder = '';
  #postgres?: { env: Record<string, string>; stop: () => Promise<void> };
  readonly mailbox = new Mailbox();
  /** Where people reach it. */
  url = '';
  /** Where it listens. */
  address = '';
  nginx?: Nginx;

  constructor(readonly options: HubOptions = { hasProvider: true }) {}

  async start() {
    try {
      await this.#begin();
    } catch (error) {
      await this.stop();
      throw error;
    }
    return this;
  }

  async #begin() {
    await this.mailbox.start();
    this.#folder = await mkdtemp(join(tmpdir(), 'portico-e2e-'));
    if (process.env.PORTICO_E2E_DATABASE === 'postgres') this.#postgres = await startPostgres({ shared: false });
    // "localhost" is a name that passkeys accept; an address is not.
    this.url = `http://localhost:${await freePort()}`;
    this.address = this.url.replace('localhost', '127.0.0.1');
    if (this.options.isProxied) {
      this.address = `http://127.0.0.1:${await freePort()}`;
      this.nginx = new Nginx();
      const { port } = new URL(this.url);
      await this.nginx.serve(`server { listen ${port}; location / { proxy_pass ${this.address}; } }`, this.url);
    }
    await this.#serve();
  }

  async #serve() {
    const { port } = new URL(this.address);
    this.#program = new Program(binary, ['serve'], {
      PORTICO_ADDR: `127.0.0.1:${port}`,
      PORTICO_PUBLIC_URL: this.url,
      PORTICO_DATA_DIR: this.#folder,
      PORTICO_DRAIN: '0s',
      PORTICO_TEST_CLOCK: '1',
      ...(this.options.hasProvider && {
        PORTICO_RESEND_URL: this.mailbox.url,
        PORTICO_RESEND_API_KEY: 're_journeys',
        PORTICO_RESEND_WEBHOOK_SECRET: `whsec_${reportSecret}`,
      }),
      ...(this.#postgres && { PORTICO_DATABASE_URL: this.#postgres.env.PORTICO_DEV_POSTGRES_URL }),
    });
    await soon('the hub is ready', 30, async () => {
      if (!this.#program?.running) throw new Error(`the hub ended:\n${this.log}`);
      return fetch(`${this.url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
    });
  }

  /** What the hub has logged since it was last started. */
  get log() {
    return this.#program?.log ?? '';
  }

  /** The one-time link that makes the first administrator, from the log of a hub that has none. */
  async setUpLink(): Promise<string> {
    const said = await this.#program!.says(/https?:\/\/[^\s"\\]+\/setup\?token=[\w.~-]+/);
    return said[0];
  }

  /** Moves the clocks of the hub and of its mail provider on by a Go duration such as "24h1m". */
  async advance(duration: string) {
    const answer = await fetch(`${this.url}/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: duration }),
    });
    await this.mailbox.advance(duration);
    if (!answer.ok) throw new Error(`the clock did not move: ${answer.status} ${await answer.text()}`);
  }

  /** Tells the hub what became of an email, as the provider would: `email.delivered`, `email.bounced`, … */
  async report(email: Email, type: string) {
    const clock = await fetch(`${this.url}/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: '0s' }),
    });
    const at = String(Math.floor(Date.parse(((await clock.json()) as { now: string }).now) / 1000));
    const id = `msg_${randomUUID()}`;
    const bounce = { type: 'Permanent', subType: 'NoEmail', message: 'mailbox not found' };
    const body = JSON.stringify({ type, data: { email_id: email.id, to: email.to, bounce } });
    const signature = createHmac('sha256', Buffer.from(reportSecret, 'base64')).update(`${id}.${at}.${body}`);
    const headers = { 'svix-id': id, 'svix-timestamp': at, 'svix-signature': `v1,${signature.digest('base64')}` };
    const answer = await fetch(`${this.url}/webhooks/resend`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`the report was refused: ${answer.status} ${await answer.text()}`);
  }

  /** Stops the hub and starts it again on the same data; "SIGKILL" is a power cut. The clock is today's again. */
  async restart(signal: NodeJS.Signals = 'SIGTERM') {
    await this.#program?.stop(signal);
    await this.#serve();
  }

  async stop() {
    await this.nginx?.stop();
    await this.#program?.stop();
    await this.mailbox.stop();
    await this.#postgres?.stop();
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }
}
