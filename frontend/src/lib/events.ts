import { useEffect, useEffectEvent } from 'react';
import type { TypedDocumentString } from '@/gen/graphql';
import { endpoint } from './endpoint';

interface Ears<Data> {
  /** Something happened. */
  onData: (data: Data) => void;
  /** We listen, for the first time or again: what happened before is not told. */
  onOpen?: () => void;
}

/** How long after the first refusal a stream is asked for again, in milliseconds; each time twice as long, up to a minute. */
const patience = 3000;
const longest = 60_000;

/**
 * Listens to a subscription by server-sent events until the answer is called. The browser comes again by itself when
 * the connection breaks, but not after an answer that is no stream, such as a proxy's while the server starts anew: then
 * we do. A stream that the server completes is over.
 */
export function listen<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { onData, onOpen }: Ears<Data>,
): () => void {
  const query = new URLSearchParams({ query: document.toString(), variables: JSON.stringify(variables) });
  let source: EventSource;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open() {
    source = new EventSource(`${endpoint}?${query}`);
    source.addEventListener('open', () => {
      tries = 0;
      onOpen?.();
    });
    source.addEventListener('next', ({ data }: MessageEvent<string>) => {
      const answer = JSON.parse(data) as { data?: Data | null };
      if (answer.data) onData(answer.data);
    });
    source.addEventListener('complete', () => source.close());
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED)
        timer = setTimeout(open, Math.min(patience * 2 ** tries++, longest));
    });
  }

  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** Listens while the page is looked at. A browser has few connections to one server, and pages in the back need none. */
export function useEvents<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  ears: Ears<Data> & { isPaused?: boolean },
): void {
  const onData = useEffectEvent(ears.onData);
  const onOpen = useEffectEvent(() => ears.onOpen?.());
  const key = JSON.stringify(variables);
  const { isPaused } = ears;
  useEffect(() => {
    if (isPaused) return;
    let stop: (() => void) | undefined;
    const attend = () => {
      stop?.();
      const isSeen = window.document.visibilityState === 'visible';
      stop = isSeen ? listen(document, JSON.parse(key) as Variables, { onData, onOpen }) : undefined;
    };
    attend();
    window.document.addEventListener('visibilitychange', attend);
    return () => {
      window.document.removeEventListener('visibilitychange', attend);
      stop?.();
    };
  }, [document, key, isPaused]);
}
