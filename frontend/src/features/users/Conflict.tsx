import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button, DescriptionList, Note } from '@/ui';
import { differences } from './editForm';
import { useRoles } from './useRoles';
import type { UserValues } from './userForm';

interface Props {
  attempt: number;
  /** What would be saved: mine where I changed something. */
  mine: UserValues;
  theirs: UserValues;
  /** What the others saved has been read. */
  isKnown: boolean;
  refetch: () => void;
  onReload: () => void;
  onKeep: () => void;
}

/** Somebody else saved first: what they made of it beside what is typed here, and the choice. */
export function Conflict({ attempt, mine, theirs, isKnown, refetch, onReload, onKeep }: Props) {
  const { t } = useLingui();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    refetch();
    ref.current?.focus();
  }, [attempt, refetch]);
  const labels = useLabels();
  const show = useValueText();
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
            <Button onPress={onKeep}>{t`Keep mine, then save again`}</Button>
            <Button onPress={onReload}>{t`Reload and drop mine`}</Button>
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
                <Trans>yours: {show(mine, key)}</Trans>
                <br />
                <Trans>theirs: {show(theirs, key)}</Trans>
              </>
            ),
          }))}
        />
      )}
    </Note>
  );
}

/** That the choice was made; saving is left to do. */
export function ConflictSettled() {
  const { t } = useLingui();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.focus();
  }, []);
  return (
    <Note ref={ref} tone="info" tabIndex={-1} title={t`Your changes stand over theirs. Nothing is saved yet.`}>
      <Trans>What they changed elsewhere is kept. Save User saves both.</Trans>
    </Note>
  );
}

/** A field's value in words. */
function useValueText() {
  const { t } = useLingui();
  const { options } = useRoles();
  const names = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(', ');
  return (values: UserValues, key: keyof UserValues): string => {
    const texts: Partial<Record<keyof UserValues, string | undefined>> = {
      company: values.company?.name,
      groups: names(values.groups),
      managerOf: names(values.groups.filter((group) => values.managerOf.includes(group.id))),
      customers: names(values.customers),
      roleId: options.find((role) => role.id === values.roleId)?.name,
    };
    return (key in texts ? texts[key] : (values[key] as string)) || t`nothing`;
  };
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
    customers: t`Customers`,
    note: t`Note`,
  };
}
