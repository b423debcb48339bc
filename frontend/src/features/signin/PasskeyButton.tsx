import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useDoing } from '@/lib/useDoing';
import { Button, Note } from '@/ui';
import { goOn } from './afterSignIn';

interface Props {
  /** `primary` where nothing else is asked for. */
  variant?: 'default' | 'primary';
}

/** Signs in with a passkey: instead of a password, or after it. Not there where the browser knows none. */
export function PasskeyButton({ variant = 'default' }: Props) {
  const { t } = useLingui();
  const { trouble, isPending, doing } = useDoing();
  const [isKnown] = useState(() => typeof PublicKeyCredential === 'function');
  if (!isKnown) return null;
  const show = () =>
    doing(async () => {
      const { signInWithPasskey } = await import('@/parts/factors/passkeys');
      const outcome = await signInWithPasskey();
      if (outcome && 'refused' in outcome) return outcome.refused.message;
      if (outcome) goOn(outcome.answer, new URLSearchParams(location.search).get('next'));
      return undefined;
    });
  return (
    <>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      <Button variant={variant} wide onPress={() => void show()} isPending={isPending}>
        {t`Sign in with a passkey`}
      </Button>
    </>
  );
}
