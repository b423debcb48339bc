import { join } from 'node:path';
import { Program, root, soon } from './program.ts';

/** An email as the stand-in for Resend received it. */
export interface Email {
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
  idempotencyKey?: string;
}

/** What goes wrong with the next `count` requests (once, when not said), as the stand-in knows it. */
export interface Fault {
  do:
    | 'rate_limited'
    | 'quota'
    | 'invalid'
    | 'invalid_api_key'
    | 'server_error'
    | 'unavailable'
    | 'bad_gateway'
    | 'request_lost'
    | 'answer_lost'
    | 'half_answered'
    | 'slow';
  count?: number;
  probability?: number;
  retryAfter?: number;
  delayMs?: number;
}

/** The stand-in for Resend, with everything that was ever sent to it. */
export class Mailbox {
  readonly #program = new Program(join(root, '.cache/bin/resendstandin'));
  readonly #seen = new Set<string>();
  url = '';

  async start() {
    this.url = (await this.#program.says(/http:\/\/[\w.:[\]]+/))[0];
    return this;
  }

  /** Every email so far, oldest first. */
  async all(): Promise<Email[]> {
    const answer = await fetch(`${this.url}/_mailbox`);
    return ((await answer.json()) as { mails: Email[] }).mails;
  }

  /** The next email to this address that was not handed out before, once it is there; what only tells of a change is passed over. */
  async next(to: string): Promise<Email> {
    const email = await soon(`an email to ${to} arrives`, 20, async () => {
      const emails = await this.all();
      return emails.find(
        (candidate) =>
          !this.#seen.has(candidate.id) &&
          !candidate.subject.startsWith('A change to your') &&
          candidate.to.some((address) => address.includes(to)),
      );
    });
    this.#seen.add(email.id);
    return email;
  }

  /** The link in an email's text. */
  static link(email: Email): string {
    const link = email.text.match(/https?:\/\/\S+#token=[\w-]+/)?.[0];
    if (!link) throw new Error(`no link in "${email.subject}":\n${email.text}`);
    return link;
  }

  /** What goes wrong from now on, in place of what was said before; without arguments all goes well again. */
  async faults(...faults: Fault[]) {
    await this.#order('_faults', { faults });
  }

  /** Moves the stand-in's clock on by a Go duration: it remembers idempotency keys for 24 hours. */
  async advance(duration: string) {
    await this.#order('_clock', { advance: duration });
  }

  async #order(path: string, body: unknown) {
    const answer = await fetch(`${this.url}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`the stand-in refused: ${await answer.text()}`);
  }

  async stop() {
    await this.#program.stop('SIGKILL');
  }
}
