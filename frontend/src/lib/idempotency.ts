/**
 * Keys for one form: the same content sent again, because no answer came, keeps its key, so that the server does it
 * once; anything else, or anything after an answer, gets a new one.
 */
export class SubmissionKeys {
  #unanswered: { content: string; key: string } | undefined;

  /** The key for this content. */
  keyFor(content: string): string {
    if (this.#unanswered?.content !== content) this.#unanswered = { content, key: crypto.randomUUID() };
    return this.#unanswered.key;
  }

  /** An answer came, whatever it said. */
  answered(): void {
    this.#unanswered = undefined;
  }
}
