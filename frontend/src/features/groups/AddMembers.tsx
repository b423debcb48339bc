import { useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { graphql } from '@/gen';
import { fullName } from '@/lib/format';
import { useFound } from '@/parts/search/useFound';
import { Button, Dialog, Form, Note, type Option, type Picked, TagPicker } from '@/ui';
import { useMembers } from './useMembers';

const UsersQuery = graphql(`
  query UsersToAdd($search: String) {
    users(first: 20, filter: { search: $search }) {
      edges {
        node {
          id
          firstName
          lastName
          email
          isGlobalAdmin
          memberships {
            group {
              id
            }
          }
        }
      }
    }
  }
`);

/** Users to choose from, found while typing; whoever can't be chosen stands there with the reason. */
function useUserOptions(text: string, groupId: string) {
  const { t } = useLingui();
  const { data, isLoading } = useFound(UsersQuery, text, {});
  const options = (data?.users.edges ?? []).map(({ node }): Option => {
    const isIn = node.memberships.some(({ group }) => group.id === groupId);
    return {
      id: node.id,
      name: fullName(node),
      description: node.email,
      isDisabled: isIn || node.isGlobalAdmin,
      reason: isIn ? t`In this group already.` : t`A Global Admin stays in the Default group.`,
    };
  });
  return { options, isLoading };
}

interface Props {
  group: { id: string; name: string };
  onClose: () => void;
}

/** Puts users into a group, several at once. */
export default function AddMembers({ group, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState('');
  const { options, isLoading } = useUserOptions(text, group.id);
  const [picked, setPicked] = useState<Picked[]>([]);
  const [problem, setProblem] = useState<string>();
  const [isPending, setPending] = useState(false);
  const { add } = useMembers(group);

  async function save() {
    if (picked.length === 0) return setProblem(t`Choose a user first.`);
    if (isPending) return;
    setPending(true);
    const refusal = await add(picked);
    setPending(false);
    setProblem(refusal);
    if (!refusal) onClose();
  }

  return (
    <Dialog
      title={t`Add members to ${group.name}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {t`Add members`}
          </Button>
        </>
      }
    >
      <Form
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {problem && picked.length > 0 && <Note tone="bad" role="alert" title={problem} />}
        <TagPicker
          label={t`Users`}
          placeholder={t`Name, email, login, company, phone`}
          description={t`They stay in the groups that they are in.`}
          error={picked.length === 0 ? problem : undefined}
          options={options}
          onSearch={setText}
          isLoading={isLoading}
          value={picked}
          onChange={(next) => {
            setProblem(undefined);
            setPicked(next);
          }}
        />
      </Form>
    </Dialog>
  );
}
