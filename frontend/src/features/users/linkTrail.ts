import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { LinkState, MessageKind, MessageState } from '@/gen/graphql';
import type { Tone } from '@/ui';

/** What the trail knows of an invitation, a reset or a notice. */
export interface LinkMessage {
  kind: MessageKind;
  to: string;
  state: MessageState;
  error?: string | null;
  createdAt: string;
  sentAt?: string | null;
  deliveredAt?: string | null;
  openedAt?: string | null;
  linkExpiresAt?: string | null;
  linkUsedAt?: string | null;
  linkState?: LinkState | null;
}

/** The end that a message has come to so far. */
export type Fate =
  | 'used'
  | 'bounced'
  | 'complained'
  | 'failed'
  | 'replaced'
  | 'revoked'
  | 'expired'
  | 'unanswered'
  | 'kept'
  | 'opened'
  | 'delivered'
  | 'sent'
  | 'queued';

const failures: Partial<Record<MessageState, Fate>> = {
  BOUNCED: 'bounced',
  COMPLAINED: 'complained',
  FAILED: 'failed',
};
const steps: Partial<Record<MessageState, Fate>> = {
  UNKNOWN: 'unanswered',
  KEPT: 'kept',
  OPENED: 'opened',
  DELIVERED: 'delivered',
  SENT: 'sent',
};

/**
 * What matters most about a message: a used link before all, then why it went wrong, then how far it came. `isRevoked`: an
 * administrator took back what it invited to.
 */
export function fateOf(
  { state, linkState, linkUsedAt }: Pick<LinkMessage, 'state' | 'linkState' | 'linkUsedAt'>,
  isRevoked = false,
): Fate {
  if (linkState === 'USED' || linkUsedAt) return 'used';
  if (isRevoked) return 'revoked';
  const failure = failures[state];
  if (failure) return failure;
  if (linkState === 'REPLACED') return 'replaced';
  if (linkState === 'EXPIRED') return 'expired';
  return steps[state] ?? 'queued';
}

/** How a fate reads and looks. `fix` is the next step, where there is one. */
export const fates: Record<Fate, { word: MessageDescriptor; tone: Tone; fix?: MessageDescriptor }> = {
  used: { word: msg`used`, tone: 'ok', fix: msg`A password was chosen with it.` },
  bounced: { word: msg`bounced`, tone: 'bad', fix: msg`Check the spelling of the address.` },
  complained: { word: msg`marked as spam`, tone: 'bad', fix: msg`Ask them to look in their spam folder.` },
  failed: { word: msg`failed`, tone: 'bad', fix: msg`Send another.` },
  replaced: { word: msg`replaced`, tone: 'off', fix: msg`A newer one made its link stop working.` },
  revoked: { word: msg`taken back`, tone: 'off', fix: msg`Nobody can use it. Sending another lets them in again.` },
  expired: { word: msg`expired`, tone: 'warn', fix: msg`Links work for 24 hours. Send another.` },
  unanswered: {
    word: msg`without an answer`,
    tone: 'warn',
    fix: msg`The mail provider has not said what became of it. Send another if it does not arrive.`,
  },
  kept: { word: msg`not sent`, tone: 'warn', fix: msg`Not sent: no mail provider was set.` },
  opened: { word: msg`opened`, tone: 'ok' },
  delivered: { word: msg`delivered`, tone: 'ok' },
  sent: { word: msg`sent`, tone: 'ok' },
  queued: { word: msg`queued`, tone: 'info' },
};

/**
 * The next step. Where something went wrong, what the mail provider said of this message is more to the point than what
 * mostly helps; where its link came to an end, that says more than how the mail went.
 */
export function adviceOf({ error }: Pick<LinkMessage, 'error'>, fate: Fate): MessageDescriptor | string | undefined {
  const { fix, tone } = fates[fate];
  return (tone === 'bad' || fate === 'unanswered' || !fix ? error : undefined) ?? fix;
}

/** When that was: the last time that is known. */
export function momentOf(message: LinkMessage): string {
  return message.linkUsedAt ?? message.openedAt ?? message.deliveredAt ?? message.sentAt ?? message.createdAt;
}

/** Says whether the link can still be used. */
export const isLive = (message: LinkMessage) => message.linkState === 'VALID';
