import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { InvitationsPageQuery, InvitationState } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { Avatar, type GridColumn, Link } from '@/ui';

type Row = InvitationsPageQuery['users']['edges'][number]['node'];

/** Who was invited, where they belong, and until when their link works or why it does not. */
export function useInvitationColumns(standing: InvitationState): GridColumn<Row>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        width: 'minmax(130px, 1.1fr)',
        layout: 'roomy',
        cell: (user) => (
          <>
            <Avatar name={fullName(user)} size="small" />
            <Link look="plain" href={routes.user(user.id, 'settings')}>
              {fullName(user)}
            </Link>
          </>
        ),
      },
      {
        id: 'email',
        label: t`Email`,
        width: 'minmax(180px, 1.3fr)',
        minGridWidth: 640,
        cell: (user) => user.account?.email ?? user.email,
      },
      {
        id: 'company',
        label: t`Company`,
        width: 'minmax(130px, 1fr)',
        minGridWidth: 860,
        cell: (user) => user.company?.name,
      },
      {
        id: 'standing',
        label: t`Invitation`,
        width: standing === 'BOUNCED' ? 'minmax(128px, 2fr)' : 'minmax(128px, 1.2fr)',
        cell: ({ account, messages }) => {
          const problem = messages?.edges[0]?.node.error;
          if (standing === 'BOUNCED' && problem) return <span title={problem}>{problem}</span>;
          const at = account?.revokedAt ?? account?.linkExpiresAt;
          const time = at ? format.dateTime(at) : '';
          if (account?.revokedAt) return t`taken back ${time}`;
          return standing === 'EXPIRED' ? t`expired ${time}` : t`until ${time}`;
        },
      },
    ],
    [t, format, standing],
  );
}
