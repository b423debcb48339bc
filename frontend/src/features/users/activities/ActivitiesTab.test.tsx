import { waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderScreen, type Sent } from '@/test/render';
import ActivitiesTab from './ActivitiesTab';

/** The connection by which the screen hears what happens. */
class Source extends EventTarget {
  static last: Source;
  constructor() {
    super();
    Source.last = this;
  }
  close() {}
}

/** A server that holds so many activities, the newest first, and answers pages of fifty by cursors that are ids. */
function setUp(count: number) {
  const entry = (at: number) => ({
    __typename: 'Activity',
    id: `a${at}`,
    kind: 'order',
    summary: `Order ${at}`,
    source: 'API',
    actor: 'Shop',
    occurredAt: new Date(Date.UTC(2026, 10, 22, 12) - at * 60_000).toISOString(),
  });
  const kept = { all: Array.from({ length: count }, (_, at) => entry(at)) };
  const answer = ({ variables: { after, first } }: Sent) => {
    const from = after ? kept.all.findIndex(({ id }) => id === after) + 1 : 0;
    const to = from + Number(first);
    const edges = kept.all.slice(from, to).map((node) => ({ node }));
    const pageInfo = { hasNextPage: to < kept.all.length, endCursor: edges.at(-1)?.node.id ?? null };
    return { node: { __typename: 'User', id: 'u', activities: { edges, pageInfo } } };
  };
  const page = renderScreen(<ActivitiesTab id="u" />, {
    viewer: { permissions: ['ACTIVITIES_WRITE'] },
    answers: {
      ActivitiesTab: answer,
      ActivityKinds: { node: { __typename: 'User', id: 'u', activityKinds: ['order'] } },
      DeleteActivity: ({ variables }: Sent) => {
        const { id } = variables.input as { id: string };
        kept.all = kept.all.filter((each) => each.id !== id);
        return { deleteActivity: { __typename: 'DeletePayload', deletedId: id, undo: null, userErrors: [] } };
      },
    },
  });
  return { ...page, kept, entry };
}

// A hundred entries take a while beside other tests; their text is cheaper to read than their roles.
vi.setConfig({ testTimeout: 30_000 });
const says = (text: string) => document.body.textContent.includes(text);
const eventually = (check: () => void) => waitFor(check, { timeout: 10_000 });
const press = async (user: UserEvent, name: string) => {
  const find = () =>
    [...document.querySelectorAll('button')].find((each) =>
      [each.textContent, each.getAttribute('aria-label')].includes(name),
    );
  await eventually(() => expect(find()).toBeTruthy());
  await user.click(find()!);
};

describe('ActivitiesTab', () => {
  beforeEach(() => vi.stubGlobal('EventSource', Source));

  it('shows no more what was deleted beyond the first page', async () => {
    const { user } = setUp(120);
    await press(user, 'Show more');
    await press(user, 'Delete “Order 77”');
    await eventually(() => expect(says('Order 77')).toBe(false));
    expect(says('Order 78')).toBe(true);
  });

  it('loses nothing when something comes in front', async () => {
    const { user, kept, entry } = setUp(100);
    await press(user, 'Show more');
    await eventually(() => expect(says('Order 99')).toBe(true));
    kept.all = [{ ...entry(0), id: 'new', summary: 'Order new' }, ...kept.all];
    Source.last.dispatchEvent(new MessageEvent('next', { data: '{"data":{"activityRecorded":{"id":"new"}}}' }));
    await eventually(() => expect(says('Order new')).toBe(true));
    await eventually(() => expect(says('Order 99')).toBe(false));
    expect(says('Order 49')).toBe(true);
    await press(user, 'Show more');
    await eventually(() => expect(document.querySelectorAll('li').length).toBe(101));
  });

  it('says why the next page did not come, and tries it again', async () => {
    const { user } = setUp(60);
    const isAnswered = vi.fn(() => false);
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (isAnswered() || !String(init.body).includes('"after":"a49"')) return fetch(url, init);
      return Response.json({ errors: [{ message: 'Not now.' }] });
    });
    await press(user, 'Show more');
    await eventually(() => expect(says('Not now.')).toBe(true));
    expect(says('Show more')).toBe(false);
    isAnswered.mockReturnValue(true);
    await press(user, 'Retry');
    await eventually(() => expect(says('Order 59')).toBe(true));
  });
});
