import { useLingui } from '@lingui/react/macro';
import type { Difference } from '@/parts/conflict/Conflict';
import { differences } from './editForm';
import { useRoles } from './useRoles';
import type { UserValues } from './userForm';

/** The fields in which two versions of a user differ, in words. */
export function useDifferences(): (mine: UserValues, theirs: UserValues) => Difference[] {
  const labels = useLabels();
  const show = useValueText();
  return (mine, theirs) =>
    differences(mine, theirs).map((key) => ({ term: labels[key], mine: show(mine, key), theirs: show(theirs, key) }));
}

/** A field's value in words. */
function useValueText() {
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
    return (key in texts ? texts[key] : (values[key] as string)) ?? '';
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
