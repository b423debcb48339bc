import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { fullName } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { showToast } from '@/ui';
import { touched } from './touched';

const AddDocument = graphql(`
  mutation AddMembers($input: MembersInput!) {
    addMembers(input: $input) {
      group {
        id
        memberCount
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

const RemoveDocument = graphql(`
  mutation RemoveMembers($input: MembersInput!) {
    removeMembers(input: $input) {
      group {
        id
        memberCount
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

const ManagerDocument = graphql(`
  mutation SetManager($input: SetManagerInput!) {
    setManager(input: $input) {
      group {
        id
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

interface Person {
  id: string;
  firstName: string;
  lastName: string;
}

interface Changed {
  undo?: { token: string; expiresAt: string } | null;
  userErrors: readonly { message: string }[];
}

/** Changes who is in a group and who manages it, with an Undo in the toast that says so. None of them throws. */
export function useMembers({ id: groupId, name: groupName }: { id: string; name: string }) {
  const takeBack = useTakeBack();
  const { run: runAdd } = useMutation(AddDocument, touched);
  const { run: runRemove } = useMutation(RemoveDocument, touched);
  const { run: runManager } = useMutation(ManagerDocument, touched);
  const group = <strong>{groupName}</strong>;

  /** Answers why it was not done; nothing if it was, which a toast has said then. */
  async function turn(send: () => Promise<Changed>, message: ReactNode): Promise<string | undefined> {
    try {
      const { userErrors, undo } = await send();
      if (userErrors[0]) return userErrors[0].message;
      showToast({ message, undo: takeBack(undo) });
      return undefined;
    } catch (thrown) {
      return asFailure(thrown).message;
    }
  }
  const say = (refusal: string | undefined) => {
    if (refusal) showToast({ message: refusal, tone: 'bad' });
    return !refusal;
  };
  const input = (users: readonly { id: string }[]) => ({ input: { groupId, userIds: users.map(({ id }) => id) } });

  return {
    /** Answers why it was not done. */
    add: (users: readonly { id: string; name: string }[]) => {
      const name = <strong>{users[0]?.name}</strong>;
      const message =
        users.length === 1 ? (
          <Trans>
            {name} was added to {group}.
          </Trans>
        ) : (
          <>
            <Plural value={users.length} one="# user was added to" other="# users were added to" /> {group}.
          </>
        );
      return turn(async () => (await runAdd(input(users))).addMembers, message);
    },
    /** Answers whether it was done. */
    remove: async (users: readonly Person[]) => {
      const name = <strong>{users[0] && fullName(users[0])}</strong>;
      const message =
        users.length === 1 ? (
          <Trans>
            {name} was removed from {group}.
          </Trans>
        ) : (
          <>
            <Plural value={users.length} one="# user was removed from" other="# users were removed from" /> {group}.
          </>
        );
      return say(await turn(async () => (await runRemove(input(users))).removeMembers, message));
    },
    setManager: async (user: Person, manager: boolean) => {
      const name = <strong>{fullName(user)}</strong>;
      const message = manager ? (
        <Trans>
          {name} now manages {group}.
        </Trans>
      ) : (
        <Trans>
          {name} no longer manages {group}.
        </Trans>
      );
      const send = async () => (await runManager({ input: { groupId, userId: user.id, manager } })).setManager;
      return say(await turn(send, message));
    },
  };
}
