import { Trans, useLingui } from '@lingui/react/macro';
import { MailX } from 'lucide-react';
import { useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { useMutation } from '@/lib/hooks';
import { Button, Confirm, showToast } from '@/ui';

const RevokeDocument = graphql(`
  mutation RevokeInvitation($input: UserIDInput!) {
    revokeInvitation(input: $input) {
      user {
        id
        account {
          state
          linkExpiresAt
          revokedAt
        }
        messages(first: 1) {
          edges {
            node {
              id
              state
              linkState
            }
          }
        }
      }
      userErrors {
        message
      }
    }
  }
`);

/** **Revoke invitation**: its link stops working at once, and nobody but an administrator sends another. */
export function RevokeInvitation({ userId, address }: { userId: string; address: string }) {
  const { t } = useLingui();
  const { run } = useMutation(RevokeDocument);
  const [isAsking, setAsking] = useState(false);
  async function revoke() {
    try {
      const { userErrors } = (await run({ input: { userId } })).revokeInvitation;
      showToast(
        userErrors[0]
          ? { message: userErrors[0].message, tone: 'bad' }
          : { message: t`The invitation was taken back.` },
      );
    } catch (thrown) {
      showToast({ message: asFailure(thrown).message, tone: 'bad' });
    }
  }
  return (
    <>
      <Button icon={MailX} onPress={() => setAsking(true)}>
        {t`Revoke invitation`}
      </Button>
      <Confirm
        title={t`Revoke the invitation of ${address}?`}
        isOpen={isAsking}
        isDestructive
        confirmLabel={t`Revoke`}
        onClose={() => setAsking(false)}
        onConfirm={revoke}
      >
        <Trans>Its link stops working, and they cannot send themselves another. You can invite them again.</Trans>
      </Confirm>
    </>
  );
}
