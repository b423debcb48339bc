import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { Confirm, showToast } from '@/ui';
import type { SavedView } from './savedView';

const DeleteDocument = graphql(`
  mutation DeleteView($input: IDInput!) {
    deleteView(input: $input) {
      deletedId
      userErrors {
        message
      }
    }
  }
`);

interface Props {
  view: SavedView;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks before a view is deleted. */
export function DeleteView({ view: { id, name, shared }, onClose, onDeleted }: Props) {
  const { t } = useLingui();
  const { run } = useMutation(DeleteDocument);
  async function remove() {
    try {
      const { userErrors } = (await run({ input: { id } })).deleteView;
      const refusal = userErrors[0];
      if (!refusal) onDeleted();
      showToast(
        refusal ? { message: refusal.message, tone: 'bad' } : { message: <Trans>The view {name} was deleted.</Trans> },
      );
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }
  return (
    <Confirm
      title={t`Delete the view ${name}?`}
      isOpen
      isDestructive
      confirmLabel={t`Delete`}
      onClose={onClose}
      onConfirm={remove}
    >
      {shared ? <Trans>It goes away for everyone. No user is changed.</Trans> : <Trans>No user is changed.</Trans>}
    </Confirm>
  );
}
