import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, readFragment } from '@/gen';
import { useMutation } from '@/lib/hooks';
import { Button, Confirm, showToast } from '@/ui';
import { type Import, ImportFacts, touchedByImports } from './importsQuery';
import { asFailure } from '@/lib/failure';

const UndoDocument = graphql(`
  mutation UndoImport($input: IDInput!) {
    undoImport(input: $input) {
      import {
        ...ImportFacts
      }
      userErrors {
        message
      }
    }
  }
`);

/** **Undo import**, after a question. */
export function UndoImport({ one, tell }: { one: Import; tell: (one: Import) => void }) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const { run } = useMutation(UndoDocument, touchedByImports);

  async function undo() {
    try {
      const { import: undone, userErrors } = (await run({ input: { id: one.id } })).undoImport;
      const next = readFragment(ImportFacts, undone);
      if (next) tell(next);
      else showToast({ message: userErrors[0]?.message, tone: 'bad' });
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }

  return (
    <>
      <Button variant="danger" onPress={() => setAsking(true)}>{t`Undo import`}</Button>
      <Confirm
        title={t`Undo this import?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmLabel={t`Undo import`}
        isDestructive
        onConfirm={undo}
      >
        <p>
          <Trans>
            Whom it added is deleted, whom it updated gets back what they had. Whoever was changed again since is kept,
            and so is whoever was given something since: a group, a reminder, a note. Nobody’s consent is given back.
          </Trans>
        </p>
      </Confirm>
    </>
  );
}
