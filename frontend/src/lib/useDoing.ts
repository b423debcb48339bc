import { useState } from 'react';
import { asFailure } from './failure';

/** Does one thing after the other, each by a press, and says what came in the way. `work` answers a refusal in words. */
export function useDoing() {
  const [trouble, setTrouble] = useState<string>();
  const [isPending, setPending] = useState(false);
  const doing = async (work: () => Promise<string | undefined>) => {
    if (isPending) return;
    setPending(true);
    setTrouble(undefined);
    setTrouble(await work().catch((thrown: unknown) => asFailure(thrown).message));
    setPending(false);
  };
  return { trouble, isPending, doing };
}
