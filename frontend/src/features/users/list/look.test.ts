import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepLook, parseLook, readLook, usualColumns } from './look';

afterEach(() => {
  localStorage.clear();
  vi.unstubAllGlobals();
});

describe('the look of the list', () => {
  it('begins with the usual columns, 40 pixels high', () => {
    expect(readLook()).toEqual({ columns: usualColumns, density: 40, counts: [] });
  });

  it('is as it was left, part by part', () => {
    keepLook({ columns: ['company', 'email'] });
    keepLook({ density: 32 });
    keepLook({ counts: [9, 7] });
    expect(readLook()).toEqual({ columns: ['email', 'company'], density: 32, counts: [9, 7] });
  });

  it('makes the best of whatever was kept', () => {
    for (const kept of ['', '{', '7', 'null', '"x"', '[]', '{"columns":7,"density":"40","counts":{}}']) {
      expect(parseLook(kept), kept).toEqual({ columns: usualColumns, density: 40, counts: [] });
    }
    expect(parseLook('{"columns":["shoe","role"],"density":99,"counts":["x",1e9]}')).toEqual({
      columns: ['role'],
      density: 40,
      counts: [0, 12],
    });
  });

  it('lasts as long as the page where nothing can be kept', () => {
    const refuse = () => {
      throw new Error('refused');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, clear: () => {} });
    expect(() => keepLook({ density: 48 })).not.toThrow();
    expect(readLook().density).toBe(40);
  });
});
