import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { BulkAction } from './actions';

/** What goes on: something that was asked for, or the taking back of it. */
export type Doing = BulkAction | 'undo';

interface Words {
  /** The question, with how many. */
  title: (count: number) => string;
  /** What follows from a yes. */
  follows: ReactNode;
  /** The word on the button. */
  yes: string;
}

/** What is asked before each action. */
export function useBulkQuestions(): Record<BulkAction, Words> {
  const { t } = useLingui();
  return {
    addGroups: {
      title: (n) => t`Add ${plural(n, { one: '# user', other: '# users' })} to groups`,
      follows: <Trans>They stay in the groups that they are in.</Trans>,
      yes: t`Add to group`,
    },
    removeGroups: {
      title: (n) => t`Remove ${plural(n, { one: '# user', other: '# users' })} from groups`,
      follows: <Trans>Whoever is in no other group then is in the Default group.</Trans>,
      yes: t`Remove from group`,
    },
    role: {
      title: (n) => t`Change the role of ${plural(n, { one: '# user', other: '# users' })}`,
      follows: <Trans>It counts from their next click on.</Trans>,
      yes: t`Change role`,
    },
    deactivate: {
      title: (n) => t`Deactivate ${plural(n, { one: '# user', other: '# users' })}?`,
      follows: <Trans>They are signed out everywhere and can no longer sign in.</Trans>,
      yes: t`Deactivate`,
    },
    reactivate: {
      title: (n) => t`Reactivate ${plural(n, { one: '# user', other: '# users' })}?`,
      follows: <Trans>They can sign in again with the password that they had.</Trans>,
      yes: t`Reactivate`,
    },
    invite: {
      title: (n) => t`Resend invite to ${plural(n, { one: '# user', other: '# users' })}?`,
      follows: <Trans>Each gets an email with a fresh link; the old ones stop working. This can’t be undone.</Trans>,
      yes: t`Confirm`,
    },
    delete: {
      title: (n) => t`Delete ${plural(n, { one: '# user', other: '# users' })}?`,
      follows: (
        <Trans>
          They can no longer sign in and are hidden everywhere at once; their addresses are free again. After 30 days
          they are erased.
        </Trans>
      ),
      yes: t`Delete`,
    },
  };
}

/** What goes on, in one word or two. */
export function useDoing(): Record<Doing, string> {
  const { t } = useLingui();
  return {
    addGroups: t`Adding to groups`,
    removeGroups: t`Removing from groups`,
    role: t`Changing roles`,
    deactivate: t`Deactivating`,
    reactivate: t`Reactivating`,
    invite: t`Sending invites`,
    delete: t`Deleting`,
    undo: t`Taking back`,
  };
}

/** What was done, with how many. */
export function doneWords(doing: Doing, n: number): string {
  switch (doing) {
    case 'deactivate':
      return plural(n, { one: '# user was deactivated', other: '# users were deactivated' });
    case 'reactivate':
      return plural(n, { one: '# user was reactivated', other: '# users were reactivated' });
    case 'invite':
      return plural(n, { one: '# link was sent', other: '# links were sent' });
    case 'delete':
      return plural(n, { one: '# user was deleted', other: '# users were deleted' });
    case 'undo':
      return plural(n, { one: '# user is as before', other: '# users are as before' });
    default:
      return plural(n, { one: '# user was changed', other: '# users were changed' });
  }
}
