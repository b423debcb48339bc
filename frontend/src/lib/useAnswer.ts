import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { asFailure, type Failure } from './failure';

/**
 * The answer to one question that a page asks when it opens, and again when `about` changes. `known` stands in for it
 * where nothing needs asking.
 */
export function useAnswer<Answer>(about: string, question: () => Promise<Answer>, known?: Answer) {
  const [state, setState] = useState<{ about: string; data?: Answer; failure?: Failure }>({ about });
  const [asked, setAsked] = useState(0);
  const isKnown = known !== undefined;

  // The question is about `about`, and nothing else.
  const send = useEffectEvent(question);
  useEffect(() => {
    if (isKnown) return;
    let isCurrent = true;
    send().then(
      (data) => isCurrent && setState({ about, data }),
      (thrown: unknown) => isCurrent && setState({ about, failure: asFailure(thrown) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [about, asked, isKnown]);

  const ask = useCallback(() => {
    setState((was) => ({ about: was.about }));
    setAsked((count) => count + 1);
  }, []);
  const current = state.about === about ? state : { about };
  return {
    data: current.data ?? known,
    failure: current.failure,
    /** Asks again, after a failure. */
    ask,
    /** What has become known otherwise. */
    answer: (data: Answer) => setState({ about, data }),
  };
}
