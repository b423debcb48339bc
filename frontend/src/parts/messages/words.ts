import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { MessageKind, MessageState } from '@/gen/graphql';
import type { Tone } from '@/ui';

/** What each kind of message is called. */
export const messageKinds: Record<MessageKind, MessageDescriptor> = {
  INVITATION: msg`Invitation`,
  PASSWORD_RESET: msg`Password reset`,
  NOTICE: msg`Notice`,
  EMAIL_CODE: msg`Sign-in code`,
  REMINDER: msg`Reminder`,
  SECURITY_ALERT: msg`Security alert`,
  SIGNUP_CONFIRMATION: msg`Sign-up confirmation`,
  NUDGE: msg`Nudge`,
  DIGEST: msg`Digest of reminders`,
  EXPORT_READY: msg`Export is ready`,
};

/** What has become of a message, in a word. */
export const messageStates: Record<MessageState, { word: MessageDescriptor; tone: Tone }> = {
  QUEUED: { word: msg`Queued`, tone: 'info' },
  KEPT: { word: msg`Not sent`, tone: 'warn' },
  SENT: { word: msg`Sent`, tone: 'ok' },
  DELIVERED: { word: msg`Delivered`, tone: 'ok' },
  OPENED: { word: msg`Opened`, tone: 'ok' },
  BOUNCED: { word: msg`Bounced`, tone: 'bad' },
  COMPLAINED: { word: msg`Marked as spam`, tone: 'bad' },
  FAILED: { word: msg`Failed`, tone: 'bad' },
  UNKNOWN: { word: msg`No answer`, tone: 'warn' },
};
