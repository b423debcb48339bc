import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import { clearToasts, showToast, ToastRegion } from '@/ui';

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
  });

  it('shows at most three', () => {
    act(() => ['a', 'b', 'c', 'd'].forEach((message) => showToast({ message })));
    expect(screen.getAllByRole('button', { name: 'Dismiss' })).toHaveLength(3);
  });
});
