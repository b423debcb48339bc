import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { fullName } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { Button, Link, Note } from '@/ui';

const SupersedeDialog = lazy(() => import('./SupersedeDialog'));

const SupersedeFragment = graphql(`
  fragment Supersede on User {
    id
    status
    role {
      id
    }
    supersedes {
      id
      firstName
      lastName
      email
    }
    supersededBy {
      id
      firstName
      lastName
      email
    }
    ...SupersedeDialog
  }
`);

interface Props {
  user: FragmentType<typeof SupersedeFragment>;
}

/** **Supersede**: the way to another address, for whoever may go it. */
export function Supersede({ user }: Props) {
  const { t } = useLingui();
  const { permissions, grantableRoles } = useViewer();
  const [isOpen, setOpen] = useState(false);
  const data = readFragment(SupersedeFragment, user);
  const mayGrant = !data.role || grantableRoles.some(({ id }) => id === data.role?.id);
  if (!permissions.includes('USERS_WRITE') || !mayGrant || data.status !== 'ACTIVE' || data.supersededBy) return null;
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {t`Supersede`}
      </Button>
      {isOpen && (
        <Suspense>
          <SupersedeDialog user={data} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Which record came before this one, and which after it, as far as the viewer may see them. */
export function Succession({ user }: Props) {
  const { supersedes, supersededBy } = readFragment(SupersedeFragment, user);
  return (
    <>
      {supersededBy && (
        <Note
          tone="warn"
          title={
            <Trans>
              Superseded by <Link href={routes.user(supersededBy.id)}>{fullName(supersededBy)}</Link>
            </Trans>
          }
        >
          {supersededBy.email}
        </Note>
      )}
      {supersedes && (
        <Note
          tone="info"
          title={
            <Trans>
              Supersedes <Link href={routes.user(supersedes.id)}>{fullName(supersedes)}</Link>
            </Trans>
          }
        >
          {supersedes.email}
        </Note>
      )}
    </>
  );
}
