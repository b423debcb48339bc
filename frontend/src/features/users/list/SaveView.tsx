import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, Checkbox, Dialog, Note, showToast, Stack, TextField } from '@/ui';
import type { SavedView } from './savedView';

const SaveDocument = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      savedView {
        id
        name
        query
        shared
        isOwn
      }
      userErrors {
        code
        field
        message
      }
      warnings {
        code
        message
      }
    }
  }
`);

/** A view, or one that is not saved yet. */
type Draft = Pick<SavedView, 'name' | 'query' | 'shared'> & { id?: string };

/** Saves a view as it is, and says what came of it. */
export function useSaveView() {
  const { run } = useMutation(SaveDocument);
  return async ({ id, name, query, shared }: Draft) => {
    try {
      const { userErrors } = (await run({ input: { id, name, query, shared } })).saveView;
      const refusal = userErrors[0];
      showToast(
        refusal ? { message: refusal.message, tone: 'bad' } : { message: <Trans>The view {name} was updated.</Trans> },
      );
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  };
}

interface Props {
  view: Draft;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
}

/** Asks how a view is called and who sees it. */
export function SaveView({ view, onClose, onSaved }: Props) {
  const { t } = useLingui();
  const id = useId();
  const { run } = useMutation(SaveDocument);
  const [shared, setShared] = useState(view.shared);
  const form = useSmallForm({ name: view.name }, { name: (name) => (name.trim() ? undefined : t`Enter a name.`) });
  const { onSubmit, problems, isPending } = useSubmission({
    form,
    send: async ({ name }) =>
      (await run({ input: { id: view.id, name: name.trim(), query: view.query, shared } })).saveView,
    onSaved: ({ savedView }) => {
      if (savedView) onSaved(savedView);
      onClose();
    },
  });
  const general = problems.find((problem) => !problem.field);
  return (
    <Dialog
      title={view.id ? t`Rename or share` : t`Save view`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {view.id ? t`Save` : t`Save view`}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={onSubmit}>
        <Stack>
          {general && <Note tone="bad" role="alert" title={general.message} />}
          <TextField
            label={t`Name`}
            description={t`It keeps the filters and the order of the list, and stands beside the other views.`}
            autoComplete="off"
            maxLength={100}
            isRequired
            autoFocus
            {...form.field('name')}
          />
          <Checkbox
            label={t`Share with everyone`}
            description={t`Everybody who reads users sees the view, and in it those users whom they may see.`}
            value={shared}
            onChange={setShared}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
