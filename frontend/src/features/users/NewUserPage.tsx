import { Trans, useLingui } from '@lingui/react/macro';
import { valibotResolver } from '@hookform/resolvers/valibot';
import { Lock } from 'lucide-react';
import { FormProvider, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import type { WarningCode } from '@/gen/graphql';
import { useSubmission } from '@/lib/forms';
import { fullName } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useCan } from '@/lib/viewer';
import { Button, Card, EmptyState, Form, LinkButton, PageBody, PageHeader, Row, showToast, Stack } from '@/ui';
import { AccessFields, ConsentSwitch, EmailField, FactorField, InvitationFields } from './NewUserFields';
import { createFieldNames, createSchema, emptyNewUser, toCreateInput, toDraft } from './createForm';
import { CustomersField } from './customers/CustomersField';
import { DraftWarnings } from './DraftWarnings';
import { FormProblems, FormWarnings } from './FormProblems';
import { GroupsField } from './GroupsField';
import { lastList } from './lastList';
import { NextNotice } from './NextNotice';
import { NoteField } from './NoteField';
import { OwnCompany } from './OwnCompany';
import { PersonalFields } from './PersonalFields';

const CreateDocument = graphql(`
  mutation NewUserPage($input: CreateUserInput!, $messages: Boolean!) {
    createUser(input: $input) {
      user {
        id
        firstName
        lastName
        email
        account {
          email
          notify
        }
        messages(first: 1) @include(if: $messages) {
          edges {
            node {
              state
            }
          }
        }
      }
      userErrors {
        code
        field
        message
        params
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

/** The form of a new user, for whoever may create one. */
export default function NewUserPage() {
  const { t } = useLingui();
  const can = useCan();
  const back = { href: lastList(), label: t`Back to the list` };
  return (
    <>
      <PageHeader title={t`New User`} back={back} />
      {can('USERS_WRITE') ? (
        <NewUserForm />
      ) : (
        <EmptyState
          icon={Lock}
          title={t`Your role may not create users.`}
          actions={<LinkButton href={back.href}>{back.label}</LinkButton>}
        />
      )}
    </>
  );
}

/** Saving tells what happens next. */
function NewUserForm() {
  const { t } = useLingui();
  const can = useCan();
  const navigate = useNavigate();
  const create = useMutation(CreateDocument);
  const form = useForm({
    defaultValues: emptyNewUser,
    resolver: valibotResolver(createSchema),
    shouldFocusError: false,
  });
  const { onSubmit, isPending, problems, attempt, ...override } = useSubmission({
    form,
    fieldNames: createFieldNames,
    send: async (values, overrides) =>
      (
        await create.run({
          input: toCreateInput(values, overrides as WarningCode[]),
          messages: can('MESSAGES_READ'),
        })
      ).createUser,
    onSaved: ({ user }) => {
      if (!user) return;
      showToast({ message: <Created user={user} /> });
      void navigate(routes.user(user.id));
    },
  });
  return (
    <PageBody layout="narrow">
      <FormProvider {...form}>
        <Form label={t`New User`} onSubmit={onSubmit}>
          <FormProblems problems={problems} attempt={attempt} />
          <OwnCompany />
          <DraftWarnings toDraft={toDraft}>
            <Stack>
              <Card title={t`Personal Details`}>
                <PersonalFields email={<EmailField />} />
              </Card>
              <Card title={t`Access Details`}>
                <AccessFields />
              </Card>
            </Stack>
          </DraftWarnings>
          <Card title={t`Groups`}>
            <GroupsField />
          </Card>
          <Card title={t`Customers`}>
            <CustomersField />
          </Card>
          {can('ACCOUNTS_MANAGE') && (
            <Card title={t`TFA Details`}>
              <FactorField />
            </Card>
          )}
          {can('ACCOUNTS_MANAGE') && (
            <Card title={t`Password`}>
              <InvitationFields />
            </Card>
          )}
          <Card title={t`Email Communication`}>
            <ConsentSwitch />
          </Card>
          {can('NOTES_READ') && (
            <Card title={t`Note`}>
              <NoteField />
            </Card>
          )}
          <FormWarnings attempt={attempt} hasProblems={problems.length > 0} {...override} />
          <Row>
            <Button type="submit" variant="primary" isPending={isPending}>
              {t`Save User`}
            </Button>
            <LinkButton href={lastList()}>{t`Cancel`}</LinkButton>
          </Row>
        </Form>
      </FormProvider>
    </PageBody>
  );
}

interface CreatedProps {
  user: {
    firstName: string;
    lastName: string;
    account?: { email: string; notify: string } | null;
    messages?: { edges: readonly { node: { state: string } }[] };
  };
}

/** Who was created, and what happens next. */
function Created({ user }: CreatedProps) {
  const { account } = user;
  const isKept = user.messages?.edges[0]?.node.state === 'KEPT';
  const name = fullName(user);
  return (
    <>
      <Trans>{name} was created.</Trans>{' '}
      {account?.notify === 'IMMEDIATELY' && <Trans>Invitation sent to {account.email}.</Trans>}
      {account?.notify === 'BY_JOB' && <NextNotice />}{' '}
      {isKept && <Trans>No mail provider is set, so it is kept under Email.</Trans>}
    </>
  );
}
