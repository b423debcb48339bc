import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useFormat } from '@/lib/format';
import { useMutation, useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSettled } from '@/lib/settled';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Button, ComboBox, Dialog, Note, type Option, RadioGroup, showToast, Stack } from '@/ui';
import { touched } from './touched';

const DeleteDocument = graphql(`
  mutation DeleteGroup($input: DeleteGroupInput!) {
    deleteGroup(input: $input) {
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

const GroupsQuery = graphql(`
  query GroupsToMoveTo($search: String) {
    groups(first: 20, search: $search) {
      edges {
        node {
          id
          name
          description
          isDefault
        }
      }
    }
  }
`);

/** How many members the server moves before it answers; more move in the background. */
const atOnce = 500;

interface Props {
  group: { id: string; name: string; memberCount: number };
  onClose: () => void;
}

/** Asks where the members go before a group is deleted. */
export default function DeleteGroup({ group, onClose }: Props) {
  const { t } = useLingui();
  const { count } = useFormat();
  const [way, setWay] = useState('stay');
  const [to, setTo] = useState<Option | null>(null);
  const [problem, setProblem] = useState<string>();
  const { remove, isPending } = useDelete(group);
  const number = count(group.memberCount);
  const moves = way === 'move';

  async function confirm() {
    if (moves && !to) return setProblem(t`Choose a group first.`);
    setProblem(await remove(moves ? to : null));
  }

  return (
    <Dialog
      role="alertdialog"
      title={t`Delete ${group.name}?`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>{t`Cancel`}</Button>
          <Button variant="destroy" isPending={isPending} onPress={() => void confirm()}>
            {t`Delete`}
          </Button>
        </>
      }
    >
      <Stack>
        {problem && (!moves || to) && <Note tone="bad" role="alert" title={problem} />}
        {group.memberCount === 0 ? (
          <p>
            <Trans>Nobody is in it.</Trans>
          </p>
        ) : (
          <RadioGroup
            label={t`Where do the members go?`}
            value={way}
            onChange={(next) => {
              setWay(next);
              setProblem(undefined);
            }}
            options={[
              {
                id: 'stay',
                name: t`They stay in their other groups`,
                description: t`Whoever is in no other then is in the Default group.`,
              },
              {
                id: 'move',
                name: plural(group.memberCount, {
                  one: `Move ${number} member to another group`,
                  other: `Move ${number} members to another group`,
                }),
                description: t`As plain members; those who are in it already stay as they are.`,
              },
            ]}
          />
        )}
        {moves && (
          <GroupChoice
            count={group.memberCount}
            except={group.id}
            value={to}
            error={to ? undefined : problem}
            onChange={(next) => {
              setTo(next);
              setProblem(undefined);
            }}
          />
        )}
      </Stack>
    </Dialog>
  );
}

/** Deletes the group and leads back to the others; answers why it was not done. */
function useDelete(group: Props['group']) {
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const { run, isPending } = useMutation(DeleteDocument, touched);
  async function remove(to: Option | null): Promise<string | undefined> {
    try {
      const { userErrors, undo } = (await run({ input: { id: group.id, moveMembersToId: to?.id } })).deleteGroup;
      if (userErrors[0]) return userErrors[0].message;
      const [name, target] = [<strong key="name">{group.name}</strong>, to && <strong key="to">{to.name}</strong>];
      const message = target ? (
        <Trans>
          {name} was deleted; its members are moved to {target}.
        </Trans>
      ) : (
        <Trans>{name} was deleted.</Trans>
      );
      showToast({ message, undo: takeBack(undo) });
      void navigate(routes.groups);
      return undefined;
    } catch (thrown) {
      return asFailure(thrown).message;
    }
  }
  return { remove, isPending };
}

interface GroupChoiceProps {
  count: number;
  /** The group that is deleted. */
  except: string;
  value: Option | null;
  error: string | undefined;
  onChange: (group: Option | null) => void;
}

function GroupChoice({ count, except, value, error, onChange }: GroupChoiceProps) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const { data, isLoading, isStale } = useQuery(GroupsQuery, { search: search || null });
  const groups = (data?.groups.edges ?? []).map(({ node }) => node);
  return (
    <ComboBox
      label={t`Move them to`}
      description={count > atOnce && t`So many move within minutes.`}
      options={groups
        .filter(({ id, isDefault }) => id !== except && !isDefault)
        .map(({ id, name, description }) => ({ id, name, description: description ?? undefined }))}
      onSearch={setText}
      isLoading={isLoading || isStale || search !== text.trim()}
      error={error}
      value={value}
      onChange={onChange}
    />
  );
}
