import { useEffect, useEffectEvent, useRef } from 'react';
import type { FormProblem } from '@/lib/submission';
import { Note } from '@/ui';

/** What the server refused, over the form; what is wrong with a field stands under it. Takes the focus to the first of them. */
export function Refusal({ problems, attempt }: { problems: readonly FormProblem[]; attempt: number }) {
  const ref = useRef<HTMLDivElement>(null);
  const first = problems[0];
  const toFirst = useEffectEvent(() => {
    if (first?.onGo) first.onGo();
    else if (first) ref.current?.focus();
  });
  // The summary of an attempt is complete when it is counted.
  useEffect(() => {
    if (attempt > 0) toFirst();
  }, [attempt]);

  const general = problems.filter((problem) => !problem.field);
  if (general.length === 0) return null;
  return (
    <Note ref={ref} tone="bad" role="alert" tabIndex={-1} title={general[0]!.message}>
      {general.slice(1).map((problem) => (
        <p key={problem.message}>{problem.message}</p>
      ))}
    </Note>
  );
}
