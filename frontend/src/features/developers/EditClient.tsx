import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { Button, Note, showToast } from '@/ui';
import { ClientForm, fieldNames } from './ClientForm';
import { type Client, type ClientValues, inputOf, touchedByClients, valuesOf } from './clientsQuery';

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
  // What the form began with: what was saved elsewhere meanwhile is a conflict, and not written over.
  const [version, setVersion] = useState(client.version);
  const form = useForm<ClientValues>({ defaultValues: valuesOf(client), shouldFocusError: false });
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames,
    send: async (values: ClientValues) => {
      const payload = (await run({ input: { id: client.id, version, ...inputOf(values) } })).updateAPIClient;
      if (payload.userErrors.some(({ code }) => code === 'CONFLICT')) refetch();
      return payload;
    },
    onSaved: ({ apiClient }) => {
      if (!apiClient) return;
      setVersion(apiClient.version);
      showToast({ message: <Trans>{apiClient.name} was saved.</Trans> });
    },
  });
  const isStale = problems.some(({ complaint }) => complaint?.code === 'CONFLICT');
  return (
    <>
      {isStale && client.version !== version && (
        <Note
          tone="warn"
          title={<Trans>Somebody changed it meanwhile.</Trans>}
          actions={
            <Button
              onPress={() => {
                form.reset(valuesOf(client));
                setVersion(client.version);
              }}
            >{t`Load theirs`}</Button>
          }
        />
      )}
      <ClientForm
        {...{ form, onSubmit, problems, attempt, isPending }}
        label={client.name}
        submitLabel={t`Save API client`}
      />
    </>
  );
}
