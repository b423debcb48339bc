import { Trans, useLingui } from '@lingui/react/macro';
import { Building2, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useField } from '@/lib/forms';
import { Button, IconButton, Row, Select, Stack, Tag } from '@/ui';
import type { Customer, UserValues } from '../userForm';
import styles from './CustomersField.module.css';

const ImportCustomers = lazy(() => import('./ImportCustomers'));

/** **Customers**: the companies that a user has access to, each with the contract that they work under. */
export function CustomersField() {
  const { t } = useLingui();
  const { control } = useFormContext<UserValues>();
  const { value: customers, onChange, error } = useField(control, 'customers');
  const [isOpen, setOpen] = useState(false);
  const remove = (id: string) => onChange(customers.filter((customer) => customer.id !== id));
  const choose = (id: string, contractId: string | null) =>
    onChange(customers.map((customer) => (customer.id === id ? { ...customer, contractId } : customer)));
  return (
    <Stack>
      {customers.length === 0 && (
        <p>
          <Trans>No access to other companies than their own.</Trans>
        </p>
      )}
      {error && <p className={styles.error}>{error}</p>}
      {customers.length > 0 && (
        <ul className={styles.list} aria-label={t`Customers`}>
          {customers.map((customer) => (
            <li key={customer.id} className={styles.customer}>
              <Tag>{customer.name}</Tag>
              <div className={styles.contract}>
                <OrganizationConfig customer={customer} onChange={(id) => choose(customer.id, id)} />
              </div>
              <IconButton icon={X} label={t`Remove ${customer.name}`} onPress={() => remove(customer.id)} />
            </li>
          ))}
        </ul>
      )}
      <Row>
        <Button icon={Building2} onPress={() => setOpen(true)}>{t`Import Customers`}</Button>
      </Row>
      {isOpen && (
        <Suspense>
          <ImportCustomers
            taken={customers.map((customer) => customer.id)}
            onClose={() => setOpen(false)}
            onImport={(picked) => onChange([...customers, ...picked])}
          />
        </Suspense>
      )}
    </Stack>
  );
}

const none = 'none';

/** **Organization config**: the contracts of this one company, and no others. */
function OrganizationConfig({ customer, onChange }: { customer: Customer; onChange: (id: string | null) => void }) {
  const { t } = useLingui();
  if (customer.contracts.length === 0) return <small>{t`No contracts.`}</small>;
  return (
    <Select
      label={t`Organization config of ${customer.name}`}
      hideLabel
      options={[
        { id: none, name: t`No contract` },
        ...customer.contracts.map(({ id, number, name }) => ({ id, name: t`${number} · ${name}` })),
      ]}
      value={customer.contractId ?? none}
      onChange={(id) => onChange(id === none ? null : id)}
    />
  );
}
