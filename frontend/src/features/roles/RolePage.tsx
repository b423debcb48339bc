import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Copy, ShieldX } from 'lucide-react';
import { useParams } from 'react-router';
import { NotShown } from '@/parts/absent/NotShown';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { reachWords } from '@/parts/access/permissions';
import { Link, LinkButton, Note, PageBody, PageHeader } from '@/ui';
import { DeleteRole } from './DeleteRole';
import { RoleForm } from './RoleForm';
import { type Role, RolesDocument } from './roleQuery';
import { isWithin, useMayWriteRoles } from './within';

const nothing = {};

/** One role: what it is made of, who holds it, and changing it. */
export default function RolePage() {
  const { t } = useLingui();
  const { id } = useParams();
  const { data, failure, isStale, refetch } = useQuery(RolesDocument, nothing);
  const back = { href: routes.roles, label: t`Back to the roles` };
  const role = data?.roles.find((each) => each.id === id);
  if (role) return <RoleScreen key={role.id} role={role} roles={data!.roles} refetch={refetch} />;
  return (
    <NotShown
      title={t`Role`}
      missing={{ icon: ShieldX, title: t`No such role`, sentence: t`This role does not exist, or you may not see it.` }}
      isMissing={!!data && !isStale}
      {...{ back, failure, refetch }}
      layout="narrow"
    />
  );
}

interface Props {
  role: Role;
  roles: readonly Role[];
  refetch: () => void;
}

function RoleScreen({ role, roles, refetch }: Props) {
  const { t } = useLingui();
  const viewer = useViewer();
  const mayWrite = useMayWriteRoles();
  const isOwn = mayWrite && isWithin(viewer, role);
  return (
    <>
      <PageHeader
        title={role.name}
        back={{ href: routes.roles, label: t`Back to the roles` }}
        meta={<Meta role={role} />}
        actions={
          mayWrite && (
            <LinkButton icon={Copy} href={routes.copyOfRole(role.id)}>
              {t`Make a copy`}
            </LinkButton>
          )
        }
      />
      <PageBody layout="narrow">
        {mayWrite && <Reason role={role} isOwn={isOwn} />}
        <RoleForm
          role={role}
          roles={roles}
          refetch={refetch}
          mayChange={isOwn && !role.isBuiltIn}
          mayChangeFactor={isOwn}
        />
        {isOwn && !role.isBuiltIn && <DeleteRole role={role} />}
      </PageBody>
    </>
  );
}

/** Built in or not, whom it reaches, who holds it: one line. */
function Meta({ role }: { role: Role }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const n = count(role.userCount);
  return (
    <>
      <span>{role.isBuiltIn ? t`Built in` : t`Made here`}</span>
      <span>· {t(reachWords[role.reach].name)}</span>
      <span>
        ·{' '}
        <Link href={routes.usersWithRole(role.id)}>
          <Plural value={role.userCount} one={`${n} user`} other={`${n} users`} />
        </Link>
      </span>
    </>
  );
}

/** Why the role can't be changed, or not all of it. */
function Reason({ role, isOwn }: { role: Role; isOwn: boolean }) {
  if (!isOwn) {
    return (
      <Note tone="info" title={<Trans>This role can do what you may not, so you can't change it.</Trans>}>
        <Trans>A copy of it can have what you have yourself.</Trans>
      </Note>
    );
  }
  if (!role.isBuiltIn) return null;
  return (
    <Note tone="info" title={<Trans>This role is built in and stays as it is.</Trans>}>
      <Trans>Only whether it requires a second factor can be changed. Make a copy to change the rest.</Trans>
    </Note>
  );
}
