import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { useFormat } from '@/lib/format';
import { request } from '@/lib/request';
import { useDoing } from '@/lib/useDoing';
import { addPasskey, knowsPasskeys } from '@/parts/factors/passkeys';
import { useProof } from '@/parts/factors/useProof';
import { Button, Note, Row, Stack, TextField } from '@/ui';
import type { MyAccount } from './meQuery';

const RemoveDocument = graphql(`
  mutation RemovePasskey($input: IDInput!) {
    removePasskey(input: $input) {
      userErrors {
        code
        message
      }
    }
  }
`);

/** One's own passkeys: to add one on this device, and to take one away. */
export function MyPasskeys({ passkeys, refresh }: { passkeys: MyAccount['passkeys']; refresh: () => Promise<void> }) {
  const { t } = useLingui();
  const format = useFormat();
  const [name, setName] = useState('');
  const { trouble, isPending, doing } = useDoing();
  const { proving, dialog } = useProof();
  const add = () =>
    doing(async () => {
      const outcome = await proving(
        () => addPasskey(name),
        (answer) => (answer && 'refused' in answer ? answer.refused.code : undefined),
      );
      if (outcome && 'refused' in outcome) return outcome.refused.message;
      if (outcome) setName('');
      await refresh();
      return undefined;
    });
  const remove = (id: string) =>
    doing(async () => {
      const refused = await proving(
        async () => (await request(RemoveDocument, { input: { id } })).removePasskey.userErrors[0],
        (answer) => answer?.code,
      );
      await refresh();
      return refused?.message;
    });
  return (
    <>
      <h3>
        <Trans>Passkeys</Trans>
      </h3>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      {dialog}
      {passkeys.length > 0 ? (
        <Stack>
          {passkeys.map((passkey) => {
            const used = passkey.lastUsedAt && format.dateTime(passkey.lastUsedAt);
            const added = format.dateTime(passkey.createdAt);
            const called = passkey.name;
            return (
              <Row key={passkey.id} isApart>
                <div>
                  <div>{called}</div>
                  <small>{used ? t`Last used ${used}` : t`Added ${added}`}</small>
                </div>
                <Button
                  variant="quiet"
                  aria-label={t`Remove the passkey ${called}`}
                  onPress={() => void remove(passkey.id)}
                  isDisabled={isPending}
                >
                  <Trans>Remove</Trans>
                </Button>
              </Row>
            );
          })}
        </Stack>
      ) : (
        <p>
          <Trans>
            With a passkey you sign in by your finger, your face or the PIN of your device, without a password.
          </Trans>
        </p>
      )}
      {knowsPasskeys() && (
        <>
          <TextField
            label={t`Name of a new passkey`}
            description={t`So that you know it again, such as My phone.`}
            maxLength={60}
            value={name}
            onChange={setName}
          />
          <Button wide onPress={() => void add()} isPending={isPending}>
            {t`Add a passkey`}
          </Button>
        </>
      )}
    </>
  );
}
