import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { fullName } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { showToast } from '@/ui';
import type { CaredUser } from '../cared';
import { touchedByUndo, useTakeBack } from '@/parts/undo/useTakeBack';

const DeactivateDocument = graphql(`
  mutation DeactivateUser($input: UserIDInput!) {
    deactivateUser(input: $input) {
      user {
        id
        version
        status
      }
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

const ReactivateDocument = graphql(`
  mutation ReactivateUser($input: UserIDInput!) {
    reactivateUser(input: $input) {
      user {
        id
        version
        status
      }
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

const DeleteDocument = graphql(`
  mutation DeleteUser($input: UserIDInput!) {
    deleteUser(input: $input) {
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

interface Turned {
  undo?: { token: string; expiresAt: string } | null;
  userErrors: readonly { message: string }[];
}

const touched = { touches: touchedByUndo };

/** Deactivates, reactivates, deletes: at once, with an Undo in the toast that says so. None of them throws. */
export function useTurns(user: CaredUser) {
  const takeBack = useTakeBack();
  const deactivate = useMutation(DeactivateDocument, touched);
  const reactivate = useMutation(ReactivateDocument, touched);
  const remove = useMutation(DeleteDocument, touched);
  const name = <strong>{fullName(user)}</strong>;
  const input = { userId: user.id };

  /** Answers whether it was done. */
  async function turn(send: () => Promise<Turned>, message: ReactNode): Promise<boolean> {
    try {
      const { userErrors, undo } = await send();
      const refusal = userErrors[0];
      showToast(refusal ? { message: refusal.message, tone: 'bad' } : { message, undo: takeBack(undo) });
      return !refusal;
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
      return false;
    }
  }

  return {
    deactivate: () =>
      void turn(async () => (await deactivate.run({ input })).deactivateUser, <Trans>{name} was deactivated.</Trans>),
    reactivate: () =>
      void turn(async () => (await reactivate.run({ input })).reactivateUser, <Trans>{name} was reactivated.</Trans>),
    remove: () => turn(async () => (await remove.run({ input })).deleteUser, <Trans>{name} was deleted.</Trans>),
  };
}
