import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { Button, Confirm, LinkButton, showToast } from '@/ui';
import { type Client, touchedByClients } from './clientsQuery';
import { TokenDialog } from './TokenDialog';

const RotateDocument = graphql(`
  mutation RotateClient($input: IDInput!) {
    rotateAPIClient(input: $input) {
      apiClient {
        id
        version
        tokenPrefix
        previousTokenUntil
      }
      token
      userErrors {
        message
      }
    }
  }
`);

const RevokeDocument = graphql(`
  mutation RevokeClient($input: IDInput!) {
    revokeAPIClient(input: $input) {
      apiClient {
        id
        version
        revokedAt
      }
      userErrors {
        message
      }
    }
  }
`);

/** Says why not, where the server refused; the question stays open for a failure that may pass. */
async function orSay<P extends { userErrors: readonly { message: string }[] }>(send: () => Promise<P>) {
  try {
    const payload = await send();
    if (payload.userErrors.length === 0) return payload;
    showToast({ message: payload.userErrors[0]!.message });
  } catch (thrown) {
    showToast({ message: asFailure(thrown).message });
  }
  return undefined;
}

/** **View as this client**, **Rotate…** and **Revoke…**. */
export function ClientActions({ client, isInForce }: { client: Client; isInForce: boolean }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<'rotate' | 'revoke'>();
  const [token, setToken] = useState<string>();
  const rotation = useMutation(RotateDocument, touchedByClients);
  const revocation = useMutation(RevokeDocument, touchedByClients);
  const input = { id: client.id };

  async function rotate() {
    const done = await orSay(async () => (await rotation.run({ input })).rotateAPIClient);
    if (done?.token) setToken(done.token);
  }

  async function revoke() {
    const done = await orSay(async () => (await revocation.run({ input })).revokeAPIClient);
    if (done) showToast({ message: <Trans>{client.name} was revoked.</Trans> });
  }

  return (
    <>
      {isInForce && <LinkButton href={routes.viewAsClient(client.id)}>{t`View as this client`}</LinkButton>}
      <Button onPress={() => setAsking('rotate')}>{t`Rotate…`}</Button>
      <Button variant="danger" onPress={() => setAsking('revoke')}>{t`Revoke…`}</Button>
      <Confirm
        title={t`Give ${client.name} a new token?`}
        isOpen={asking === 'rotate'}
        onClose={() => setAsking(undefined)}
        confirmLabel={t`Rotate`}
        onConfirm={rotate}
      >
        <p>
          <Trans>
            The new token works at once. The present one works for one more day, so that nothing breaks meanwhile; if
            somebody else has it, revoke this client and make a new one.
          </Trans>
        </p>
      </Confirm>
      <Confirm
        title={t`Revoke ${client.name}?`}
        isOpen={asking === 'revoke'}
        onClose={() => setAsking(undefined)}
        confirmLabel={t`Revoke`}
        isDestructive
        onConfirm={revoke}
      >
        <p>
          <Trans>Its tokens are refused from the next request on. This can't be undone.</Trans>
        </p>
      </Confirm>
      {token && <TokenDialog name={client.name} token={token} isRotated onClose={() => setToken(undefined)} />}
    </>
  );
}
