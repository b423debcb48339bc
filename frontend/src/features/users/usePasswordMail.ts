import { useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { hasPassword } from './status';
import type { AccountState } from '@/gen/graphql';

const ResendDocument = graphql(`
  mutation ResendInvitation($input: UserIDInput!) {
    resendInvitation(input: $input) {
      message {
        id
        to
        state
        user {
          id
          account {
            state
            linkExpiresAt
          }
        }
      }
      userErrors {
        message
      }
    }
  }
`);

const ResetDocument = graphql(`
  mutation SendPasswordReset($input: UserIDInput!) {
    sendPasswordReset(input: $input) {
      message {
        id
        to
        state
        user {
          id
          account {
            state
            linkExpiresAt
          }
        }
      }
      userErrors {
        message
      }
    }
  }
`);

const InviteDocument = graphql(`
  mutation InviteUser($input: CreateAccountInput!) {
    createAccount(input: $input) {
      user {
        id
        version
        account {
          email
          state
          creationNotice
        }
        messages(first: 1) {
          edges {
            node {
              id
              state
            }
          }
        }
      }
      userErrors {
        message
      }
      warnings {
        code
        message
      }
    }
  }
`);

/** Whose mail it is. */
export interface MailedUser {
  id: string;
  email: string;
  account?: { email: string; state: AccountState } | null;
}

/** `first`: the account is made with it. `again`: another invitation. `reset`: there is a password already. */
export type MailKind = 'first' | 'again' | 'reset';

/** A mail that went out, or was kept where no mail provider is set. */
export interface SentMail {
  kind: MailKind;
  to: string;
  isKept: boolean;
}

/** Why nothing was sent. A warning can be overridden, where the whole form of the account is. */
export interface Trouble {
  message: string;
  isWarning?: boolean;
}

/** Which mail leads this user to a password. */
export function mailKind({ account }: Pick<MailedUser, 'account'>): MailKind {
  if (!account) return 'first';
  return hasPassword(account) ? 'reset' : 'again';
}

/** Sends a user the mail with which they choose a password, after asking; keeps what came of it to show. */
export function usePasswordMail(user: MailedUser) {
  const resend = useMutation(ResendDocument);
  const reset = useMutation(ResetDocument);
  const invite = useMutation(InviteDocument);
  const [isAsking, setAsking] = useState(false);
  const [sent, setSent] = useState<SentMail>();
  const [trouble, setTrouble] = useState<Trouble>();
  const kind = mailKind(user);
  const address = user.account?.email ?? user.email;

  /** Answers why not, or whether the mail was kept. */
  async function send(): Promise<{ refusal?: Trouble; isKept?: boolean }> {
    const input = { userId: user.id };
    if (kind === 'first') {
      const {
        userErrors,
        warnings,
        user: made,
      } = (await invite.run({ input: { ...input, account: { notify: 'IMMEDIATELY' } } })).createAccount;
      return {
        refusal: warnings[0] ? { message: warnings[0].message, isWarning: true } : userErrors[0],
        isKept: made?.messages.edges[0]?.node.state === 'KEPT',
      };
    }
    const { userErrors, message } =
      kind === 'again'
        ? (await resend.run({ input })).resendInvitation
        : (await reset.run({ input })).sendPasswordReset;
    return { refusal: userErrors[0], isKept: message?.state === 'KEPT' };
  }

  return {
    kind,
    address,
    isAsking,
    ask: () => setAsking(true),
    close: () => setAsking(false),
    /** After a yes. Never throws: what went wrong is in `trouble`. */
    confirm: async () => {
      setTrouble(undefined);
      setSent(undefined);
      try {
        const { refusal, isKept = false } = await send();
        if (refusal) setTrouble(refusal);
        else setSent({ kind, to: address, isKept });
      } catch (thrown) {
        setTrouble(asFailure(thrown));
      }
    },
    sent,
    trouble,
    userId: user.id,
  };
}
