import { useLingui } from '@lingui/react/macro';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';

/** That there are no API clients for now, and why; nothing while there are. */
export function ClientsOff() {
  const { t } = useLingui();
  return <SwitchedOff feature="API_CLIENTS" title={t`API clients are switched off: every token is refused.`} />;
}
