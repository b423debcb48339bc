import { describe, expect, it } from 'vitest';
import { adviceOf, fateOf, fates, isLive, type LinkMessage, momentOf } from './linkTrail';

const message = (more: Partial<LinkMessage>): LinkMessage => ({
  kind: 'INVITATION',
  to: 'ana@example.org',
  state: 'SENT',
  createdAt: '2026-11-20T14:00:00Z',
  linkState: 'VALID',
  ...more,
});

describe('the fate of an invitation', () => {
  it('is how far it came while its link lives', () => {
    expect(fateOf(message({ state: 'QUEUED' }))).toBe('queued');
    expect(fateOf(message({ state: 'SENT' }))).toBe('sent');
    expect(fateOf(message({ state: 'DELIVERED' }))).toBe('delivered');
    expect(fateOf(message({ state: 'OPENED' }))).toBe('opened');
    expect(fateOf(message({ state: 'KEPT' }))).toBe('kept');
    expect(fateOf(message({ state: 'UNKNOWN' }))).toBe('unanswered');
  });

  it('is that it was used, whatever became of the mail afterwards', () => {
    expect(fateOf(message({ state: 'BOUNCED', linkState: 'USED' }))).toBe('used');
    expect(fateOf(message({ linkState: null, linkUsedAt: '2026-11-20T15:00:00Z' }))).toBe('used');
  });

  it('is why it went wrong, also once its link is dead', () => {
    expect(fateOf(message({ state: 'BOUNCED', linkState: 'REPLACED' }))).toBe('bounced');
    expect(fateOf(message({ state: 'FAILED' }))).toBe('failed');
  });

  it('is that its link is dead, however well it arrived', () => {
    expect(fateOf(message({ state: 'DELIVERED', linkState: 'REPLACED' }))).toBe('replaced');
    expect(fateOf(message({ state: 'KEPT', linkState: 'EXPIRED' }))).toBe('expired');
    expect(isLive(message({ linkState: 'EXPIRED' }))).toBe(false);
    expect(isLive(message({}))).toBe(true);
  });

  it('is that it was taken back, unless it was used before', () => {
    expect(fateOf(message({ linkState: 'REPLACED' }), true)).toBe('revoked');
    expect(fateOf(message({ linkState: 'USED' }), true)).toBe('used');
  });

  it('happened at the last time that is known', () => {
    expect(momentOf(message({}))).toBe('2026-11-20T14:00:00Z');
    expect(momentOf(message({ sentAt: '2026-11-20T14:01:00Z', openedAt: '2026-11-20T14:05:00Z' }))).toBe(
      '2026-11-20T14:05:00Z',
    );
  });
});

describe('the next step', () => {
  it('is what was said of this message, where it went wrong', () => {
    const error = 'Bounced: the mailbox is full. Try again later, or ask for another address.';
    expect(adviceOf({ error }, 'bounced')).toBe(error);
    expect(adviceOf({ error: null }, 'bounced')).toBe(fates.bounced.fix);
    expect(adviceOf({ error: 'The provider asks for patience.' }, 'queued')).toBe('The provider asks for patience.');
  });

  it('is what its link came to, however the mail went', () => {
    expect(adviceOf({ error: 'Bounced: mailbox not found.' }, 'used')).toBe(fates.used.fix);
    expect(adviceOf({ error: null }, 'delivered')).toBeUndefined();
  });
});
