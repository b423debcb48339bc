import { asFailure, type Failure } from './failure';

/** One page as the server answers it, in the order of the list whichever way it was asked for. */
export interface Connection<Row> {
  edges: readonly { node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    endCursor?: string | null;
    hasPreviousPage?: boolean;
    startCursor?: string | null;
  };
  totalCount?: number;
}

interface Identified {
  id: string;
}

/** Which page: from the start on, or from the end back. */
export type Where = { after: string | null } | { before: string | null };

export type Reading = 'more' | 'back' | 'end';

/** What is known of a list: its head, and its tail once somebody asked for the end. Between them may be a gap. */
export interface Ends<Page> {
  head: readonly Page[];
  tail: readonly Page[];
  /** Why a page did not come, by what it was asked for. */
  failures: { readonly [R in Reading]?: Failure };
}

export interface Flat<Page, Row> {
  /** The rows of the head, then those of the tail. */
  rows: readonly Row[];
  /** How many of `rows` are the last ones of the list rather than the first. */
  tailCount: number;
  /** There are rows after the head that are not known. */
  hasMore: boolean;
  /** Which rows each page brought: from `from` on, to before `to`. */
  spans: readonly { page: Page; from: number; to: number }[];
}

/** The rows of all pages, each once: what moved meanwhile may be in two. */
export function flatten<Row extends Identified, Page extends Connection<Row>>(ends: Ends<Page>): Flat<Page, Row> {
  const seen = new Set<string>();
  const rows: Row[] = [];
  const spans = [...ends.head, ...ends.tail].map((page) => {
    const from = rows.length;
    for (const { node } of page.edges) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      rows.push(node);
    }
    return { page, from, to: rows.length };
  });
  const tailCount = ends.tail.length > 0 ? rows.length - spans[ends.head.length]!.from : 0;
  return { rows, tailCount, hasMore: tailCount > 0 || !!ends.head.at(-1)?.pageInfo.hasNextPage, spans };
}

const overlap = <Page extends Connection<Identified>>(page: Page, others: readonly Page[]) => {
  const ids = new Set(others.flatMap((other) => other.edges.map(({ node }) => node.id)));
  return page.edges.some(({ node }) => ids.has(node.id));
};

/**
 * Reads a list page by page from both of its ends, and reads again what may have changed. Knows nothing of screens and
 * of how pages are asked for.
 */
export class PageReader<Row extends Identified, Page extends Connection<Row>> {
  #ends: Ends<Page> = { head: [], tail: [], failures: {} };
  #flat: Flat<Page, Row> | undefined;
  #stale = new Set<Page>();
  #running = new Map<Reading | 'again', Promise<void>>();
  /** Everything, until somebody says what can be seen. */
  #sight = { from: 0, to: Infinity };
  /** Behind what each page was asked for: of the head the end before it, of the tail the start after it. */
  #behind = new WeakMap<Page, string | null>();
  #listeners = new Set<() => void>();

  constructor(private readonly read: (where: Where) => Promise<Page>) {}

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  ends = () => this.#ends;
  flat = () => (this.#flat ??= flatten<Row, Page>(this.#ends));

  #set(next: Partial<Ends<Page>>) {
    this.#ends = { ...this.#ends, ...next };
    this.#flat = undefined;
    this.#listeners.forEach((listener) => listener());
  }

  /** The first page came, for the first time or again. */
  begin(page: Page) {
    const [first, ...rest] = this.#ends.head;
    if (first === page) return;
    this.#set({
      head: [page, ...(page.pageInfo.hasNextPage ? rest : [])],
      tail: page.pageInfo.hasNextPage ? this.#ends.tail : [],
    });
    this.#follow(page);
    // The server answers again: what did not come before may come now.
    if (Object.keys(this.#ends.failures).length > 0) this.retry();
  }

  /** A page that now ends elsewhere leaves the one that was asked for behind it in doubt: rows went from one to the other. */
  #follow(page: Page) {
    const { head, tail } = this.#ends;
    const inHead = head.indexOf(page);
    const next = inHead >= 0 ? head[inHead + 1] : tail[tail.indexOf(page) - 1];
    const end = inHead >= 0 ? page.pageInfo.endCursor : page.pageInfo.startCursor;
    if (next && this.#behind.has(next) && this.#behind.get(next) !== (end ?? null)) this.#stale.add(next);
    this.#refresh();
  }

  async #ask(where: Where): Promise<Page> {
    const page = await this.read(where);
    this.#behind.set(page, 'after' in where ? where.after : where.before);
    return page;
  }

  /** All but the first page may be out of date: those in sight are read again, the others when they come into sight. */
  doubt() {
    this.#stale = new Set([...this.#ends.head.slice(1), ...this.#ends.tail]);
    this.#refresh();
  }

  /** Says which rows are in sight, by their places among `rows`. */
  see = (from: number, to: number) => {
    this.#sight = { from, to };
    this.#refresh();
  };

  /** The page after the head. */
  more = () =>
    this.#once('more', async () => {
      const last = this.#ends.head.at(-1);
      if (!last || !this.flat().hasMore) return;
      const { length } = this.#ends.head;
      const page = await this.#ask({ after: last.pageInfo.endCursor ?? null });
      const { head, tail } = this.#ends;
      if (head.length !== length || !this.flat().hasMore) return;
      const meets = !page.pageInfo.hasNextPage || overlap(page, tail);
      this.#set(meets ? { head: [...head, page, ...tail], tail: [] } : { head: [...head, page] });
      // Where the page in front was read again meanwhile.
      this.#follow(head.at(-1)!);
    });

  /** The page before the tail. */
  back = () =>
    this.#once('back', async () => {
      const next = this.#ends.tail[0];
      if (!next) return;
      const page = await this.#ask({ before: next.pageInfo.startCursor ?? null });
      if (this.#ends.tail[0] !== next) return;
      const { head, tail } = this.#ends;
      const meets = !page.pageInfo.hasPreviousPage || overlap(page, head);
      this.#set(meets ? { head: [...head, page, ...tail], tail: [] } : { tail: [page, ...tail] });
    });

  /** The last page of the list. */
  end = () =>
    this.#once('end', async () => {
      if (this.#ends.tail.length > 0 || !this.flat().hasMore) return;
      const page = await this.#ask({ before: null });
      const { head } = this.#ends;
      if (!this.flat().hasMore) return;
      const meets = !page.pageInfo.hasPreviousPage || overlap(page, head);
      this.#set(meets ? { head: [...head, page] } : { tail: [page] });
    });

  /** Tries again whatever failed. */
  retry = () => {
    const failed = Object.keys(this.#ends.failures) as Reading[];
    this.#set({ failures: {} });
    for (const reading of failed) void this[reading]();
  };

  /** The row so many places away, read first if need be; undefined beyond the ends, and where it can't be read. */
  neighbour = async (id: string, by: 1 | -1): Promise<Row | undefined> => {
    const find = () => {
      const { rows, tailCount, hasMore } = this.flat();
      const at = rows.findIndex((row) => row.id === id);
      const gap = rows.length - tailCount;
      const isMissing = hasMore && (by > 0 ? at + 1 === gap : at === gap);
      return { row: at < 0 ? undefined : rows[at + by], isMissing: at >= 0 && isMissing };
    };
    if (find().isMissing) await (by > 0 ? this.more() : this.back());
    const { row, isMissing } = find();
    return isMissing ? undefined : row;
  };

  /** Runs one reading of a kind at a time; after one that failed, only `retry` starts another. */
  #once(kind: Reading, run: () => Promise<void>): Promise<void> {
    const running = this.#running.get(kind);
    if (running || this.#ends.failures[kind]) return running ?? Promise.resolve();
    const promise = run()
      .catch((thrown: unknown) => this.#set({ failures: { ...this.#ends.failures, [kind]: asFailure(thrown) } }))
      .finally(() => this.#running.delete(kind));
    this.#running.set(kind, promise);
    return promise;
  }

  /** Reads the pages in sight again that are in doubt, one after the other. */
  #refresh() {
    if (this.#running.has('again')) return;
    const isInSight = ({ from, to }: { from: number; to: number }) => from < this.#sight.to && to > this.#sight.from;
    const wanted = this.flat().spans.find((span) => this.#stale.has(span.page) && isInSight(span))?.page;
    if (!wanted) return;
    this.#stale.delete(wanted);
    const promise = this.#again(wanted)
      // What can't be read again stays as it is: the first page, asked for at the same time, says that something is wrong.
      .catch(() => undefined)
      .finally(() => {
        this.#running.delete('again');
        this.#refresh();
      });
    this.#running.set('again', promise);
  }

  async #again(page: Page) {
    const { head, tail } = this.#ends;
    const inHead = head.indexOf(page);
    const where: Where =
      inHead > 0
        ? { after: head[inHead - 1]!.pageInfo.endCursor ?? null }
        : { before: tail[tail.indexOf(page) + 1]?.pageInfo.startCursor ?? null };
    const fresh = await this.#ask(where);
    if (this.#stale.delete(page)) this.#stale.add(fresh); // doubted anew meanwhile
    const put = (pages: readonly Page[]) => pages.map((each) => (each === page ? fresh : each));
    const next = { head: put(this.#ends.head), tail: put(this.#ends.tail) };
    const at = next.head.indexOf(fresh);
    // What came behind the last page is gone.
    const isLast = at >= 0 && !fresh.pageInfo.hasNextPage;
    this.#set(isLast ? { head: next.head.slice(0, at + 1), tail: [] } : next);
    this.#follow(fresh);
  }
}
