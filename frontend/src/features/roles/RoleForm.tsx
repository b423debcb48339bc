import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { SaveProblems } from '@/parts/conflict/SaveProblems';
import { useVersions } from '@/parts/conflict/useVersions';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Confirm, Form, Row, showToast } from '@/ui';
import { effectsOf, isFelt, type RoleValues } from './effects';
import { EffectsList } from './EffectsList';
import { RoleFields } from './RoleFields';
import { type Role, touchedByRoles, valuesOf } from './roleQuery';
import { useRoleText } from './useRoleText';

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
  const now = { version: role.version, values: valuesOf(role) };
  const form = useForm({ defaultValues: now.values, shouldFocusError: false });
  const versions = useVersions(form, now);
  const { base, begin } = versions;
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (values) => {
      const input = mayChange ? values : { requiresFactor: values.requiresFactor };
      return (await run({ input: { id: role.id, version: base.version, ...input } })).updateRole;
    },
    onSaved: ({ role: saved, undo }, values) => {
      if (!saved) return;
      begin({ version: saved.version, values: { ...values, name: saved.name } });
      const back = takeBack(undo);
      showToast({ message: <Trans>{saved.name} was saved.</Trans>, undo: back });
    },
  });
  const ask = form.handleSubmit((values) => {
    if (role.userCount > 0 && isFelt(effectsOf(base.values, values))) setAsking(values);
    else void onSubmit();
  });
  const nameOf = (id: string) => roles.find((each) => each.id === id)?.name ?? '';
  const words = useRoleText(nameOf);
  return (
    <FormProvider {...form}>
      <Form label={role.name} onSubmit={(event) => void ask(event)}>
        <SaveProblems
          {...{ versions, problems, attempt, refetch, words }}
          outrun={t`Nothing was saved: somebody else changed this role in the meantime.`}
        />
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
