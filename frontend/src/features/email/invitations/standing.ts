import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { InvitationState } from '@/gen/graphql';

/** Where an invitation stands: its word, what the list says of all of them, and what it says without any. */
export const standings: Record<
  InvitationState,
  { word: MessageDescriptor; fix: MessageDescriptor; none: MessageDescriptor }
> = {
  PENDING: {
    word: msg`Pending`,
    fix: msg`Their link still works. Sent again, they get a fresh one and the older one stops working.`,
    none: msg`No invitation is open.`,
  },
  EXPIRED: {
    word: msg`Expired`,
    fix: msg`Links work for 24 hours. Send another.`,
    none: msg`No invitation has expired.`,
  },
  BOUNCED: {
    word: msg`Bounced`,
    fix: msg`The email came back or was refused. Check the spelling of the address before you send another.`,
    none: msg`No invitation came back.`,
  },
  REVOKED: {
    word: msg`Taken back`,
    fix: msg`Nobody can use these. Sending another lets them in again.`,
    none: msg`No invitation was taken back.`,
  },
};

/** Which invitations an address shows; the pending ones where it says none. */
export function parseStanding(params: URLSearchParams): InvitationState {
  const show = (params.get('show') ?? '').toUpperCase();
  return show in standings ? (show as InvitationState) : 'PENDING';
}

/** The query of the address, with its question mark; empty for the pending ones. */
export const formatStanding = (standing: string) => (standing === 'PENDING' ? '' : `?show=${standing.toLowerCase()}`);
