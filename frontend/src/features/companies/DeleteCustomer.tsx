import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Confirm, showToast } from '@/ui';
import type { Company } from './customerQuery';
import { touched } from './touched';

const DeleteDocument = graphql(`
  mutation DeleteCustomer($input: IDInput!) {
    deleteCompany(input: $input) {
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

/** Asks before a company is deleted, and says whom that is about. */
export default function DeleteCustomer({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useLingui();
  const { count } = useFormat();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const { run } = useMutation(DeleteDocument, touched);
  const number = count(company.userCount);
  const assigned = company.administrators.totalCount;

  async function remove() {
    try {
      const { userErrors, undo } = (await run({ input: { id: company.id } })).deleteCompany;
      if (userErrors[0]) return showToast({ message: userErrors[0].message, tone: 'bad' });
      const name = <strong>{company.name}</strong>;
      showToast({ message: <Trans>{name} was deleted.</Trans>, undo: takeBack(undo) });
      void navigate(routes.customers);
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  return (
    <Confirm
      title={t`Delete ${company.name}?`}
      isOpen
      isDestructive
      confirmLabel={t`Delete`}
      onClose={onClose}
      onConfirm={remove}
    >
      <p>
        <Plural
          value={company.userCount}
          _0="No user belongs to it. Its contracts go with it."
          one={`${number} user belongs to it and stays, in no company. Its contracts go with it.`}
          other={`${number} users belong to it and stay, in no company. Its contracts go with it.`}
        />
        {assigned > 0 && (
          <>
            {' '}
            <Plural
              value={assigned}
              one="# user looks after it, and no longer reaches those users."
              other="# users look after it, and no longer reach those users."
            />
          </>
        )}
      </p>
    </Confirm>
  );
}
