import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import * as v from 'valibot';
import type { CreateUserInput, FactorProvider, Notify, UserDraft, WarningCode } from '@/gen/graphql';
import {
  assignmentsInput,
  companyInput,
  emailAddress,
  emptyUser,
  groupsInput,
  userEntries,
  userFieldNames,
  type UserValues,
} from './userForm';

/** What the form of a new user holds. */
export interface CreateValues extends UserValues {
  email: string;
  loginName: string;
  /** Send invitation to create a password: without it there is no account. */
  isInvited: boolean;
  notify: Extract<Notify, 'IMMEDIATELY' | 'BY_JOB'>;
  factorProvider: FactorProvider;
  emailSubscribed: boolean;
}

export const emptyNewUser: CreateValues = {
  ...emptyUser,
  email: '',
  loginName: '',
  isInvited: false,
  notify: 'IMMEDIATELY',
  factorProvider: 'NONE',
  emailSubscribed: false,
};

export const createSchema = v.pipe(
  v.object({
    email: emailAddress(),
    ...userEntries,
    loginName: v.pipe(v.string(), v.trim()),
    isInvited: v.boolean(),
    notify: v.picklist(['IMMEDIATELY', 'BY_JOB']),
    factorProvider: v.picklist(['NONE', 'TOTP', 'EMAIL', 'PASSKEY']),
    emailSubscribed: v.boolean(),
  }),
  v.forward(
    // Nothing that somebody typed is dropped in silence.
    v.check(
      ({ loginName, isInvited }) => isInvited || !loginName,
      () => i18n._(msg`A login name belongs to an account. Switch the invitation below on, or leave this empty.`),
    ),
    ['loginName'],
  ),
);

export const createFieldNames = {
  ...userFieldNames,
  'account.email': 'email',
  'account.loginName': 'loginName',
  'account.notify': 'notify',
  'account.factorProvider': 'factorProvider',
  account: 'isInvited',
} as const;

/** The form as the mutation wants it: what is empty is absent. */
export function toCreateInput(values: CreateValues, overrideWarnings: WarningCode[]): CreateUserInput {
  const { groupIds, newGroupNames, managerOfGroupIds } = groupsInput(values);
  const { companyId, companyName } = companyInput(values.company);
  return {
    email: values.email,
    firstName: values.firstName,
    lastName: values.lastName,
    title: values.title || undefined,
    cellPhone: values.cellPhone || undefined,
    officePhone: values.officePhone || undefined,
    extension: values.extension || undefined,
    address: values.address || undefined,
    companyId: companyId ?? undefined,
    companyName,
    note: values.note || undefined,
    roleId: values.roleId ?? undefined,
    groupIds: some(groupIds),
    newGroupNames: some(newGroupNames),
    managerOfGroupIds: some(managerOfGroupIds),
    assignments: some(assignmentsInput(values)),
    emailSubscribed: values.emailSubscribed,
    account: values.isInvited
      ? { loginName: values.loginName || undefined, notify: values.notify, factorProvider: values.factorProvider }
      : undefined,
    overrideWarnings: some(overrideWarnings),
  };
}

/** What of the form can give a warning. A role counts for whoever will sign in. */
export const toDraft = ({ company, isInvited, roleId, ...values }: CreateValues): UserDraft => ({
  email: values.email.trim(),
  firstName: values.firstName,
  lastName: values.lastName,
  companyId: company?.id,
  cellPhone: values.cellPhone,
  officePhone: values.officePhone,
  roleId: isInvited ? roleId : null,
  factorProvider: values.factorProvider,
});

const some = <Item>(items: Item[]) => (items.length > 0 ? items : undefined);
