import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { useMutation } from '@/lib/hooks';
import { fieldOf } from '@/lib/wall';
import { TextsDialog } from '@/parts/texts/TextsDialog';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { showToast } from '@/ui';
import { touched } from './touched';

const AddDocument = graphql(`
  mutation AddActivity($input: RecordActivityInput!) {
    recordActivity(input: $input) {
      activity {
        id
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        code
        field
        message
        relatedId
      }
      warnings {
        code
        message
      }
    }
  }
`);

/** **Add activity**: what an administrator writes down by hand; it is marked so. */
export function AddActivity({ userId, onClose }: { userId: string; onClose: () => void }) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const { run } = useMutation(AddDocument, touched);
  return (
    <TextsDialog
      title={t`Add activity`}
      saveLabel={t`Save activity`}
      fields={[
        {
          name: 'summary',
          label: t`What happened`,
          missing: t`Say what happened.`,
          multiline: true,
          maxLength: 1000,
          isWhole: true,
        },
        {
          name: 'kind',
          label: t`Kind`,
          description: t`A word such as call, visit or letter.`,
          missing: t`Say what kind of activity this is.`,
          maxLength: 64,
        },
        { name: 'occurredAt', label: t`When`, missing: t`Say when it happened.`, type: 'datetime-local' },
      ]}
      now={{ version: 0, values: { summary: '', kind: 'call', occurredAt: fieldOf(new Date().toISOString()) } }}
      send={async ({ summary, kind, occurredAt }) => {
        const at = new Date(occurredAt ?? '').toISOString();
        return (await run({ input: { userId, kind: kind ?? '', summary: summary ?? '', occurredAt: at } }))
          .recordActivity;
      }}
      onSaved={({ undo }) => {
        showToast({ message: <Trans>The activity was added.</Trans>, undo: takeBack(undo) });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
