import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { graphql } from '@/gen';
import { useSubmission } from '@/lib/forms';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff, useViewer } from '@/lib/viewer';
import { ErrorSummary, PageBody, PageHeader } from '@/ui';
import { ClientForm, fieldNames } from './ClientForm';
import { ClientsOff } from './ClientsOff';
import { type ClientValues, emptyClient, inputOf, touchedByClients } from './clientsQuery';
import { TokenDialog } from './TokenDialog';

const CreateDocument = graphql(`
  mutation NewClientPage($input: CreateAPIClientInput!) {
    createAPIClient(input: $input) {
      apiClient {
        id
        name
      }
      token
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

/** A new API client, whose token is shown once. */
export default function NewClientPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { permissions, reach } = useViewer();
  const isOn = useSwitchedOff('API_CLIENTS') === undefined;
  const [made, setMade] = useState<{ id: string; name: string; token: string }>();
  const { run } = useMutation(CreateDocument, touchedByClients);
  const form = useForm<ClientValues>({
    defaultValues: { ...emptyClient, reach, scopes: emptyClient.scopes.filter((scope) => permissions.includes(scope)) },
    shouldFocusError: false,
  });
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    fieldNames,
    send: async (values: ClientValues) => (await run({ input: inputOf(values) })).createAPIClient,
    onSaved: ({ apiClient, token }) => {
      if (apiClient && token) setMade({ ...apiClient, token });
    },
  });
  return (
    <>
      <PageHeader title={t`New API client`} back={{ href: routes.clients, label: t`Back to the API clients` }} />
      <PageBody layout="narrow">
        {isOn ? (
          <ClientForm
            {...{ form, onSubmit, isPending }}
            problems={<ErrorSummary problems={problems} attempt={attempt} />}
            label={t`New API client`}
            submitLabel={t`Create API client`}
          />
        ) : (
          <ClientsOff />
        )}
      </PageBody>
      {made && (
        <TokenDialog
          name={made.name}
          token={made.token}
          onClose={() => void navigate(routes.client(made.id), { replace: true })}
        />
      )}
    </>
  );
}
