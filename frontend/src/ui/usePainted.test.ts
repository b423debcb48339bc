import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usePainted } from './usePainted';

beforeEach(
  () =>
    void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'] }),
);
afterEach(() => void vi.useRealTimers());

test('nothing is painted before it is there, nor in the frame in which it comes', () => {
  const { result, rerender } = renderHook((isThere: boolean) => usePainted(isThere), { initialProps: false });
  act(() => void vi.advanceTimersByTime(1000));
  expect(result.current).toBe(false);
  rerender(true);
  expect(result.current).toBe(false);
  act(() => void vi.advanceTimersByTime(50));
  expect(result.current).toBe(true);
  rerender(false);
  expect(result.current).toBe(true);
});

test('a page in the background, which has no frames, gets there too', () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  const { result } = renderHook(() => usePainted(true));
  act(() => void vi.advanceTimersByTime(100));
  expect(result.current).toBe(false);
  act(() => void vi.advanceTimersByTime(200));
  expect(result.current).toBe(true);
  vi.unstubAllGlobals();
});
