import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { fullName } from '@/lib/format';
import { useMutation, useQuery } from '@/lib/hooks';
import { useSettled } from '@/lib/settled';
import { useCan } from '@/lib/viewer';
import { Button, Dialog, Note, type Picked, showToast, Stack, TagPicker } from '@/ui';
import type { CaredUser } from '../cared';
import { touchedByUndo, useTakeBack } from '@/parts/undo/useTakeBack';
import { groupsWith } from './groupsWith';

const UserQuery = graphql(`
  query AddToGroup($id: ID!) {
    node(id: $id) {
      __typename
      ... on User {
        id
        version
        memberships {
          role
          group {
            id
            name
            isDefault
          }
        }
      }
    }
  }
`);

const GroupsQuery = graphql(`
  query GroupsToAdd($search: String) {
    groups(first: 20, search: $search) {
      edges {
        node {
          id
          name
          isDefault
        }
      }
    }
  }
`);

const AddDocument = graphql(`
  mutation AddToGroups($input: UpdateUserInput!) {
    updateUser(input: $input) {
      user {
        id
        version
        memberships {
          role
          group {
            id
            name
          }
        }
      }
      undo {
        token
        expiresAt
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const touched = { touches: [...touchedByUndo, 'Group'] };

interface Props {
  user: CaredUser;
  onClose: () => void;
}

/** Puts a user into more groups; those that they are in stay. */
export function AddToGroup({ user, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const mayAdd = useCan()('GROUPS_WRITE');
  const takeBack = useTakeBack();
  const [picked, setPicked] = useState<Picked[]>([]);
  const [problem, setProblem] = useState<string>();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data: found, refetch } = useQuery(UserQuery, { id: user.id });
  const groups = useQuery(GroupsQuery, { search: search || null });
  const { run, isPending } = useMutation(AddDocument, touched);
  const known = found?.node?.__typename === 'User' ? found.node : undefined;
  const isOnItsWay = groups.isLoading || groups.isStale || search !== text.trim();
  const isIn = (groupId: string) => known?.memberships.some(({ group }) => group.id === groupId);
  const name = fullName(user);

  async function add() {
    if (picked.length === 0) return setProblem(t`Choose a group first.`);
    if (!known) return;
    try {
      const { undo, userErrors } = (await run({ input: groupsWith(known, picked) })).updateUser;
      if (userErrors[0]) {
        // Somebody changed them meanwhile: what they are now is what groups are added to.
        if (userErrors[0].code === 'CONFLICT') refetch();
        return setProblem(userErrors[0].message);
      }
      const names = picked.map((group) => group.name).join(', ');
      showToast({
        message: (
          <Trans>
            <strong>{name}</strong> was added to {names}.
          </Trans>
        ),
        undo: takeBack(undo),
      });
      onClose();
    } catch (thrown) {
      setProblem(asFailure(thrown).message);
    }
  }

  return (
    <Dialog
      title={t`Add to group`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {t`Add to group`}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Stack>
          {problem && picked.length > 0 && <Note tone="bad" role="alert" title={problem} />}
          <TagPicker
            label={t`Groups`}
            description={t`${name} stays in the groups that they are in.`}
            placeholder={mayAdd ? t`Find a group, or type a new name` : t`Find a group`}
            error={picked.length === 0 ? problem : undefined}
            options={(groups.data?.groups.edges ?? [])
              .map((edge) => edge.node)
              .filter((group) => !group.isDefault && !isIn(group.id))}
            onSearch={setText}
            isLoading={isOnItsWay}
            createLabel={mayAdd ? (typed) => t`Add "${typed}"` : undefined}
            value={picked}
            onChange={(next) => {
              setProblem(undefined);
              setPicked(next);
            }}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
