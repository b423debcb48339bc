import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { permissionWords, reachWords } from '@/parts/access/permissions';
import { Button, DescriptionList, Note } from '@/ui';
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

/** Somebody else saved first: what they made of it beside what stands here, and the choice. */
export function RoleConflict({ attempt, mine, theirs, isKnown, refetch, roleName, onReload, onKeep }: Props) {
  const { t } = useLingui();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    refetch();
    ref.current?.focus();
  }, [attempt, refetch]);
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
    <Note
      ref={ref}
      tone="warn"
      role="alert"
      tabIndex={-1}
      title={t`Nothing was saved: somebody else changed this role in the meantime.`}
      actions={
        isKnown && (
          <>
            <Button onPress={onKeep}>{t`Keep mine, then save again`}</Button>
            <Button onPress={onReload}>{t`Reload and drop mine`}</Button>
          </>
        )
      }
    >
      {isKnown && (
        <DescriptionList
          items={Object.keys(yours)
            .filter((term) => yours[term] !== others[term])
            .map((term) => ({
              term,
              value: (
                <>
                  <Trans>yours: {yours[term] || t`nothing`}</Trans>
                  <br />
                  <Trans>theirs: {others[term] || t`nothing`}</Trans>
                </>
              ),
            }))}
        />
      )}
    </Note>
  );
}
