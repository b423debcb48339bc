import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import { clearToasts, showToast, ToastRegion, undoLast } from '@/ui';

const later = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

describe('Toast', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    clearToasts();
    renderScreen(<ToastRegion />);
  });

  it('is read as a status and goes after ten seconds', () => {
    act(() => showToast({ message: 'Ana Adams was created.' }));
    expect(screen.getByRole('status').textContent).toContain('Ana Adams was created.');
    later(9_900);
    expect(screen.queryByText('Ana Adams was created.')).toBeTruthy();
    later(200);
    expect(screen.queryByText('Ana Adams was created.')).toBeNull();
  });

  it('waits while it is pointed at, and goes on with the time that was left', () => {
    act(() => showToast({ message: 'Saved.' }));
    later(9_000);
    fireEvent.pointerEnter(screen.getByRole('status'));
    later(60_000);
    expect(screen.queryByText('Saved.')).toBeTruthy();
    fireEvent.pointerLeave(screen.getByRole('status'));
    later(900);
    expect(screen.queryByText('Saved.')).toBeTruthy();
    later(200);
    expect(screen.queryByText('Saved.')).toBeNull();
  });

  it('undoes once and closes', () => {
    const undo = vi.fn();
    act(() => showToast({ message: 'Deactivated.', undo }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Deactivated.')).toBeNull();
    expect(undoLast()).toBe(false);
  });

  it('offers no Undo that has expired, even while it is pointed at', () => {
    const undo = Object.assign(vi.fn(), { expiresAt: Date.now() + 9_000 });
    act(() => showToast({ message: 'Deactivated.', undo }));
    fireEvent.pointerEnter(screen.getByRole('status'));
    later(8_900);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeTruthy();
    later(200);
    expect(screen.queryByText('Deactivated.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(undoLast()).toBe(false);
    expect(undo).not.toHaveBeenCalled();
  });

  it('takes the last change back that still can be, after its toast has gone', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    act(() => showToast({ message: 'Deactivated.', undo: first }));
    act(() => showToast({ message: 'Deleted.', undo: second }));
    act(() => showToast({ message: 'Sent.' }));
    later(10_100);
    act(() => expect(undoLast()).toBe(true));
    expect(second).toHaveBeenCalledTimes(1);
    expect(first).not.toHaveBeenCalled();
  });

  it('shows at most three', () => {
    act(() => ['a', 'b', 'c', 'd'].forEach((message) => showToast({ message })));
    expect(screen.getAllByRole('button', { name: 'Dismiss' })).toHaveLength(3);
  });
});
