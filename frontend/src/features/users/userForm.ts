import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import * as v from 'valibot';
import type { Option, Picked } from '@/ui';

/** A company that a user has access to, with the contracts there are and the one that was chosen. */
export interface Customer {
  id: string;
  name: string;
  contracts: { id: string; number: string; name: string }[];
  contractId: string | null;
}

/** What the form of a user holds, new or not. Optional texts are empty rather than absent. */
export interface UserValues {
  firstName: string;
  lastName: string;
  title: string;
  cellPhone: string;
  officePhone: string;
  extension: string;
  address: string;
  /** A company whose id is empty is new, and known by its name. */
  company: Option | null;
  /** Null means Member. */
  roleId: string | null;
  /** Custom groups; none means the Default group. */
  groups: Picked[];
  /** Those of `groups` whose manager the user is; a group that is still to be made has none. */
  managerOf: string[];
  customers: Customer[];
  note: string;
}

export const emptyUser: UserValues = {
  firstName: '',
  lastName: '',
  title: '',
  cellPhone: '',
  officePhone: '',
  extension: '',
  address: '',
  company: null,
  roleId: null,
  groups: [],
  managerOf: [],
  customers: [],
  note: '',
};

/** A text that must hold something besides spaces. */
export const filled = (sentence: () => string) => v.pipe(v.string(), v.trim(), v.nonEmpty(sentence));

const text = v.pipe(v.string(), v.trim());
const option = v.object({ id: v.string(), name: v.string() });
const picked = v.object({ id: v.string(), name: v.string(), isNew: v.optional(v.boolean()) });

/** What is checked before anything is sent; the rest is the server's to say. */
export const userEntries = {
  firstName: filled(() => i18n._(msg`Enter the first name.`)),
  lastName: filled(() => i18n._(msg`Enter the last name.`)),
  title: text,
  cellPhone: text,
  officePhone: text,
  extension: text,
  address: text,
  company: v.nullable(option),
  roleId: v.nullable(v.string()),
  groups: v.array(picked),
  managerOf: v.array(v.string()),
  customers: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      contracts: v.array(v.object({ id: v.string(), number: v.string(), name: v.string() })),
      contractId: v.nullable(v.string()),
    }),
  ),
  note: text,
};

/** An address with something on both sides of its @; whether it is one, the server knows. */
export const emailAddress = () =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(() => i18n._(msg`Enter the email.`)),
    v.regex(/^[^\s@]+@[^\s@]+$/, () => i18n._(msg`Enter an address such as ana@example.org.`)),
  );

/** Where the server's fields stand in the form. */
export const userFieldNames = {
  companyId: 'company',
  companyName: 'company',
  isGlobalAdmin: 'roleId',
  groupIds: 'groups',
  newGroupNames: 'groups',
  managerOfGroupIds: 'groups',
  assignments: 'customers',
} as const;

/** The company as the input says it: one that is known, or a name to find or make. */
export function companyInput(company: Option | null): { companyId?: string | null; companyName?: string } {
  if (!company) return { companyId: null };
  return company.id ? { companyId: company.id } : { companyName: company.name.trim() };
}

/** The groups as the input says them. */
export function groupsInput({ groups, managerOf }: Pick<UserValues, 'groups' | 'managerOf'>) {
  const groupIds = groups.filter((group) => !group.isNew).map((group) => group.id);
  return {
    groupIds,
    newGroupNames: groups.filter((group) => group.isNew).map((group) => group.name.trim()),
    managerOfGroupIds: managerOf.filter((id) => groupIds.includes(id)),
  };
}

/** The companies as the input says them. */
export const assignmentsInput = ({ customers }: Pick<UserValues, 'customers'>) =>
  customers.map(({ id, contractId }) => ({ companyId: id, contractId }));
