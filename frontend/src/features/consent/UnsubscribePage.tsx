import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { asFailure } from '@/lib/failure';
import { useAnswer } from '@/lib/useAnswer';
import { Button, Note, PageTitle, Skeleton } from '@/ui';
import { choice } from './choice';
import { Done } from '@/parts/public/Done';
import { Retry } from '@/parts/public/Retry';

/** What an unsubscribe link leads to: whether its holder receives email, and the switch. Opening it changes nothing. */
export default function UnsubscribePage() {
  const { t } = useLingui();
  const { data, failure, ask, answer } = useAnswer(location.pathname, choice);
  if (failure?.code === 'NOT_FOUND') {
    return (
      <PageTitle
        title={t`This link is not complete`}
        lead={<Trans>Copy the whole link from the email and open it again.</Trans>}
      />
    );
  }
  if (failure) return <Retry title={t`Email communication`} sentence={failure.message} onRetry={ask} />;
  if (data === undefined) {
    return (
      <>
        <PageTitle title={t`Email communication`} />
        <Skeleton />
      </>
    );
  }
  return <Choice subscribed={data} onChosen={answer} />;
}

/** What is so, and the way to the other. */
function Choice({ subscribed, onChosen }: { subscribed: boolean; onChosen: (subscribed: boolean) => void }) {
  const { t } = useLingui();
  const [isPending, setPending] = useState(false);
  const [hasChosen, setChosen] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function choose(wanted: boolean) {
    if (isPending) return;
    setPending(true);
    setTrouble(undefined);
    try {
      const is = await choice(wanted);
      if (is !== wanted) setTrouble(t`This link cannot do that any more. Sign up again where you did before.`);
      setChosen(is === wanted);
      onChosen(is);
    } catch (thrown) {
      setTrouble(asFailure(thrown).message);
    } finally {
      setPending(false);
    }
  }

  const Title = hasChosen ? Done : PageTitle;
  return (
    <>
      {subscribed ? (
        <Title
          key="on"
          title={hasChosen ? t`You receive email again` : t`Email communication`}
          lead={<Trans>You receive email communication at the address that this link was sent to.</Trans>}
        />
      ) : (
        <Title
          key="off"
          title={hasChosen ? t`You are unsubscribed` : t`Email communication`}
          lead={<Trans>You receive no email communication. What concerns your account is still sent to you.</Trans>}
        />
      )}
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      <Button
        variant={subscribed ? 'primary' : 'default'}
        wide
        isPending={isPending}
        onPress={() => void choose(!subscribed)}
      >
        {subscribed ? t`Unsubscribe` : t`Receive it again`}
      </Button>
    </>
  );
}
