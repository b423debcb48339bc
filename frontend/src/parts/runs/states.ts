import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RunState } from '@/gen/graphql';
import type { Tone } from '@/ui';

/** The state of something that goes on in the background, in a word. */
export const runStates: Record<RunState, { word: MessageDescriptor; tone: Tone }> = {
  QUEUED: { word: msg`Waiting`, tone: 'off' },
  RUNNING: { word: msg`Running`, tone: 'info' },
  SUCCEEDED: { word: msg`Done`, tone: 'ok' },
  FAILED: { word: msg`Failed`, tone: 'bad' },
  CANCELLED: { word: msg`Stopped`, tone: 'warn' },
};
