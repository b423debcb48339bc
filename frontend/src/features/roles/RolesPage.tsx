import { Plural, useLingui } from '@lingui/react/macro';
import { Plus, ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import type { RolesPageQuery } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { reachWords } from '@/parts/access/permissions';
import {
  BarCount,
  Button,
  EmptyState,
  Grid,
  type GridColumn,
  Link,
  LinkButton,
  ListScreen,
  Note,
  PageHeader,
  Tag,
} from '@/ui';
import { useMayWriteRoles } from './within';

const RolesQuery = graphql(`
  query RolesPage {
    roles {
      id
      name
      isBuiltIn
      requiresFactor
      reach
      userCount
      grants {
        id
        name
      }
    }
  }
`);

type Row = RolesPageQuery['roles'][number];

const nothing = {};

function useColumns(): GridColumn<Row>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        width: 'minmax(170px, 1.2fr)',
        layout: 'roomy',
        cell: (role) => (
          <>
            <Link look="plain" href={routes.role(role.id)}>
              {role.name}
            </Link>
            {role.isBuiltIn && <Tag>{t`built in`}</Tag>}
          </>
        ),
      },
      {
        id: 'reach',
        label: t`Reaches`,
        width: '140px',
        minGridWidth: 560,
        cell: (role) => t(reachWords[role.reach].name),
      },
      {
        id: 'users',
        label: t`Users`,
        width: '100px',
        cell: (role) => (
          <Link
            look="plain"
            href={routes.usersWithRole(role.id)}
            aria-label={t`${format.count(role.userCount)} users with the role ${role.name}`}
          >
            {format.count(role.userCount)}
          </Link>
        ),
      },
      {
        id: 'grants',
        label: t`May grant`,
        width: 'minmax(180px, 2fr)',
        minGridWidth: 760,
        cell: (role) => {
          const names = role.grants.map(({ name }) => name).join(', ');
          return <span title={names}>{names || t`nothing`}</span>;
        },
      },
      {
        id: 'factor',
        label: t`Second factor`,
        width: '120px',
        minGridWidth: 900,
        cell: (role) => (role.requiresFactor ? t`required` : ''),
      },
    ],
    [t, format],
  );
}

/** Every role: whom it reaches, who holds it, what it may grant. */
export default function RolesPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const mayWrite = useMayWriteRoles();
  const { data, failure, isLoading, refetch } = useQuery(RolesQuery, nothing);
  const columns = useColumns();
  const roles = data?.roles ?? [];
  return (
    <ListScreen
      head={
        <PageHeader
          title={t`Roles`}
          actions={
            mayWrite && (
              <LinkButton variant="primary" icon={Plus} href={routes.newRole}>
                {t`New Role`}
              </LinkButton>
            )
          }
        />
      }
      bar={<BarCount>{data && <Plural value={roles.length} one="# role" other="# roles" />}</BarCount>}
      note={
        failure && (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        )
      }
    >
      {(data ?? !failure) && (
        <Grid
          label={t`Roles`}
          columns={columns}
          rows={roles}
          rowCount={roles.length}
          isLoading={isLoading}
          rowName={(role) => role.name}
          onOpen={(role) => void navigate(routes.role(role.id))}
          empty={<EmptyState icon={ShieldCheck} title={t`Your role shows you no roles.`} />}
        />
      )}
    </ListScreen>
  );
}
