import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { TextsDialog } from '@/parts/texts/TextsDialog';
import { useTakeBack } from '@/parts/undo/useTakeBack';
import { showToast } from '@/ui';
import { touched } from './touched';
import { useGroupTexts } from './useGroupTexts';

const CreateDocument = graphql(`
  mutation NewGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
        id
        name
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

const empty = { version: 0, values: { name: '', description: '' } };

/** Makes a group, and leads to it. */
export function NewGroup({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const takeBack = useTakeBack();
  const { run } = useMutation(CreateDocument, touched);
  return (
    <TextsDialog
      title={t`New Group`}
      saveLabel={t`Save Group`}
      fields={useGroupTexts()}
      now={empty}
      send={async ({ name, description }) => (await run({ input: { name: name ?? '', description } })).createGroup}
      onSaved={({ group, undo }) => {
        if (!group) return;
        const name = <strong>{group.name}</strong>;
        showToast({ message: <Trans>{name} was created.</Trans>, undo: takeBack(undo) });
        void navigate(routes.group(group.id), { replace: true });
      }}
      onClose={onClose}
    />
  );
}
