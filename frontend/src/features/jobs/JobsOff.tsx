import { useLingui } from '@lingui/react/macro';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';

/** That there are no jobs for now, and why; nothing while there are. */
export function JobsOff() {
  const { t } = useLingui();
  return <SwitchedOff feature="JOBS" title={t`Jobs are switched off: none runs.`} />;
}
