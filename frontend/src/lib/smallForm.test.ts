import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useSmallForm } from './smallForm';

const useNamed = () => useSmallForm({ name: '', town: '' }, { name: (text) => (text ? undefined : 'Enter a name.') });

describe('a small form', () => {
  it('submits its values when its checks are content', async () => {
    const { result } = renderHook(useNamed);
    act(() => result.current.field('name').onChange('Ana'));
    const onValid = vi.fn();
    await act(() => result.current.handleSubmit(onValid, vi.fn())());
    expect(onValid).toHaveBeenCalledWith({ name: 'Ana', town: '' });
  });

  it('says what is wrong under the field, until it is right', async () => {
    const { result } = renderHook(useNamed);
    const onInvalid = vi.fn();
    await act(() => result.current.handleSubmit(vi.fn(), onInvalid)());
    expect(onInvalid).toHaveBeenCalledWith({ name: { message: 'Enter a name.' } });
    expect(result.current.field('name').error).toBe('Enter a name.');
    act(() => result.current.field('name').onChange('Ana'));
    expect(result.current.field('name').error).toBeUndefined();
  });

  it('shows what the server said about a field', () => {
    const { result } = renderHook(useNamed);
    act(() => result.current.setError('town', { type: 'INVALID', message: 'No such town.' }));
    expect(result.current.field('town').error).toBe('No such town.');
  });
});
