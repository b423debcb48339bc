import { describe, expect, it } from 'vitest';
import { indexAt, layOut, placeAt, placeOf, placesOf, targetFrom } from './layout';

describe('the layout of a list with two ends', () => {
  const whole = layOut(100, 0, false);
  const open = layOut(50, 0, true);
  const both = layOut(100, 50, true);

  it('has a place for each row and a few for those that are missing', () => {
    expect(placesOf(whole)).toBe(100);
    expect(placesOf(open)).toBe(53);
    expect(placesOf(both)).toBe(112);
  });

  it('finds rows on both sides of the gap, and none in it', () => {
    expect([0, 49, 50, 61, 62, 111, 112].map((place) => indexAt(both, place))).toEqual([
      0,
      49,
      undefined,
      undefined,
      50,
      99,
      undefined,
    ]);
    expect([0, 49, 50, 99].map((index) => placeAt(both, index))).toEqual([0, 49, 62, 111]);
  });

  it('looks at the gap for a row that is missing, from either side', () => {
    expect(placeOf(both, targetFrom(both, 49, 1))).toEqual({ place: 50, isThere: false });
    expect(placeOf(both, targetFrom(both, 62, -1))).toEqual({ place: 61, isThere: false });
    expect(placeOf(open, targetFrom(open, 40, 18))).toEqual({ place: 52, isThere: false });
    expect(placeOf(open, { from: 'end', distance: 0 })).toEqual({ place: 52, isThere: false });
  });

  it('stops at the first and at the last row', () => {
    expect(placeOf(whole, targetFrom(whole, 95, 18))).toEqual({ place: 99, isThere: true });
    expect(placeOf(both, targetFrom(both, 5, -18))).toEqual({ place: 0, isThere: true });
    expect(placeOf(both, targetFrom(both, 108, 18))).toEqual({ place: 111, isThere: true });
  });

  it('keeps a target in the tail when rows come before it', () => {
    const target = targetFrom(both, 62, -1);
    expect(placeOf(layOut(150, 100, true), target)).toEqual({ place: 111, isThere: true });
    expect(placeOf(layOut(120, 0, false), target)).toEqual({ place: 69, isThere: true });
  });
});
