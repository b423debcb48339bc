import { useLingui } from '@lingui/react/macro';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';

/** That nobody can be brought in for now, and why; nothing while they can. */
export function ImportsOff() {
  const { t } = useLingui();
  return <SwitchedOff feature="IMPORT" title={t`Imports are switched off.`} />;
}
