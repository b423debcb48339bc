import { describe, expect, it } from 'vitest';
import { changedTexts, mergeTexts } from './useTexts';

const base = { version: 3, values: { name: 'Board', description: 'Meets monthly.' } };

describe('what is saved of texts', () => {
  it('is only what was changed, and nothing clears', () => {
    expect(changedTexts(base, { name: ' Board ', description: '' })).toEqual({ description: null });
    expect(changedTexts(base, base.values)).toEqual({});
  });

  it('is all of it for a new thing', () => {
    expect(changedTexts({ ...base, version: 0 }, base.values)).toEqual(base.values);
  });

  it('is mine where I changed something, and theirs everywhere else', () => {
    const mine = { name: 'The Board', description: 'Meets monthly.' };
    const theirs = { name: 'Council', description: 'Meets weekly.' };
    expect(mergeTexts(base.values, mine, theirs)).toEqual({ name: 'The Board', description: 'Meets weekly.' });
  });
});
