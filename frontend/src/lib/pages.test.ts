import { describe, expect, it, vi } from 'vitest';
import { Failure } from './failure';
import { PageReader, type Where } from './pages';

interface Person {
  id: string;
  version: number;
}

/** A server that holds so many people, and answers pages of ten by cursors that are ids. */
function setUp(count: number) {
  let people: Person[] = Array.from({ length: count }, (_, at) => ({ id: `p${at}`, version: 1 }));
  const size = 10;
  const at = (cursor: string) => people.findIndex(({ id }) => id === cursor);
  const answer = (where: Where) => {
    const from =
      'after' in where
        ? where.after
          ? at(where.after) + 1
          : 0
        : Math.max(0, (where.before ? at(where.before) : people.length) - size);
    const to =
      'after' in where ? Math.min(people.length, from + size) : where.before ? at(where.before) : people.length;
    const nodes = people.slice(from, to);
    return {
      edges: nodes.map((node) => ({ node })),
      pageInfo: {
        hasPreviousPage: from > 0,
        hasNextPage: to < people.length,
        startCursor: nodes[0]?.id,
        endCursor: nodes.at(-1)?.id,
      },
      totalCount: people.length,
    };
  };
  const read = vi.fn(async (where: Where) => answer(where));
  const reader = new PageReader<Person, ReturnType<typeof answer>>(read);
  reader.begin(answer({ after: null }));
  return {
    reader,
    read,
    again: () => reader.begin(answer({ after: null })),
    change: (next: (people: Person[]) => Person[]) => (people = next(people)),
    ids: () => reader.flat().rows.map(({ id }) => Number(id.slice(1))),
  };
}

const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

describe('PageReader', () => {
  it('reads on from the start, one page at a time', async () => {
    const { reader, read, ids } = setUp(25);
    await Promise.all([reader.more(), reader.more()]);
    expect(read).toHaveBeenCalledTimes(1);
    expect(ids()).toEqual(upTo(0, 20));
    await reader.more();
    expect(ids()).toEqual(upTo(0, 25));
    expect(reader.flat().hasMore).toBe(false);
  });

  it('reads the end at once, and leaves a gap', async () => {
    const { reader, ids } = setUp(1000);
    await reader.end();
    expect(ids()).toEqual([...upTo(0, 10), ...upTo(990, 1000)]);
    expect(reader.flat()).toMatchObject({ tailCount: 10, hasMore: true });
    await reader.back();
    expect(ids()).toEqual([...upTo(0, 10), ...upTo(980, 1000)]);
  });

  it('closes the gap when the pages meet, from either side', async () => {
    for (const towards of ['more', 'back'] as const) {
      const { reader, ids } = setUp(35);
      await reader.end();
      expect(reader.flat().tailCount).toBe(10);
      await reader[towards]();
      await reader[towards]();
      expect(ids()).toEqual(upTo(0, 35));
      expect(reader.flat()).toMatchObject({ tailCount: 0, hasMore: false });
    }
  });

  it('needs no gap when the last page begins within the head', async () => {
    const { reader, ids } = setUp(14);
    await reader.end();
    expect(ids()).toEqual(upTo(0, 14));
    expect(reader.flat()).toMatchObject({ tailCount: 0, hasMore: false });
  });

  it('keeps what is there when a page fails, and asks again only when told to', async () => {
    const { reader, read, ids } = setUp(100);
    read.mockRejectedValueOnce(new Failure('offline', 'No answer.'));
    await reader.more();
    await reader.more();
    expect(read).toHaveBeenCalledTimes(1);
    expect(reader.ends().failures.more?.message).toBe('No answer.');
    expect(ids()).toEqual(upTo(0, 10));
    reader.retry();
    await reader.more();
    expect(ids()).toEqual(upTo(0, 20));
    expect(reader.ends().failures).toEqual({});
  });

  it('asks again by itself once the first page comes again', async () => {
    const { reader, read, again, ids } = setUp(100);
    read.mockRejectedValueOnce(new Failure('offline', 'No answer.'));
    await reader.more();
    again();
    await vi.waitFor(() => expect(ids()).toEqual(upTo(0, 20)));
  });

  it('reads the pages in sight again, and others when they come into sight', async () => {
    const { reader, read, change, again } = setUp(100);
    await reader.more();
    await reader.more();
    await reader.more();
    reader.see(12, 18);
    read.mockClear();
    change((people) => people.map((person) => ({ ...person, version: 2 })));
    reader.doubt();
    again();
    await vi.waitFor(() => expect(reader.flat().rows[15]!.version).toBe(2));
    expect(read.mock.calls).toEqual([[{ after: 'p9' }]]);
    expect(reader.flat().rows.map(({ version }) => version)).toEqual([
      ...Array<number>(20).fill(2),
      ...Array<number>(20).fill(1),
    ]);
    reader.see(22, 28);
    await vi.waitFor(() => expect(reader.flat().rows[25]!.version).toBe(2));
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads every page again as long as nobody says what is in sight', async () => {
    const { reader, change, again, ids } = setUp(30);
    await reader.more();
    await reader.more();
    change((people) => people.filter(({ id }) => id !== 'p25'));
    reader.doubt();
    again();
    await vi.waitFor(() => expect(ids()).toEqual([...upTo(0, 25), ...upTo(26, 30)]));
  });

  it('loses none when one comes in front, whichever page is answered first', async () => {
    for (const isFirstSlow of [true, false]) {
      const { reader, read, change, again, ids } = setUp(30);
      await reader.more();
      await reader.more();
      change((people) => [{ id: 'p99', version: 1 }, ...people]);
      if (isFirstSlow) {
        reader.doubt();
        await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(4));
        again();
      } else {
        again();
        reader.doubt();
      }
      await vi.waitFor(() => expect(ids()).toEqual([99, ...upTo(0, 29)]));
      await reader.more();
      expect(ids()).toEqual([99, ...upTo(0, 30)]);
    }
  });

  it('drops what was behind a page that is now the last', async () => {
    const { reader, change, again, ids } = setUp(40);
    for (let at = 0; at < 3; at++) await reader.more();
    change((people) => people.slice(0, 15));
    reader.doubt();
    again();
    await vi.waitFor(() => expect(ids()).toEqual(upTo(0, 15)));
    expect(reader.flat().hasMore).toBe(false);
  });

  it('reads on although the page in front was read again meanwhile', async () => {
    const { reader, change, again, ids } = setUp(30);
    const reading = reader.more();
    change((people) => [{ id: 'p99', version: 1 }, ...people]);
    again();
    await reading;
    await vi.waitFor(() => expect(ids()).toEqual([99, ...upTo(0, 19)]));
  });

  it('reads the tail again from the end', async () => {
    const { reader, read, change } = setUp(100);
    await reader.end();
    await reader.back();
    reader.see(10, 30);
    read.mockClear();
    change((people) => people.map((person) => ({ ...person, version: 2 })));
    reader.doubt();
    await vi.waitFor(() =>
      expect(
        reader
          .flat()
          .rows.slice(10)
          .every(({ version }) => version === 2),
      ).toBe(true),
    );
    expect(read.mock.calls.map(([where]) => where)).toEqual([{ before: 'p90' }, { before: null }]);
  });

  it('shows nobody twice who moved meanwhile', async () => {
    const { reader, change, again, ids } = setUp(40);
    await reader.more();
    change((people) => people.filter(({ id }) => id !== 'p3'));
    again();
    expect(ids()).toEqual([0, 1, 2, ...upTo(4, 20)]);
  });

  it('finds neighbours across pages, but never across the gap', async () => {
    const { reader } = setUp(100);
    expect((await reader.neighbour('p9', 1))?.id).toBe('p10');
    expect(await reader.neighbour('p0', -1)).toBeUndefined();
    await reader.end();
    expect((await reader.neighbour('p90', -1))?.id).toBe('p89');
    expect(await reader.neighbour('p99', 1)).toBeUndefined();
  });
});
