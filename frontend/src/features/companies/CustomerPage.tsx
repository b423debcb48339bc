import { Plural, useLingui } from '@lingui/react/macro';
import { Building2, ChevronDown, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useParams } from 'react-router';
import { NotShown } from '@/parts/absent/NotShown';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useViewer } from '@/lib/viewer';
import { useAddress } from '@/parts/search/useAddress';
import { Button, Menu, type MenuEntry, PageBody, PageHeader, returnFocus } from '@/ui';
import { Contracts } from './Contracts';
import { CustomerDetails } from './CustomerDetails';
import { type Company, CustomerQuery } from './customerQuery';
import { CustomerUsers } from './CustomerUsers';
import { LookedAfter } from './LookedAfter';
import { rightsTo } from './rights';

const DeleteCustomer = lazy(() => import('./DeleteCustomer'));

/** One company: its details, contracts and users, and who looks after it. */
export default function CustomerPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data, failure, isStale, refetch } = useQuery(CustomerQuery, { id });
  const back = { href: routes.customers, label: t`Back to the customers` };
  const company = data?.node?.__typename === 'Company' && data.node.id === id ? data.node : undefined;
  if (company) return <CustomerScreen key={id} company={company} refetch={refetch} back={back} />;
  return (
    <NotShown
      title={t`Company`}
      missing={{
        icon: Building2,
        title: t`No such company`,
        sentence: t`This company does not exist, or you may not see it.`,
      }}
      isMissing={!!data && !isStale}
      {...{ back, failure, refetch }}
    />
  );
}

interface Props {
  company: Company;
  refetch: () => void;
  back: { href: string; label: string };
}

function CustomerScreen({ company, refetch, back }: Props) {
  const { t } = useLingui();
  const { mayEdit, mayDelete } = rightsTo(useViewer());
  const { params, change } = useAddress();
  const [isDeleting, setDeleting] = useState(false);
  const actions = useId();
  const close = () => {
    setDeleting(false);
    returnFocus(document.getElementById(actions) ?? undefined);
  };
  const edit = () => change({ edit: 'yes' });
  const entries: MenuEntry[] = [];
  if (mayEdit) entries.push({ id: 'edit', label: t`Edit`, icon: Pencil, onAction: edit });
  if (mayDelete) {
    const onAction = () => setDeleting(true);
    entries.push({ id: 'delete', label: t`Delete`, icon: Trash2, isDanger: true, onAction });
  }
  return (
    <>
      <PageHeader
        title={company.name}
        back={back}
        meta={<Meta company={company} />}
        actions={
          entries.length > 0 && (
            <Menu
              label={t`Actions for ${company.name}`}
              placement="bottom end"
              trigger={<Button id={actions} trailingIcon={ChevronDown}>{t`Actions`}</Button>}
              items={entries}
            />
          )
        }
      />
      <PageBody layout="columns">
        <div>
          <CustomerDetails
            company={company}
            isEditing={mayEdit && params.has('edit')}
            onEdit={mayEdit ? edit : undefined}
            onDone={() => change({ edit: '' }, { replace: true })}
            refetch={refetch}
          />
          <Contracts company={company} mayEdit={mayEdit} refetch={refetch} />
          <CustomerUsers company={company} />
        </div>
        <div>
          <LookedAfter company={company} />
        </div>
      </PageBody>
      {isDeleting && (
        <Suspense>
          <DeleteCustomer company={company} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

/** How many users and contracts: one line. */
function Meta({ company: { userCount, contracts } }: { company: Company }) {
  const { count } = useFormat();
  const number = count(userCount);
  return (
    <>
      <span>
        <Plural value={userCount} one={`${number} user`} other={`${number} users`} />
      </span>
      <span>
        · <Plural value={contracts.length} one="# contract" other="# contracts" />
      </span>
    </>
  );
}
