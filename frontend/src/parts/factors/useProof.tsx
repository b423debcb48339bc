import { lazy, Suspense, useRef, useState } from 'react';

const ConfirmIdentity = lazy(() => import('./ConfirmIdentity'));

/**
 * Does what a session may do for some minutes after its user proved who they are. Where that is too long ago, a small
 * window asks, and then it is done again; whoever closes it gets the refusal. Render `dialog`.
 */
export function useProof() {
  const [settle, setSettle] = useState<(isProved: boolean) => void>();
  // Two who need it at once wait for one window.
  const asked = useRef<Promise<boolean>>(undefined);
  async function proving<Answer>(action: () => Promise<Answer>, codeOf: (answer: Answer) => string | undefined) {
    const answer = await action();
    if (codeOf(answer) !== 'PROOF_REQUIRED') return answer;
    asked.current ??= new Promise((resolve) => setSettle(() => resolve));
    return (await asked.current) ? action() : answer;
  }
  const close = (isProved: boolean) => {
    settle?.(isProved);
    asked.current = undefined;
    setSettle(undefined);
  };
  const dialog = settle && (
    <Suspense>
      <ConfirmIdentity onClose={() => close(false)} onProved={() => close(true)} />
    </Suspense>
  );
  return { proving, dialog };
}
