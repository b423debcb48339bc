import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The longest text that the server searches for, in characters. */
const longest = 200;

/** The text that a list's address says is searched for. */
export const searchOf = (params: URLSearchParams): string =>
  [...(params.get('q') ?? '').trim()].slice(0, longest).join('');

/**
 * The query of the address, and how to change parts of it: an empty text takes a part away. Choices make steps in the
 * browser's history; typing (`replace`) makes none.
 */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (parts: Record<string, string>, options?: { replace?: boolean }) =>
      setParams(() => {
        // What the address says now, which may be more than what was rendered last.
        const next = new URLSearchParams(location.search);
        for (const [name, value] of Object.entries(parts)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      }, options),
    [setParams],
  );
  return { params, q: searchOf(params), change };
}
