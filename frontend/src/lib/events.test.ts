import { renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TypedDocumentString } from '@/gen/graphql';
import { listen, useEvents } from './events';

const document = new TypedDocumentString<{ told: string }, { id: string }>(
  'subscription Told($id: ID!) { told(id: $id) }',
);

/** A connection that the test speaks through. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static all: Source[] = [];
  isClosed = false;
  get readyState() {
    return this.isClosed ? 2 : 1;
  }
  constructor(readonly url: string) {
    super();
    Source.all.push(this);
  }
  close() {
    this.isClosed = true;
  }
  /** The server answered with what is no stream. */
  refuse() {
    this.isClosed = true;
    this.say('error');
  }
  say(type: string, data = '') {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

beforeEach(() => {
  Source.all = [];
  vi.stubGlobal('EventSource', Source);
});

describe('listen', () => {
  it('asks with the variables, and tells what happens', () => {
    const onData = vi.fn();
    const onOpen = vi.fn();
    listen(document, { id: 'a b' }, { onData, onOpen });
    const [source] = Source.all;
    expect(new URL(source!.url, 'http://x').searchParams.get('variables')).toBe('{"id":"a b"}');
    source!.say('open');
    source!.say('next', '{"data":{"told":"one"}}');
    source!.say('next', '{"errors":[{"message":"no"}],"data":null}');
    expect(onOpen).toHaveBeenCalledTimes(1);
    expect(onData.mock.calls).toEqual([[{ told: 'one' }]]);
  });
  it('is over when the server completes, or when it is stopped', () => {
    const stop = listen(document, { id: 'a' }, { onData: vi.fn() });
    listen(document, { id: 'b' }, { onData: vi.fn() });
    stop();
    Source.all[1]!.say('complete');
    expect(Source.all.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  });
  it('comes again after a refusal, later each time, up to a minute', () => {
    vi.useFakeTimers();
    const onOpen = vi.fn();
    listen(document, { id: 'a' }, { onData: vi.fn(), onOpen });
    Source.all[0]!.refuse();
    vi.advanceTimersByTime(2999);
    expect(Source.all).toHaveLength(1);
    vi.advanceTimersByTime(1);
    Source.all[1]!.say('open');
    expect(onOpen).toHaveBeenCalledTimes(1);
    for (let time = 0; time < 10; time++) {
      Source.all.at(-1)!.refuse();
      vi.advanceTimersByTime(60_000);
    }
    expect(Source.all).toHaveLength(12);
    Source.all.at(-1)!.refuse();
    vi.advanceTimersByTime(59_999);
    expect(Source.all).toHaveLength(12);
  });
  it('leaves a connection that breaks to the browser, and comes no more once it is stopped', () => {
    vi.useFakeTimers();
    const stop = listen(document, { id: 'a' }, { onData: vi.fn() });
    Source.all[0]!.say('error');
    vi.advanceTimersByTime(100_000);
    expect(Source.all).toHaveLength(1);
    Source.all[0]!.refuse();
    stop();
    vi.advanceTimersByTime(100_000);
    expect(Source.all).toHaveLength(1);
  });
});

describe('useEvents', () => {
  it('listens only while the page is looked at', () => {
    const { unmount } = renderHook(() => useEvents(document, { id: 'a' }, { onData: vi.fn() }));
    const state = vi.spyOn(window.document, 'visibilityState', 'get');
    state.mockReturnValue('hidden');
    window.document.dispatchEvent(new Event('visibilitychange'));
    expect(Source.all.map(({ isClosed }) => isClosed)).toEqual([true]);
    state.mockReturnValue('visible');
    window.document.dispatchEvent(new Event('visibilitychange'));
    expect(Source.all.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    unmount();
    expect(Source.all.map(({ isClosed }) => isClosed)).toEqual([true, true]);
    state.mockRestore();
  });
});
