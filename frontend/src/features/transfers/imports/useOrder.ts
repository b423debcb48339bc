import { useState } from 'react';
import { asFailure } from '@/lib/failure';
import type { Import } from './importsQuery';

interface Answer {
  one: Import | null | undefined;
  userErrors: readonly { message: string }[];
}

/** Asks for something of an import and tells what became of it; `problem` is why not. True where it was done. */
export function useOrder(tell: (one: Import) => void) {
  const [problem, setProblem] = useState<string>();
  async function order(send: () => Promise<Answer>): Promise<boolean> {
    setProblem(undefined);
    try {
      const { one, userErrors } = await send();
      if (userErrors[0]) setProblem(userErrors[0].message);
      else if (one) tell(one);
      return !userErrors[0];
    } catch (thrown) {
      setProblem(asFailure(thrown).message);
      return false;
    }
  }
  return { order, problem };
}
