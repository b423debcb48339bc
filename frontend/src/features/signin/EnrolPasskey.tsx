import { Trans, useLingui } from '@lingui/react/macro';
import { routes } from '@/lib/routes';
import { useDoing } from '@/lib/useDoing';
import { addPasskey, knowsPasskeys } from '@/parts/factors/passkeys';
import { Button, Link, Note, PageTitle } from '@/ui';
import { goOn } from './afterSignIn';

/** Makes the passkey that a sign-in cannot go on without. */
export function EnrolPasskey() {
  const { t } = useLingui();
  const { trouble, isPending, doing } = useDoing();
  const make = () =>
    doing(async () => {
      const outcome = await addPasskey();
      if (outcome && 'refused' in outcome) return outcome.refused.message;
      if (outcome) goOn(outcome.answer, new URLSearchParams(location.search).get('next'));
      return undefined;
    });
  return (
    <>
      <PageTitle
        title={t`Set up a passkey`}
        lead={<Trans>Your device keeps it, and asks for your finger, your face or its PIN.</Trans>}
      />
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      {knowsPasskeys() ? (
        <Button variant="primary" wide onPress={() => void make()} isPending={isPending}>
          {t`Create a passkey`}
        </Button>
      ) : (
        <Note tone="bad" role="alert" title={t`This browser knows no passkeys. Use a newer one.`} />
      )}
      <p>
        <Link href={routes.signIn}>
          <Trans>Sign in as somebody else</Trans>
        </Link>
      </p>
    </>
  );
}
