import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Building2, Plus, SearchX } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import type { CustomersPageQuery } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { useAddress } from '@/parts/search/useAddress';
import { useSearchText, useSlash } from '@/parts/search/useSearchText';
import {
  BarCount,
  BarSearch,
  Button,
  EmptyState,
  Grid,
  GridEnds,
  type GridColumn,
  type GridHandle,
  Link,
  LinkButton,
  ListScreen,
  Note,
  PageHeader,
  SearchField,
} from '@/ui';
import { NewCustomer } from './NewCustomer';
import { rightsTo } from './rights';

const CustomersQuery = graphql(`
  query CustomersPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {
    companies(first: $first, after: $after, last: $last, before: $before, search: $search) {
      edges {
        node {
          id
          name
          emailDomain
          userCount
          contracts {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
        hasPreviousPage
        startCursor
      }
      totalCount
    }
  }
`);

type Row = CustomersPageQuery['companies']['edges'][number]['node'];

const pick = (data: CustomersPageQuery) => data.companies;

function useColumns(): GridColumn<Row>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        label: t`Name`,
        width: 'minmax(150px, 2fr)',
        cell: (company) => (
          <Link look="plain" href={routes.customer(company.id)}>
            {company.name}
          </Link>
        ),
      },
      {
        id: 'domain',
        label: t`Email domain`,
        width: 'minmax(150px, 1.2fr)',
        minGridWidth: 560,
        cell: (company) => company.emailDomain,
      },
      { id: 'contracts', label: t`Contracts`, width: '100px', cell: ({ contracts }) => format.count(contracts.length) },
      { id: 'users', label: t`Users`, width: '92px', cell: (company) => format.count(company.userCount) },
    ],
    [t, format],
  );
}

/** The companies that the viewer may see: found while typing, each with its contracts and users. */
export default function CustomersPage() {
  const { t } = useLingui();
  const { count } = useFormat();
  const navigate = useNavigate();
  const viewer = useViewer();
  const { mayCreate } = rightsTo(viewer);
  const { params, q, change } = useAddress();
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(
    q,
    useCallback((q: string) => change({ q }, { replace: true }), [change]),
  );
  useSlash(search);
  const companies = usePages(CustomersQuery, { search: q || null }, pick);
  const grid = useRef<GridHandle>(null);
  const columns = useColumns();
  const number = count(companies.totalCount);
  return (
    <ListScreen
      head={
        <PageHeader
          title={t`Customers`}
          actions={
            mayCreate && (
              <LinkButton variant="primary" icon={Plus} href={routes.newCustomer}>
                {t`New Customer`}
              </LinkButton>
            )
          }
        />
      }
      bar={
        <>
          <BarSearch>
            <SearchField
              ref={search}
              label={t`Search customers`}
              placeholder={t`Name`}
              shortcut="/"
              value={text}
              onChange={setText}
            />
          </BarSearch>
          <BarCount>
            {companies.first && (
              <Plural value={companies.totalCount} one={`${number} company`} other={`${number} companies`} />
            )}
          </BarCount>
          <GridEnds grid={grid} firstLabel={t`Back to the first`} lastLabel={t`Go to the last company`} />
        </>
      }
      note={
        companies.failure && (
          <Note
            tone="bad"
            role="alert"
            title={companies.failure.message}
            actions={<Button onPress={companies.refetch}>{t`Retry`}</Button>}
          />
        )
      }
      foot={viewer.reach !== 'EVERYTHING' && <Trans>You see your own companies only.</Trans>}
    >
      {(companies.rows.length > 0 || !companies.failure) && (
        <Grid
          label={t`Customers`}
          ref={grid}
          columns={columns}
          {...companies.grid}
          rowCount={companies.totalCount}
          rowName={(company) => company.name}
          onEnd={companies.onEnd}
          onOpen={(company) => void navigate(routes.customer(company.id))}
          empty={<Nothing isFound={!q} mayCreate={mayCreate} onClear={() => setText('')} />}
        />
      )}
      {mayCreate && params.has('new') && <NewCustomer onClose={() => change({ new: '' }, { replace: true })} />}
    </ListScreen>
  );
}

interface NothingProps {
  /** Nothing was looked for: there is nothing. */
  isFound: boolean;
  mayCreate: boolean;
  onClear: () => void;
}

function Nothing({ isFound, mayCreate, onClear }: NothingProps) {
  const { t } = useLingui();
  return isFound ? (
    <EmptyState
      icon={Building2}
      title={t`No customers yet.`}
      actions={mayCreate && <LinkButton icon={Plus} href={routes.newCustomer}>{t`New Customer`}</LinkButton>}
    >
      {mayCreate && <Trans>Add a company, or type a new one where you create a user.</Trans>}
    </EmptyState>
  ) : (
    <EmptyState
      icon={SearchX}
      title={t`No company matches.`}
      actions={<Button onPress={onClear}>{t`Clear the search`}</Button>}
    >
      <Trans>Look for a part of the name.</Trans>
    </EmptyState>
  );
}
