import { useLingui } from '@lingui/react/macro';
import { Badge } from '@/ui';
import { stateOf } from './status';

/** A user's state: a dot and its word. */
export function StateBadge({ user }: { user: Parameters<typeof stateOf>[0] }) {
  const { t } = useLingui();
  const { word, tone } = stateOf(user);
  return <Badge tone={tone}>{t(word)}</Badge>;
}
