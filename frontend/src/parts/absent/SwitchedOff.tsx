import type { ReactNode } from 'react';
import type { FeatureName } from '@/gen/graphql';
import { useSwitchedOff } from '@/lib/viewer';
import { Note } from '@/ui';

/** That a feature is switched off, and why; nothing while it is on. */
export function SwitchedOff({ feature, title }: { feature: FeatureName; title: ReactNode }) {
  const reason = useSwitchedOff(feature);
  if (reason === undefined) return null;
  return (
    <Note tone="off" title={title}>
      {reason}
    </Note>
  );
}
