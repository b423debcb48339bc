import { Trans } from '@lingui/react/macro';
import { useCallback } from 'react';
import { graphql } from '@/gen';
import { localTime } from '@/lib/connection';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { showToast, type Undo } from '@/ui';

const UndoDocument = graphql(`
  mutation TakeBack($token: ID!) {
    undo(token: $token) {
      undone
      userErrors {
        message
      }
    }
  }
`);

/** What of a list or a card may show what was taken back. */
export const touchedByUndo = [
  ...['User', 'UserConnection', 'Role', 'Viewer', 'Settings', 'Change', 'ChangeConnection'],
  ...['Group', 'GroupConnection', 'Company', 'CompanyConnection'],
  ...['Activity', 'ActivityConnection', 'Reminder', 'ReminderConnection', 'Job', 'ProtectedPage', 'Template'],
];

/** The Undo of a toast: takes back what a payload's `undo` offers, if it offers anything, and says what came of it. */
export function useTakeBack() {
  const { run } = useMutation(UndoDocument, { touches: touchedByUndo });
  return useCallback(
    (undo: { token: string; expiresAt?: string } | null | undefined): Undo | undefined => {
      if (!undo) return undefined;
      const takeBack = async () => {
        try {
          const { userErrors } = (await run({ token: undo.token })).undo;
          const refusal = userErrors[0]?.message;
          showToast(refusal ? { message: refusal, tone: 'bad' } : { message: <Trans>Undone.</Trans> });
        } catch (thrown) {
          showToast({ message: asFailure(thrown).message, tone: 'bad' });
        }
      };
      return Object.assign(takeBack, { expiresAt: undo.expiresAt ? localTime(undo.expiresAt) : undefined });
    },
    [run],
  );
}
