import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button, DescriptionList, Note } from '@/ui';
import { differences, type EditedUser, toValues } from './editForm';
import type { UserValues } from './userForm';

interface Props {
  attempt: number;
  mine: UserValues;
  /** The user as last read. */
  user: EditedUser;
  /** What the others saved has been read. */
  isKnown: boolean;
  refetch: () => void;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Somebody else saved first: what they made of it beside what is typed here, and the choice. */
export function Conflict({ attempt, mine, user, isKnown, refetch, onTakeTheirs, onKeepMine }: Props) {
  const { t } = useLingui();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    refetch();
    ref.current?.focus();
  }, [attempt, refetch]);
  const theirs = toValues(user);
  const labels = useLabels();
  return (
    <Note
      ref={ref}
      tone="warn"
      role="alert"
      tabIndex={-1}
      title={t`Nothing was saved: somebody else changed this user in the meantime.`}
      actions={
        isKnown && (
          <>
            <Button onPress={onTakeTheirs}>{t`Reload and drop mine`}</Button>
            <Button onPress={onKeepMine}>{t`Keep mine, then save again`}</Button>
          </>
        )
      }
    >
      {isKnown && (
        <DescriptionList
          items={differences(mine, theirs).map((key) => ({
            term: labels[key],
            value: (
              <>
                <Trans>yours: {show(mine, key) || t`empty`}</Trans>
                <br />
                <Trans>theirs: {show(theirs, key) || t`empty`}</Trans>
              </>
            ),
          }))}
        />
      )}
    </Note>
  );
}

function show(values: UserValues, key: keyof UserValues): string {
  if (key === 'company') return values.company?.name ?? '';
  if (key === 'groups') return values.groups.map((group) => group.name).join(', ');
  if (key === 'managerOf') {
    return values.groups
      .filter((group) => values.managerOf.includes(group.id))
      .map((group) => group.name)
      .join(', ');
  }
  return values[key] ?? '';
}

function useLabels(): Record<keyof UserValues, string> {
  const { t } = useLingui();
  return {
    firstName: t`First Name`,
    lastName: t`Last Name`,
    title: t`Title`,
    cellPhone: t`Cell Phone`,
    officePhone: t`Office Phone`,
    extension: t`Extension`,
    address: t`Address`,
    company: t`Company`,
    roleId: t`Assigned Role`,
    groups: t`Groups`,
    managerOf: t`Group Manager`,
    note: t`Note`,
  };
}
