import { useLingui } from '@lingui/react/macro';
import { permissionWords } from '@/parts/access/permissions';
import { type ClientValues, linesOf, reaches } from './clientsQuery';

const namesOf = (picked: readonly { name: string }[]) => picked.map(({ name }) => name).join(', ');

/** What the form of an API client holds, as a person reads it. */
export function useClientText() {
  const { t } = useLingui();
  return ({ name, scopes, reach, companies, groups, origins, expires }: ClientValues) => ({
    [t`Name`]: name,
    [t`Reaches`]: t(reaches[reach].name),
    [t`Companies`]: namesOf(companies),
    [t`Groups`]: namesOf(groups),
    [t`Scopes`]: scopes
      .map((id) => t(permissionWords[id].name))
      .sort()
      .join(', '),
    [t`Allowed origins`]: linesOf(origins).join(', '),
    [t`Expires`]: expires.replace('T', ' '),
  });
}
