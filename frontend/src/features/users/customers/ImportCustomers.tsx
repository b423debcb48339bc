import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { graphql } from '@/gen';
import type { ImportCustomersQuery } from '@/gen/graphql';
import { usePages } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { More } from '@/parts/lists/More';
import { Button, Checkbox, Dialog, Note, SearchField, Skeleton, Stack } from '@/ui';
import type { Customer } from '../userForm';
import styles from './CustomersField.module.css';

const CompaniesQuery = graphql(`
  query ImportCustomers($first: Int, $after: Cursor, $search: String) {
    companies(first: $first, after: $after, search: $search) {
      edges {
        node {
          id
          name
          contracts {
            id
            number
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

const pick = (data: ImportCustomersQuery) => data.companies;

interface Props {
  /** Companies that the user has already. */
  taken: readonly string[];
  onClose: () => void;
  onImport: (customers: Customer[]) => void;
}

/** The window **Import Customers**: several companies are found and picked at once. */
export default function ImportCustomers({ taken, onClose, onImport }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const companies = usePages(
    CompaniesQuery,
    useMemo(() => ({ search: search || null }), [search]),
    pick,
    50,
  );
  // What was picked stays when another search hides it.
  const [picked, setPicked] = useState<readonly Customer[]>([]);
  const isPicked = (id: string) => picked.some((customer) => customer.id === id);

  function toggle(company: Omit<Customer, 'contractId'>, isOn: boolean) {
    const others = picked.filter(({ id }) => id !== company.id);
    const only = company.contracts.length === 1 ? company.contracts[0]!.id : null;
    setPicked(isOn ? [...others, { ...company, contractId: only }] : others);
  }

  return (
    <Dialog
      title={t`Import Customers`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button
            variant="primary"
            isDisabled={picked.length === 0}
            onPress={() => {
              onImport([...picked]);
              onClose();
            }}
          >
            {t`Import`}
          </Button>
        </>
      }
    >
      <Stack>
        <SearchField label={t`Search companies`} placeholder={t`Search companies`} value={text} onChange={setText} />
        {companies.failure && (
          <Note
            tone="bad"
            role="alert"
            title={companies.failure.message}
            actions={<Button onPress={companies.refetch}>{t`Retry`}</Button>}
          />
        )}
        <fieldset className={styles.found}>
          <legend className="visually-hidden">{t`Companies`}</legend>
          {companies.isLoading && <Skeleton lines={5} />}
          {companies.rows.map((company) => {
            const isTaken = taken.includes(company.id);
            return (
              <Checkbox
                key={company.id}
                label={company.name}
                description={isTaken ? t`Assigned already.` : undefined}
                isDisabled={isTaken}
                value={isTaken || isPicked(company.id)}
                onChange={(isOn) => toggle({ ...company, contracts: [...company.contracts] }, isOn)}
              />
            );
          })}
          {!companies.isLoading && !companies.failure && companies.rows.length === 0 && (
            <p>{search ? t`No company matches.` : t`There are no companies yet.`}</p>
          )}
          <More list={companies} />
        </fieldset>
        <div role="status">
          {picked.length === 0 ? (
            <Trans>None picked yet.</Trans>
          ) : (
            <Plural value={picked.length} one="# company picked" other="# companies picked" />
          )}
        </div>
      </Stack>
    </Dialog>
  );
}
