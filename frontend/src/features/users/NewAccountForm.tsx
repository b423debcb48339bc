import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { valibotResolver } from '@hookform/resolvers/valibot';
import { FormProvider, useForm } from 'react-hook-form';
import * as v from 'valibot';
import { type FragmentType, graphql, readFragment } from '@/gen';
import type { WarningCode } from '@/gen/graphql';
import { useField, useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { useCan } from '@/lib/viewer';
import { Button, Card, FieldGrid, Form, Row, TextField } from '@/ui';
import { FormProblems, FormWarnings } from './FormProblems';
import { RoleField } from './RoleField';

const NewAccountFormFragment = graphql(`
  fragment NewAccountForm on User {
    id
    email
    role {
      id
    }
  }
`);

const CreateAccountDocument = graphql(`
  mutation NewAccountForm($input: CreateAccountInput!) {
    createAccount(input: $input) {
      user {
        id
        version
        account {
          email
          loginName
          state
          creationNotice
        }
        messages(first: 1) {
          edges {
            node {
              id
            }
          }
        }
      }
      userErrors {
        code
        field
        message
        relatedId
      }
      warnings {
        code
        field
        message
        relatedId
      }
    }
  }
`);

const schema = v.object({
  accountEmail: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^([^\s@]+@[^\s@]+)?$/, () => i18n._(msg`Enter an address such as ana@example.org.`)),
  ),
  loginName: v.pipe(v.string(), v.trim()),
  roleId: v.nullable(v.string()),
});

const fieldNames = { 'account.email': 'accountEmail', 'account.loginName': 'loginName' } as const;

/** **Account Details** of a user without an account: its email can be seen, and changed, before there is one. */
export function NewAccountForm({ user }: { user: FragmentType<typeof NewAccountFormFragment> }) {
  const { t } = useLingui();
  const can = useCan();
  const data = readFragment(NewAccountFormFragment, user);
  const create = useMutation(CreateAccountDocument);
  const form = useForm({
    defaultValues: { accountEmail: data.email, loginName: '', roleId: data.role?.id ?? null },
    resolver: valibotResolver(schema),
    shouldFocusError: false,
  });
  const accountEmail = useField(form.control, 'accountEmail');
  const loginName = useField(form.control, 'loginName');
  const { onSubmit, isPending, problems, attempt, ...override } = useSubmission({
    form,
    fieldNames,
    send: async ({ accountEmail, loginName, roleId }, overrides) =>
      (
        await create.run({
          input: {
            userId: data.id,
            // An address that was emptied is said to be empty: the server then names what is missing.
            account: { email: accountEmail, loginName: loginName || undefined, notify: 'IMMEDIATELY' },
            roleId: roleId && roleId !== data.role?.id ? roleId : undefined,
            overrideWarnings: overrides.length > 0 ? (overrides as WarningCode[]) : undefined,
          },
        })
      ).createAccount,
    // The card reads the account by itself, and the sentence that says so stays on the server.
    onSaved: () => {},
  });

  if (!can('ACCOUNTS_MANAGE')) {
    return (
      <Card title={t`Account Details`}>
        <p>
          <Trans>No account: this user can't sign in.</Trans>
        </p>
      </Card>
    );
  }
  return (
    <Card
      title={t`Account Details`}
      lead={<Trans>No account yet. Creating one sends an email with a link to choose a password.</Trans>}
    >
      <FormProvider {...form}>
        <Form label={t`Account Details`} onSubmit={onSubmit}>
          <FormProblems problems={problems} attempt={attempt} />
          <FieldGrid>
            <TextField
              label={t`Account email`}
              type="email"
              autoComplete="off"
              description={t`The invitation goes here. It can't be changed later.`}
              {...accountEmail}
            />
            <TextField
              label={t`Login Name`}
              autoComplete="off"
              spellCheck="false"
              description={t`Used to sign in, beside the email. Empty means the email.`}
              {...loginName}
            />
            <RoleField />
          </FieldGrid>
          <FormWarnings attempt={attempt} hasProblems={problems.length > 0} {...override} />
          <Row>
            <Button type="submit" variant="primary" isPending={isPending}>
              {t`Create User`}
            </Button>
          </Row>
        </Form>
      </FormProvider>
    </Card>
  );
}
