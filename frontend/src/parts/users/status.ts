import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AccountState, UserStatus } from '@/gen/graphql';
import type { Tone } from '@/ui';

/** What a user's state is called, and how it looks. */
export interface StateWord {
  word: MessageDescriptor;
  tone: Tone;
}

const active: StateWord = { word: msg`Active`, tone: 'ok' };
const inactive: StateWord = { word: msg`Inactive`, tone: 'off' };

/** The state of an account in a word. */
export const accountStates: Record<AccountState, StateWord> = {
  NONE: { word: msg`No password yet`, tone: 'off' },
  INVITED: { word: msg`Invited`, tone: 'warn' },
  INVITATION_EXPIRED: { word: msg`Invite expired`, tone: 'bad' },
  ACTIVE: active,
  TEMPORARY_PASSWORD: { word: msg`Temporary password`, tone: 'warn' },
  LOCKED: { word: msg`Locked`, tone: 'bad' },
  CLOSED: { word: msg`Closed`, tone: 'off' },
};

interface WithStatus {
  status: UserStatus;
  account?: { state: AccountState } | null;
}

/** One word for a user: inactive before all; else what there is to say of the account; else active. */
export function stateOf({ status, account }: WithStatus): StateWord {
  if (status === 'INACTIVE') return inactive;
  if (!account || account.state === 'NONE') return active;
  return accountStates[account.state];
}

/** Says whether the owner of an account has chosen a password: then mail to them is a reset, before it an invitation. */
export function hasPassword(account: { state: AccountState } | null | undefined): boolean {
  return account?.state === 'ACTIVE' || account?.state === 'TEMPORARY_PASSWORD' || account?.state === 'LOCKED';
}
