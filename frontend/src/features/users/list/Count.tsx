import { Plural, Trans } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import type { FoundUsers } from './useUsers';

/** How many there are: about so many, until they have been counted. */
export function Count({ count, isAbout }: Pick<FoundUsers, 'count' | 'isAbout'>) {
  const number = useFormat().count(count);
  return (
    // Another element where "about" goes: nothing that was there moves.
    <span key={String(isAbout)}>
      {isAbout && <Trans>about</Trans>} <Plural value={count} one={`${number} user`} other={`${number} users`} />
    </span>
  );
}
