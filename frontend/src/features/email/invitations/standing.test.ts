import { describe, expect, it } from 'vitest';
import { formatStanding, parseStanding } from './standing';

describe('the invitations that are shown', () => {
  it('survive the way to the address and back', () => {
    for (const query of ['', '?show=expired', '?show=bounced', '?show=revoked'])
      expect(formatStanding(parseStanding(new URLSearchParams(query)))).toBe(query);
    expect(parseStanding(new URLSearchParams('?show=constructor'))).toBe('PENDING');
  });
});
