import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import type { GroupScreenFragment as Group } from '@/gen/graphql';
import { useMutation } from '@/lib/hooks';
import { TextsForm } from '@/parts/texts/TextsForm';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { Card, Note, showToast } from '@/ui';
import styles from './About.module.css';
import { touched } from './touched';
import { type GroupText, useGroupTexts } from './useGroupTexts';

const UpdateDocument = graphql(`
  mutation UpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      group {
        id
        version
        name
        description
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

interface Props {
  group: Group;
  isEditing: boolean;
  refetch: () => void;
  onDone: () => void;
}

/** What a group is for, to read and to change; and what the Default group is. */
export function About({ group, isEditing, refetch, onDone }: Props) {
  const { t } = useLingui();
  if (!isEditing && !group.isDefault && !group.description) return null;
  return (
    <div className={styles.about}>
      {isEditing ? (
        <Card title={t`Details`}>
          <AboutForm group={group} refetch={refetch} onDone={onDone} />
        </Card>
      ) : (
        group.description && <p className={styles.description}>{group.description}</p>
      )}
      {group.isDefault && (
        <Note tone="info" title={<Trans>This is the group of everybody who is in no other.</Trans>}>
          <Trans>
            Whoever joins another group leaves it, and whoever leaves their last one comes back, by itself. So it keeps
            its name, can't be deleted, and has no managers. Only here can somebody be a Global Admin.
          </Trans>
        </Note>
      )}
    </div>
  );
}

function AboutForm({ group, refetch, onDone }: Omit<Props, 'isEditing'>) {
  const { t } = useLingui();
  const takeBack = useTakeBack();
  const { run } = useMutation(UpdateDocument, touched);
  const all = useGroupTexts();
  // The Default group keeps its name.
  const fields = group.isDefault ? all.filter(({ name }) => name !== 'name') : all;
  const values: Record<GroupText, string> = { name: group.name, description: group.description ?? '' };
  return (
    <TextsForm
      label={t`Details`}
      fields={fields}
      now={{ version: group.version, values }}
      outrun={t`Nothing was saved: somebody else changed this group in the meantime.`}
      refetch={refetch}
      send={async ({ name, ...changed }, version) => {
        const input = { id: group.id, version, ...changed, ...(name && { name }) };
        return (await run({ input })).updateGroup;
      }}
      onSaved={({ group: saved, undo }) => {
        const name = <strong>{saved?.name}</strong>;
        showToast({ message: <Trans>{name} was saved.</Trans>, undo: takeBack(undo) });
        onDone();
      }}
      onDone={onDone}
    />
  );
}
