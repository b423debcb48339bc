import { Trans, useLingui } from '@lingui/react/macro';
import { Send } from 'lucide-react';
import { useState } from 'react';
import type { MessageKind, MessageState } from '@/gen/graphql';
import { SendConfirm } from '@/parts/messages/SendConfirm';
import { Button } from '@/ui';
import { useMaySend, useSending } from './useSending';

/** Kinds whose every email brings a fresh link, and those that answer somebody's own wish and are not sent again; a test opens nothing. */
const bringsLink: readonly MessageKind[] = ['INVITATION', 'PASSWORD_RESET', 'NOTICE', 'NUDGE'];
const onceOnly: readonly MessageKind[] = ['EMAIL_CODE', 'SIGNUP_CONFIRMATION'];

interface Props {
  message: {
    id: string;
    to: string;
    kind: MessageKind;
    state: MessageState;
    isTest: boolean;
    resolvedAt?: string | null;
  };
}

/** **Send again**, for whoever manages accounts; asks first, since older links stop working. */
export function SendAgain({ message: { id, to, kind, state, isTest, resolvedAt } }: Props) {
  const { t } = useLingui();
  const maySend = useMaySend(isTest);
  const { sendAgain } = useSending(id);
  const [isAsking, setAsking] = useState(false);
  const hasLink = !isTest && bringsLink.includes(kind);
  // What nobody knows of is decided first, where that is said.
  const isUndecided = state === 'UNKNOWN' && !resolvedAt;
  const isOnce = !isTest && onceOnly.includes(kind);
  if (!maySend || isUndecided || isOnce || (state === 'QUEUED' && !hasLink)) return null;
  return (
    <>
      <Button icon={Send} onPress={() => setAsking(true)}>
        {t`Send again`}
      </Button>
      <SendConfirm
        title={t`Send it again to ${to}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        send={sendAgain}
      >
        {hasLink ? (
          <Trans>They get a fresh link, which works for 24 hours. Any older link stops working.</Trans>
        ) : (
          <Trans>They get the same words once more.</Trans>
        )}
      </SendConfirm>
    </>
  );
}
