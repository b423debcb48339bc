import { useLingui } from '@lingui/react/macro';
import { permissionWords, reachWords } from '@/parts/access/permissions';
import { Conflict } from '@/parts/conflict/Conflict';
import type { RoleValues } from './effects';
import { type Role, valuesOf } from './roleQuery';

interface Props {
  attempt: number;
  mine: RoleValues;
  theirs: Role;
  /** What the others saved has been read. */
  isKnown: boolean;
  refetch: () => void;
  roleName: (id: string) => string;
  onReload: () => void;
  onKeep: () => void;
}

/** Somebody else saved the role first. */
export function RoleConflict({ mine, theirs, roleName, ...rest }: Props) {
  const { t } = useLingui();
  const words = (values: RoleValues) => ({
    [t`Name`]: values.name,
    [t`Reaches`]: t(reachWords[values.reach].name),
    [t`Permissions`]: values.permissions
      .map((id) => t(permissionWords[id].name))
      .sort()
      .join(', '),
    [t`May grant`]: values.grantIds.map(roleName).sort().join(', '),
    [t`Second factor required`]: values.requiresFactor ? t`yes` : t`no`,
  });
  const [yours, others] = [words(mine), words(valuesOf(theirs))];
  return (
    <Conflict
      title={t`Nothing was saved: somebody else changed this role in the meantime.`}
      differences={Object.keys(yours)
        .filter((term) => yours[term] !== others[term])
        .map((term) => ({ term, mine: yours[term] ?? '', theirs: others[term] ?? '' }))}
      {...rest}
    />
  );
}
