import { Trans, useLingui } from '@lingui/react/macro';
import { Lock } from 'lucide-react';
import { FormProvider, useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useMutation, useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import {
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Note,
  PageBody,
  PageHeader,
  Row,
  showToast,
  Skeleton,
} from '@/ui';
import type { RoleValues } from './effects';
import { RoleFields } from './RoleFields';
import { type Role, RolesDocument, touchedByRoles, valuesOf } from './roleQuery';
import { useMayWriteRoles } from './within';

const CreateDocument = graphql(`
  mutation NewRolePage($input: CreateRoleInput!) {
    createRole(input: $input) {
      role {
        id
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

const nothing = {};
const empty: RoleValues = {
  name: '',
  reach: 'EVERYTHING',
  permissions: ['USERS_READ'],
  grantIds: [],
  requiresFactor: false,
};

/** The form of a new role, empty or with what another one has: `?from=ID`. */
export default function NewRolePage() {
  const { t } = useLingui();
  const mayWrite = useMayWriteRoles();
  const [params] = useSearchParams();
  const { data, failure, refetch } = useQuery(RolesDocument, nothing);
  const from = params.get('from');
  return (
    <>
      <PageHeader title={t`New Role`} back={{ href: routes.roles, label: t`Back to the roles` }} />
      {!mayWrite ? (
        <EmptyState
          icon={Lock}
          title={t`Your role may not make roles.`}
          actions={<LinkButton href={routes.roles}>{t`Back to the roles`}</LinkButton>}
        />
      ) : data ? (
        <NewRoleForm key={from} roles={data.roles} copied={data.roles.find(({ id }) => id === from)} />
      ) : (
        <PageBody layout="narrow">
          {failure ? (
            <Note
              tone="bad"
              role="alert"
              title={failure.message}
              actions={<Button onPress={refetch}>{t`Retry`}</Button>}
            />
          ) : (
            <Skeleton lines={6} />
          )}
        </PageBody>
      )}
    </>
  );
}

/** What of a role the viewer may give, under no name yet. */
function useStart(copied: Role | undefined): { values: RoleValues; isLess: boolean } {
  const { permissions, grantableRoles } = useViewer();
  if (!copied)
    return {
      values: { ...empty, permissions: permissions.includes('USERS_READ') ? ['USERS_READ'] : [] },
      isLess: false,
    };
  const all = valuesOf(copied);
  const values = {
    ...all,
    name: '',
    permissions: all.permissions.filter((permission) => permissions.includes(permission)),
    grantIds: all.grantIds.filter((id) => grantableRoles.some((role) => role.id === id)),
  };
  const isLess = values.permissions.length < all.permissions.length || values.grantIds.length < all.grantIds.length;
  return { values, isLess };
}

function NewRoleForm({ roles, copied }: { roles: readonly Role[]; copied?: Role }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const { run } = useMutation(CreateDocument, touchedByRoles);
  const { values, isLess } = useStart(copied);
  const form = useForm({ defaultValues: values, shouldFocusError: false });
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (input) => (await run({ input })).createRole,
    onSaved: ({ role, undo }) => {
      if (!role) return;
      showToast({ message: <Trans>{role.name} was created.</Trans>, undo: takeBack(undo) });
      void navigate(routes.role(role.id));
    },
  });
  return (
    <PageBody layout="narrow">
      <FormProvider {...form}>
        <Form label={t`New Role`} onSubmit={onSubmit}>
          <ErrorSummary problems={problems} attempt={attempt} />
          {copied && (
            <Note tone="info" title={<Trans>A copy of {copied.name}, under a name of its own.</Trans>}>
              {isLess && <Trans>What you may not give was left out.</Trans>}
            </Note>
          )}
          <RoleFields roles={roles} mayChangeFactor />
          <Row>
            <Button type="submit" variant="primary" isPending={isPending}>{t`Save Role`}</Button>
            <LinkButton href={routes.roles}>{t`Cancel`}</LinkButton>
          </Row>
        </Form>
      </FormProvider>
    </PageBody>
  );
}
