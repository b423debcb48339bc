import { useNavigate } from 'react-router';
import { useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import type { WarningCode } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { canEverywhere, useViewer } from '@/lib/viewer';
import type { SendWarning } from '@/parts/messages/SendConfirm';
import { showToast } from '@/ui';

const ResendDocument = graphql(`
  mutation ResendMessage($input: IDInput!, $override: [WarningCode!]) {
    resendMessage(input: $input, overrideWarnings: $override) {
      message {
        id
        to
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

const ResolveDocument = graphql(`
  mutation ResolveMessage($input: ResolveMessageInput!) {
    resolveMessage(input: $input) {
      message {
        id
        to
        state
        error
        resolvedAt
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

interface Answer {
  message?: { id: string; to: string } | null;
  userErrors: readonly { message: string }[];
  warnings: readonly { code: WarningCode; message: string }[];
}

/** Says whether the viewer sends such a message again: accounts are theirs to manage, and a test is one more test. */
export function useMaySend(isTest: boolean): boolean {
  const viewer = useViewer();
  return viewer.permissions.includes('ACCOUNTS_MANAGE') && (!isTest || canEverywhere(viewer, 'SETTINGS_WRITE'));
}

/**
 * Sends a message again, or decides what became of it; leads to the new message and says so. What stood in the way is said in a toast,
 * but for warnings, which are asked about.
 */
export function useSending(id: string) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const resend = useMutation(ResendDocument);
  const resolve = useMutation(ResolveDocument);

  async function settle(answer: Promise<Answer>): Promise<SendWarning | undefined> {
    try {
      const { message, userErrors, warnings } = await answer;
      if (warnings[0]) return { message: warnings[0].message, codes: warnings.map(({ code }) => code) };
      if (userErrors[0]) showToast({ message: userErrors[0].message, tone: 'bad' });
      else if (message && message.id !== id) {
        showToast({ message: t`Sent again to ${message.to}.` });
        void navigate(routes.message(message.id));
      }
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
    return undefined;
  }

  return {
    sendAgain: (override?: WarningCode[]) =>
      settle(resend.run({ input: { id }, override }).then((data) => data.resendMessage)),
    resolve: (sendAgain: boolean, overrideWarnings?: WarningCode[]) =>
      settle(resolve.run({ input: { id, sendAgain, overrideWarnings } }).then((data) => data.resolveMessage)),
    isPending: resend.isPending || resolve.isPending,
  };
}
