import { join } from 'node:path';
import { Program, root, soon } from './program.ts';

/** An email as the stand-in for Resend received it. */
export interface Email {
  id: string;
  from: string;
  to: string | string[];
  subject: string;
  html: string;
  text: string;
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
    return (await answer.json()) as Email[];
  }

  /** The next email to this address that was not handed out before, once it is there. */
  async next(to: string): Promise<Email> {
    const email = await soon(`an email to ${to} arrives`, 20, async () => {
      const emails = await this.all();
      return emails.find(
        (candidate) => !this.#seen.has(candidate.id) && [candidate.to].flat().some((address) => address.includes(to)),
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

  /** Tells the stand-in how to fail from now on; see its own documentation for what it can do. */
  async fault(fault: unknown) {
    const answer = await fetch(`${this.url}/_faults`, { method: 'POST', body: JSON.stringify(fault) });
    if (!answer.ok) throw new Error(`the stand-in refused the fault: ${await answer.text()}`);
  }

  async stop() {
    await this.#program.stop('SIGKILL');
  }
}
