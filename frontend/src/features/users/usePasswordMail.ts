import { useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { hasPassword } from '@/parts/users/status';
import type { AccountState, WarningCode } from '@/gen/graphql';
import type { SendWarning } from '@/parts/messages/SendConfirm';

const ResendDocument = graphql(`
  mutation ResendInvitation($input: UserIDInput!, $override: [WarningCode!]) {
    resendInvitation(input: $input, overrideWarnings: $override) {
      message {
        id
        kind
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
      warnings {
        code
        message
      }
    }
  }
`);

const ResetDocument = graphql(`
  mutation SendPasswordReset($input: UserIDInput!, $override: [WarningCode!]) {
    sendPasswordReset(input: $input, overrideWarnings: $override) {
      message {
        id
        kind
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
      warnings {
        code
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

/** What came of sending. */
export interface MailOutcome {
  sent?: SentMail;
  trouble?: Trouble;
  /** Nothing was sent, and whoever insists sends it. */
  warning?: SendWarning;
}

/** Which mail leads this user to a password. */
export function mailKind({ account }: Pick<MailedUser, 'account'>): MailKind {
  if (!account) return 'first';
  return hasPassword(account) ? 'reset' : 'again';
}

/**
 * Sends a user the mail with which they choose a password, after asking; keeps what came of it to show. `kind` says
 * which; without it, the one that leads them to a password.
 */
export function usePasswordMail(user: MailedUser, kind: MailKind = mailKind(user)) {
  const resend = useMutation(ResendDocument);
  const reset = useMutation(ResetDocument);
  const invite = useMutation(InviteDocument);
  const [isAsking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<MailOutcome>({});
  const address = user.account?.email ?? user.email;

  const outcomeOf = (refusal: Trouble | undefined, mail: Partial<SentMail>): MailOutcome =>
    refusal ? { trouble: refusal } : { sent: { kind, to: address, isKept: false, ...mail } };

  async function send(override?: WarningCode[]): Promise<MailOutcome> {
    const input = { userId: user.id };
    if (kind === 'first') {
      const {
        userErrors,
        warnings,
        user: made,
      } = (await invite.run({ input: { ...input, account: { notify: 'IMMEDIATELY' } } })).createAccount;
      const warning = warnings[0] && { message: warnings[0].message, isWarning: true };
      return outcomeOf(warning ?? userErrors[0], { isKept: made?.messages.edges[0]?.node.state === 'KEPT' });
    }
    const { userErrors, warnings, message } =
      kind === 'again'
        ? (await resend.run({ input, override })).resendInvitation
        : (await reset.run({ input, override })).sendPasswordReset;
    if (warnings[0]) return { warning: { message: warnings[0].message, codes: warnings.map(({ code }) => code) } };
    return outcomeOf(userErrors[0], {
      // Once there is a password, an invitation that is sent again is a reset.
      kind: message?.kind === 'PASSWORD_RESET' ? 'reset' : kind,
      isKept: message?.state === 'KEPT',
    });
  }

  return {
    kind,
    address,
    isAsking,
    ask: () => setAsking(true),
    close: () => setAsking(false),
    /** After a yes. Never throws: what went wrong is in the answer's `trouble`. */
    confirm: async (override?: WarningCode[]): Promise<MailOutcome> => {
      setOutcome({});
      const next = await send(override).catch((thrown): MailOutcome => ({ trouble: asFailure(thrown) }));
      setOutcome(next);
      return next;
    },
    ...outcome,
    userId: user.id,
  };
}
