import * as v from 'valibot';
import type { UpdateUserInput, UserDraft, WarningCode } from '@/gen/graphql';
import { assignmentsInput, companyInput, type Customer, groupsInput, userEntries, type UserValues } from './userForm';

export const editSchema = v.object(userEntries);

/** What the form is filled with. */
export interface EditedUser {
  firstName: string;
  lastName: string;
  title?: string | null;
  cellPhone?: string | null;
  officePhone?: string | null;
  extension?: string | null;
  address?: string | null;
  company?: { id: string; name: string } | null;
  role?: { id: string } | null;
  memberships: readonly { role: 'MEMBER' | 'MANAGER'; group: { id: string; name: string; isDefault: boolean } }[];
  assignments: readonly { company: Omit<Customer, 'contractId'>; contract?: { id: string } | null }[];
  note?: string | null;
}

/** A user as the form shows it. The Default group is what is left without a custom one, so it is not shown. */
export function toValues(user: EditedUser): UserValues {
  const custom = user.memberships.filter(({ group }) => !group.isDefault);
  return {
    firstName: user.firstName,
    lastName: user.lastName,
    title: user.title ?? '',
    cellPhone: user.cellPhone ?? '',
    officePhone: user.officePhone ?? '',
    extension: user.extension ?? '',
    address: user.address ?? '',
    company: user.company ? { id: user.company.id, name: user.company.name } : null,
    roleId: user.role?.id ?? null,
    groups: custom.map(({ group }) => ({ id: group.id, name: group.name })),
    managerOf: custom.filter(({ role }) => role === 'MANAGER').map(({ group }) => group.id),
    customers: user.assignments.map(({ company: { id, name, contracts }, contract }) => ({
      id,
      name,
      contracts,
      contractId: contract?.id ?? null,
    })),
    note: user.note ?? '',
  };
}

const names = ['firstName', 'lastName'] as const;
const texts = ['title', 'cellPhone', 'officePhone', 'extension', 'address', 'note'] as const;

const sameSet = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((each) => others.includes(each));

/** Says which groups and managers are meant, to compare two. */
const membershipKeys = ({ groups, managerOf }: UserValues) => [
  ...groups.map((group) => group.id),
  ...managerOf.map((id) => `manager ${id}`),
];

/** Says which companies are meant under which contract, to compare two. */
const customerKeys = ({ customers }: UserValues) => customers.map(({ id, contractId }) => `${id} ${contractId}`);

/** Only what was changed: absent fields stay as they are, null clears. */
export function toUpdateInput(
  user: { id: string; version: number },
  was: UserValues,
  values: UserValues,
  overrideWarnings: WarningCode[],
): UpdateUserInput {
  const input: UpdateUserInput = { userId: user.id, version: user.version };
  for (const name of names) if (values[name] !== was[name]) input[name] = values[name];
  for (const name of texts) if (values[name] !== was[name]) input[name] = values[name] || null;
  if (values.company?.id !== was.company?.id || values.company?.name !== was.company?.name) {
    Object.assign(input, companyInput(values.company));
  }
  if (values.roleId && values.roleId !== was.roleId) input.roleId = values.roleId;
  if (!sameSet(membershipKeys(values), membershipKeys(was))) Object.assign(input, groupsInput(values));
  if (!sameSet(customerKeys(values), customerKeys(was))) input.assignments = assignmentsInput(values);
  if (overrideWarnings.length > 0) input.overrideWarnings = overrideWarnings;
  return input;
}

/** What of an edited user can give a warning: only what is new, as the server sees it. */
export function toDraft(
  user: { id: string; email: string; account?: object | null },
  was: UserValues,
  { company, roleId, ...values }: UserValues,
): UserDraft {
  const isMoved = company?.id !== was.company?.id;
  const isNamed = isMoved || names.some((name) => values[name] !== was[name]);
  return {
    userId: user.id,
    email: isMoved ? user.email : null,
    firstName: isNamed ? values.firstName : null,
    lastName: isNamed ? values.lastName : null,
    companyId: isNamed ? company?.id : null,
    cellPhone: values.cellPhone === was.cellPhone ? null : values.cellPhone,
    officePhone: values.officePhone === was.officePhone ? null : values.officePhone,
    roleId: user.account && roleId !== was.roleId ? roleId : null,
  };
}

/** Mine where I changed something since `base`, theirs everywhere else. */
export function merge(base: UserValues, mine: UserValues, theirs: UserValues): UserValues {
  const changed = new Set<string>(differences(mine, base));
  // Groups and their managers are one question.
  if (changed.has('groups') || changed.has('managerOf')) changed.add('groups').add('managerOf');
  return Object.fromEntries(
    Object.entries(theirs).map(([key, value]) => [key, changed.has(key) ? mine[key as keyof UserValues] : value]),
  ) as unknown as UserValues;
}

/** Names of the fields in which two versions of a user differ. */
export function differences(mine: UserValues, theirs: UserValues): (keyof UserValues)[] {
  const differ = (key: keyof UserValues) => {
    if (key === 'groups' || key === 'managerOf') {
      const ids = (values: UserValues) =>
        key === 'groups' ? values.groups.map((group) => group.id) : values.managerOf;
      return !sameSet(ids(mine), ids(theirs));
    }
    if (key === 'customers') return !sameSet(customerKeys(mine), customerKeys(theirs));
    if (key === 'company') return mine.company?.name !== theirs.company?.name;
    return mine[key] !== theirs[key];
  };
  return (Object.keys(theirs) as (keyof UserValues)[]).filter(differ);
}
