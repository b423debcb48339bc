import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { fullName } from '@/lib/format';
import { routes } from '@/lib/routes';
import { useUserColumns } from '@/parts/users/useUserColumns';
import { parseSort, useUsersOf } from '@/parts/users/useUsersOf';
import { Button, Card, Grid, GridBox, LinkButton, Note } from '@/ui';

/** Who belongs to a company. */
export function CustomerUsers({ company }: { company: { id: string; name: string } }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [sort, setSort] = useState(() => parseSort(null));
  const users = useUsersOf({ companyIds: [company.id] }, { sort });
  const columns = useUserColumns();
  const isNobody = !users.isLoading && !users.failure && users.rows.length === 0;
  return (
    <Card
      title={t`Users`}
      isFlush={!isNobody}
      actions={!isNobody && <LinkButton href={routes.usersOfCompany(company.id)}>{t`Open in Manage Users`}</LinkButton>}
    >
      {isNobody && <p>{t`No user belongs to it.`}</p>}
      {users.failure && (
        <Note
          tone="bad"
          role="alert"
          title={users.failure.message}
          actions={<Button onPress={users.refetch}>{t`Retry`}</Button>}
        />
      )}
      {!isNobody && (users.rows.length > 0 || !users.failure) && (
        <GridBox rowCount={users.isLoading ? 3 : users.totalCount}>
          <Grid
            label={t`Users of ${company.name}`}
            columns={columns}
            {...users.grid}
            rowCount={users.totalCount}
            rowName={fullName}
            sort={sort}
            onSort={setSort}
            onEnd={users.onEnd}
            onOpen={(user) => void navigate(routes.user(user.id))}
          />
        </GridBox>
      )}
    </Card>
  );
}
