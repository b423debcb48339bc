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
  const [sent, setSent] = useState<{ kind: MailKind; to: string }>();
  const [trouble, setTrouble] = useState<string>();
  const kind = mailKind(user);
  const address = user.account?.email ?? user.email;

  async function send(): Promise<string | undefined> {
    const input = { userId: user.id };
    if (kind === 'first') {
      const { userErrors, warnings } = (await invite.run({ input: { ...input, account: { notify: 'IMMEDIATELY' } } }))
        .createAccount;
      return userErrors.find((error) => error.message)?.message ?? warnings[0]?.message;
    }
    const { userErrors } =
      kind === 'again'
        ? (await resend.run({ input })).resendInvitation
        : (await reset.run({ input })).sendPasswordReset;
    return userErrors[0]?.message;
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
        const refusal = await send();
        if (refusal) setTrouble(refusal);
        else setSent({ kind, to: address });
      } catch (thrown) {
        setTrouble(asFailure(thrown).message);
      }
    },
    sent,
    trouble,
  };
}
