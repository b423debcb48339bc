import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, Card, Confirm, LinkButton, Row, showToast } from '@/ui';
import { type Role, touchedByRoles } from './roleQuery';

const DeleteDocument = graphql(`
  mutation DeleteRole($input: IDInput!) {
    deleteRole(input: $input) {
      deletedId
      undo {
        token
        expiresAt
      }
      userErrors {
        message
      }
    }
  }
`);

/** Deletes a role that nobody holds; says who stands in the way of another. */
export function DeleteRole({ role }: { role: Role }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const { run } = useMutation(DeleteDocument, touchedByRoles);
  const [isAsking, setAsking] = useState(false);
  const n = count(role.userCount);

  async function remove() {
    try {
      const { undo, userErrors } = (await run({ input: { id: role.id } })).deleteRole;
      const refusal = userErrors[0]?.message;
      if (refusal) return showToast({ message: refusal, tone: 'bad' });
      showToast({ message: <Trans>{role.name} was deleted.</Trans>, undo: takeBack(undo) });
      await navigate(routes.roles);
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  return (
    <Card title={t`Delete`}>
      {role.userCount > 0 ? (
        <>
          <p>
            <Plural
              value={role.userCount}
              one={`${n} user holds this role, so it can't be deleted: nobody signs in without a role.`}
              other={`${n} users hold this role, so it can't be deleted: nobody signs in without a role.`}
            />
          </p>
          <Row>
            <LinkButton href={routes.usersWithRole(role.id)}>{t`Show them`}</LinkButton>
          </Row>
        </>
      ) : (
        <>
          <p>
            <Trans>Nobody holds this role.</Trans>
          </p>
          <Row>
            <Button variant="danger" icon={Trash2} onPress={() => setAsking(true)}>{t`Delete Role`}</Button>
          </Row>
        </>
      )}
      <Confirm
        title={t`Delete ${role.name}?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmLabel={t`Delete Role`}
        isDestructive
        onConfirm={remove}
      >
        <Trans>Nobody can be given it any more.</Trans>
      </Confirm>
    </Card>
  );
}
