import type { BrowserContext } from '@playwright/test';

/**
 * Watches every page of a browser for what must never happen: an error in the console, an exception, a violation of the
 * content security policy, a request to anywhere but the hub.
 */
export class Manners {
  readonly #broken: string[] = [];
  readonly #allowed: RegExp[] = [];

  constructor(readonly origin: string) {}

  async watch(context: BrowserContext) {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (violation) => {
        console.error(`CSP violation of ${violation.effectiveDirective}: ${violation.blockedURI}`);
      });
    });
    context.on('console', (message) => {
      if (message.type() === 'error') this.#broken.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.#broken.push(`exception: ${error.error().stack}`));
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.origin) this.#broken.push(`outside request: ${request.url()}`);
    });
  }

  /** Expects something that is otherwise bad manners, such as the console's line about a 404 that the story is about. */
  allow(pattern: RegExp) {
    this.#allowed.push(pattern);
  }

  /** What was bad and not allowed, one line each. */
  get findings(): string[] {
    return this.#broken.filter((line) => !this.#allowed.some((pattern) => pattern.test(line)));
  }
}
