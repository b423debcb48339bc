import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import { permissionWords, reachWords } from '@/parts/access/permissions';
import type { Effects } from './effects';

interface Props {
  effects: Effects;
  userCount: number;
  /** How a role is called, by its id. */
  roleName: (id: string) => string;
}

/** "12 users gain Export." and whatever else changes for them, a line each. */
export function EffectsList({ effects, userCount, roleName }: Props) {
  const { t } = useLingui();
  const { count } = useFormat();
  const n = count(userCount);
  const permissions = (ids: Effects['gained']) => ids.map((id) => t(permissionWords[id].name)).join(', ');
  const roles = (ids: readonly string[]) => ids.map(roleName).join(', ');
  const gained = permissions(effects.gained);
  const lost = permissions(effects.lost);
  const mayGrant = roles(effects.mayGrant);
  const mayNotGrant = roles(effects.mayNotGrant);
  const reach = effects.reach && t(reachWords[effects.reach].name);
  return (
    <ul>
      {gained && (
        <li>
          <Plural value={userCount} one={`${n} user gains ${gained}.`} other={`${n} users gain ${gained}.`} />
        </li>
      )}
      {lost && (
        <li>
          <Plural value={userCount} one={`${n} user loses ${lost}.`} other={`${n} users lose ${lost}.`} />
        </li>
      )}
      {reach && (
        <li>
          <Plural
            value={userCount}
            one={`${n} user now reaches: ${reach}.`}
            other={`${n} users now reach: ${reach}.`}
          />
        </li>
      )}
      {mayGrant && (
        <li>
          <Trans>They may give to others: {mayGrant}.</Trans>
        </li>
      )}
      {mayNotGrant && (
        <li>
          <Trans>They may no longer give to others: {mayNotGrant}.</Trans>
        </li>
      )}
      {effects.requiresFactor !== undefined && (
        <li>
          {effects.requiresFactor ? (
            <Trans>They need a second factor to sign in.</Trans>
          ) : (
            <Trans>They no longer need a second factor.</Trans>
          )}
        </li>
      )}
    </ul>
  );
}
