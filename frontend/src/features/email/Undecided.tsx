import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCan } from '@/lib/viewer';
import { SendConfirm } from '@/parts/messages/SendConfirm';
import { Button, Note } from '@/ui';
import { useMaySend, useSending } from './useSending';

/** A message that was never answered for: a person decides whether it arrived or goes out again. */
export function Undecided({ message: { id, to, isTest } }: { message: { id: string; to: string; isTest: boolean } }) {
  const { t } = useLingui();
  const mayManage = useCan()('ACCOUNTS_MANAGE');
  const maySend = useMaySend(isTest);
  const { resolve, isPending } = useSending(id);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Note
        tone="warn"
        title={<Trans>Nobody knows whether it was sent: the provider or mail server did not say.</Trans>}
        actions={
          mayManage && (
            <>
              <Button isPending={isPending} onPress={() => void resolve(false)}>{t`It arrived`}</Button>
              {maySend && <Button onPress={() => setAsking(true)}>{t`Send it again`}</Button>}
            </>
          )
        }
      >
        <Trans>
          Ask {to} whether it arrived, or look at what the provider or mail server lists. It is never sent again by
          itself.
        </Trans>
      </Note>
      <SendConfirm
        title={t`Send it again to ${to}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        send={(override) => resolve(true, override)}
      >
        {isTest ? (
          <Trans>If the first one did arrive, they get it twice.</Trans>
        ) : (
          <Trans>If the first one did arrive, they get it twice; a link in it stops working.</Trans>
        )}
      </SendConfirm>
    </>
  );
}
