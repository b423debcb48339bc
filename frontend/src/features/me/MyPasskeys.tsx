import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { useFormat } from '@/lib/format';
import { request } from '@/lib/request';
import { useDoing } from '@/lib/useDoing';
import { addPasskey, knowsPasskeys } from '@/parts/factors/passkeys';
import { Button, Note, Row, Stack, TextField } from '@/ui';
import type { MyAccount } from './meQuery';

const RemoveDocument = graphql(`
  mutation RemovePasskey($input: IDInput!) {
    removePasskey(input: $input) {
      userErrors {
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
  const add = () =>
    doing(async () => {
      const outcome = await addPasskey(name);
      if (outcome && 'refused' in outcome) return outcome.refused;
      if (outcome) setName('');
      await refresh();
      return undefined;
    });
  const remove = (id: string) =>
    doing(async () => {
      const refused = (await request(RemoveDocument, { input: { id } })).removePasskey.userErrors[0];
      await refresh();
      return refused?.message;
    });
  return (
    <>
      <h3>
        <Trans>Passkeys</Trans>
      </h3>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
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
