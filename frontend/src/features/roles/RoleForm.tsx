import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Confirm, ErrorSummary, Form, Note, Row, showToast } from '@/ui';
import { effectsOf, isFelt, type RoleValues } from './effects';
import { EffectsList } from './EffectsList';
import { RoleConflict } from './RoleConflict';
import { RoleFields } from './RoleFields';
import { type Role, touchedByRoles, valuesOf } from './roleQuery';

const UpdateDocument = graphql(`
  mutation RoleForm($input: UpdateRoleInput!) {
    updateRole(input: $input) {
      role {
        id
        version
        name
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
  role: Role;
  roles: readonly Role[];
  refetch: () => void;
  mayChange: boolean;
  mayChangeFactor: boolean;
}

/** A role's parts. Saving what its holders would notice says first what that is. */
export function RoleForm({ role, roles, refetch, mayChange, mayChangeFactor }: Props) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const { run } = useMutation(UpdateDocument, touchedByRoles);
  const [asking, setAsking] = useState<RoleValues>();
  // What the form began with: what is saved is compared with it, whatever else is read meanwhile.
  const [base, setBase] = useState({ version: role.version, values: valuesOf(role) });
  const form = useForm({ defaultValues: base.values, shouldFocusError: false });
  const begin = (values: RoleValues, version: number) => {
    setBase({ version, values });
    form.reset(values);
  };
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (values) => {
      const input = mayChange ? values : { requiresFactor: values.requiresFactor };
      return (await run({ input: { id: role.id, version: base.version, ...input } })).updateRole;
    },
    onSaved: ({ role: saved, undo }, values) => {
      if (!saved) return;
      begin({ ...values, name: saved.name }, saved.version);
      const back = takeBack(undo);
      showToast({ message: <Trans>{saved.name} was saved.</Trans>, undo: back });
    },
  });
  // What was taken back, or saved elsewhere, is shown as long as nothing is typed over it.
  const { isDirty } = form.formState;
  const follow = useEffectEvent(() => {
    if (role.version > base.version && !isDirty) begin(valuesOf(role), role.version);
  });
  useEffect(() => follow(), [role.version]);
  const [settled, setSettled] = useState({ attempt: 0, isKept: false });
  const isSettled = settled.attempt === attempt;
  const isStale = problems.some((problem) => problem.complaint?.code === 'CONFLICT');
  const ask = form.handleSubmit((values) => {
    if (role.userCount > 0 && isFelt(effectsOf(base.values, values))) setAsking(values);
    else void onSubmit();
  });
  const nameOf = (id: string) => roles.find((each) => each.id === id)?.name ?? '';
  return (
    <FormProvider {...form}>
      <Form label={role.name} onSubmit={(event) => void ask(event)}>
        {isStale && isSettled ? (
          settled.isKept && (
            <Note tone="info" role="status" title={t`Your changes stand over theirs. Nothing is saved yet.`} />
          )
        ) : isStale ? (
          <RoleConflict
            attempt={attempt}
            mine={form.getValues()}
            theirs={role}
            isKnown={role.version !== base.version}
            refetch={refetch}
            roleName={nameOf}
            onReload={() => {
              begin(valuesOf(role), role.version);
              setSettled({ attempt, isKept: false });
            }}
            onKeep={() => {
              setBase({ version: role.version, values: valuesOf(role) });
              setSettled({ attempt, isKept: true });
            }}
          />
        ) : (
          <ErrorSummary problems={problems} attempt={attempt} />
        )}
        <RoleFields roles={roles} isReadOnly={!mayChange} mayChangeFactor={mayChangeFactor} />
        {mayChangeFactor && (
          <Row>
            <Button type="submit" variant="primary" isPending={isPending}>{t`Save Role`}</Button>
          </Row>
        )}
      </Form>
      <Confirm
        title={t`Save ${role.name}?`}
        isOpen={asking !== undefined}
        onClose={() => setAsking(undefined)}
        confirmLabel={t`Save Role`}
        onConfirm={async () => void (await onSubmit())}
      >
        {asking && (
          <EffectsList effects={effectsOf(base.values, asking)} userCount={role.userCount} roleName={nameOf} />
        )}
      </Confirm>
    </FormProvider>
  );
}
