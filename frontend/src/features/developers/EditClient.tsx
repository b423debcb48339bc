import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { SaveProblems } from '@/parts/conflict/SaveProblems';
import { useVersions } from '@/parts/conflict/useVersions';
import { showToast } from '@/ui';
import { ClientForm, fieldNames } from './ClientForm';
import { type Client, type ClientValues, inputOf, touchedByClients, valuesOf } from './clientsQuery';
import { useClientText } from './useClientText';

const UpdateDocument = graphql(`
  mutation EditClient($input: UpdateAPIClientInput!) {
    updateAPIClient(input: $input) {
      apiClient {
        id
        version
        name
      }
      userErrors {
        code
        field
        message
        relatedId
      }
      warnings {
        code
        field
        message
        relatedId
      }
    }
  }
`);

/** Changes an API client; its token stays. */
export function EditClient({ client, refetch }: { client: Client; refetch: () => void }) {
  const { t } = useLingui();
  const { run } = useMutation(UpdateDocument, touchedByClients);
  const now = { version: client.version, values: valuesOf(client) };
  const form = useForm<ClientValues>({ defaultValues: now.values, shouldFocusError: false });
  const versions = useVersions(form, now);
  const { base, begin } = versions;
  const words = useClientText();
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames,
    send: async (values: ClientValues) =>
      (await run({ input: { id: client.id, version: base.version, ...inputOf(values) } })).updateAPIClient,
    onSaved: ({ apiClient }, values) => {
      if (!apiClient) return;
      begin({ version: apiClient.version, values: { ...values, name: apiClient.name } });
      showToast({ message: <Trans>{apiClient.name} was saved.</Trans> });
    },
  });
  return (
    <ClientForm
      {...{ form, onSubmit, isPending }}
      label={client.name}
      submitLabel={t`Save API client`}
      problems={
        <SaveProblems
          {...{ versions, problems, attempt, refetch, words }}
          outrun={t`Nothing was saved: somebody else changed this API client in the meantime.`}
        />
      }
    />
  );
}
