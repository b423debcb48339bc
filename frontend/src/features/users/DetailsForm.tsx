import { Trans, useLingui } from '@lingui/react/macro';
import { valibotResolver } from '@hookform/resolvers/valibot';
import { useEffect, useMemo, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type FragmentType, graphql, readFragment } from '@/gen';
import type { WarningCode } from '@/gen/graphql';
import { useSubmission } from '@/lib/forms';
import { fullName } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { useCan } from '@/lib/viewer';
import { Conflict, ConflictSettled } from '@/parts/conflict/Conflict';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Card, Form, Row, showToast, Stack, TextField } from '@/ui';
import { CustomersField } from './customers/CustomersField';
import { DraftWarnings } from './DraftWarnings';
import { editSchema, merge, toDraft, toUpdateInput, toValues } from './editForm';
import { FormProblems, FormWarnings } from './FormProblems';
import { GroupsField } from './GroupsField';
import { NoteField } from './NoteField';
import { PersonalFields } from './PersonalFields';
import { RoleField } from './RoleField';
import { Supersede } from './Supersede';
import { useDifferences } from './useDifferences';
import { userFieldNames, type UserValues } from './userForm';

const DetailsFormFragment = graphql(`
  fragment DetailsForm on User {
    id
    version
    email
    firstName
    lastName
    title
    cellPhone
    officePhone
    extension
    address
    company {
      id
      name
    }
    role {
      id
    }
    account {
      email
    }
    memberships {
      role
      group {
        id
        name
        isDefault
      }
    }
    hiddenGroupCount
    assignments {
      company {
        id
        name
        contracts {
          id
          number
          name
        }
      }
      contract {
        id
      }
    }
    note @include(if: $notes)
    ...Supersede
  }
`);

const UpdateDocument = graphql(`
  mutation DetailsForm($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user {
        id
        version
        firstName
        lastName
      }
      undo {
        token
        expiresAt
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

interface Props {
  user: FragmentType<typeof DetailsFormFragment>;
  onDone: () => void;
  refetch: () => void;
  /** It was opened by a button that is gone: its first field takes the focus. */
  autoFocus: boolean;
}

/** What is recorded of a user, to change. It starts from one version, and says so when somebody else was faster. */
export function DetailsForm({ user, onDone, refetch, autoFocus }: Props) {
  const { t } = useLingui();
  const can = useCan();
  const now = readFragment(DetailsFormFragment, user);
  // The version that this form started from; what is read later must not slip under what is typed.
  const [base, setBase] = useState(now);
  const was = useMemo(() => toValues(base), [base]);
  const update = useMutation(UpdateDocument, { touches: ['Change', 'ChangeConnection'] });
  const takeBack = useTakeBack();
  const form = useForm({ defaultValues: was, resolver: valibotResolver(editSchema), shouldFocusError: false });
  useEffect(() => {
    if (autoFocus) form.setFocus('firstName');
  }, [autoFocus, form]);
  const { onSubmit, isPending, problems, attempt, ...override } = useSubmission({
    form,
    fieldNames: userFieldNames,
    send: async (values, overrides) =>
      (await update.run({ input: toUpdateInput(base, was, values, overrides as WarningCode[]) })).updateUser,
    onSaved: (payload) => {
      if (!payload.user) return;
      const name = fullName(payload.user);
      showToast({ message: <Trans>{name} was saved.</Trans>, undo: takeBack(payload.undo) });
      onDone();
    },
  });
  const { setFocus } = form;

  const isConflict = problems.some((problem) => problem.complaint?.code === 'CONFLICT');
  const [settled, setSettled] = useState({ attempt: 0, isMine: false });
  const isSettled = settled.attempt === attempt;
  const theirs = toValues(now);
  const differencesOf = useDifferences();
  /** Goes on from the version that the others saved. */
  function goOn(values: UserValues, isMine: boolean) {
    setBase(now);
    form.reset(values);
    setSettled({ attempt, isMine });
  }

  return (
    <FormProvider {...form}>
      <Form label={t`Details`} onSubmit={onSubmit}>
        {isConflict && isSettled && settled.isMine && (
          <ConflictSettled>
            <Trans>What they changed elsewhere is kept. Save User saves both.</Trans>
          </ConflictSettled>
        )}
        {isConflict && !isSettled && (
          <Conflict
            title={t`Nothing was saved: somebody else changed this user in the meantime.`}
            attempt={attempt}
            differences={differencesOf(merge(was, form.getValues(), theirs), theirs)}
            isKnown={now.version !== base.version}
            refetch={refetch}
            onReload={() => {
              goOn(theirs, false);
              setFocus('firstName');
            }}
            onKeep={() => goOn(merge(was, form.getValues(), theirs), true)}
          />
        )}
        {!isConflict && <FormProblems problems={problems} attempt={attempt} />}
        <DraftWarnings<UserValues> toDraft={(values) => toDraft(base, was, values)}>
          <Stack>
            <Card title={t`Personal Details`}>
              <PersonalFields
                email={
                  <>
                    <TextField
                      label={t`Email`}
                      value={base.email}
                      isReadOnly
                      description={t`Email can't be changed. Create a new user for a new address.`}
                    />
                    <Supersede user={base} />
                  </>
                }
              />
            </Card>
            {can('USERS_WRITE') && (
              <Card title={t`Access Details`}>
                <RoleField />
              </Card>
            )}
          </Stack>
        </DraftWarnings>
        <Card title={t`Groups`}>
          <GroupsField hiddenCount={base.hiddenGroupCount} />
        </Card>
        {can('USERS_WRITE') && (
          <Card title={t`Customers`}>
            <CustomersField />
          </Card>
        )}
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
          <Button onPress={onDone}>{t`Cancel`}</Button>
        </Row>
      </Form>
    </FormProvider>
  );
}
