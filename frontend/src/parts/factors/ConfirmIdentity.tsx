import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { graphql } from '@/gen';
import type { FactorProvider } from '@/gen/graphql';
import { request } from '@/lib/request';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { useAnswer } from '@/lib/useAnswer';
import { useDoing } from '@/lib/useDoing';
import { Refusal } from '@/parts/public/Refusal';
import { Button, Dialog, Form, Note, PasswordField, Skeleton, Stack } from '@/ui';
import { CodeField } from './CodeField';
import { knowsPasskeys, showPasskey } from './passkeys';

const WaysDocument = graphql(`
  query ConfirmIdentityWays {
    viewer {
      user {
        account {
          loginName
          factorProvider
          passkeys {
            id
          }
        }
      }
    }
  }
`);

const ProveDocument = graphql(`
  mutation ConfirmIdentity($input: ProveIdentityInput!) {
    proveIdentity(input: $input) {
      nextStep
      factorProvider
      userErrors {
        code
        field
        message
      }
      warnings {
        code
        message
      }
    }
  }
`);

interface Props {
  onClose: () => void;
  onProved: () => void;
}

/** Asks again who somebody is, by what their sign-in asks for; a passkey is enough. */
export default function ConfirmIdentity({ onClose, onProved }: Props) {
  const { t } = useLingui();
  const id = useId();
  const { data, failure, ask } = useAnswer('ways', async () => (await request(WaysDocument, {})).viewer.user?.account);
  const [wanted, setWanted] = useState<FactorProvider>('NONE');
  const isCoded = wanted === 'TOTP' || wanted === 'EMAIL';
  const isByPasskey = wanted === 'PASSKEY' || (data?.factorProvider === 'PASSKEY' && data.passkeys.length > 0);
  const form = useSmallForm(
    { password: '', code: '' },
    {
      password: (text) => (text ? undefined : t`Enter your password.`),
      code: (text) => (text.trim() || !isCoded ? undefined : t`Enter the code.`),
    },
  );
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async ({ password, code }) =>
      (await request(ProveDocument, { input: { password, code: code || null } })).proveIdentity,
    onSaved: ({ nextStep, factorProvider }) => {
      if (nextStep === 'VERIFY_FACTOR' && factorProvider) setWanted(factorProvider);
      else onProved();
    },
  });
  return (
    <Dialog
      title={t`Confirm it's you`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          {data && !isByPasskey && (
            <Button type="submit" form={id} variant="primary" isPending={isPending}>
              {t`Confirm`}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        <p>
          <Trans>You signed in some time ago. Before this is changed, show that it is really you.</Trans>
        </p>
        {failure && (
          <Note tone="bad" role="alert" title={failure.message} actions={<Button onPress={ask}>{t`Retry`}</Button>} />
        )}
        {!data && !failure && <Skeleton lines={2} />}
        {data && !isByPasskey && (
          <>
            <Refusal problems={problems} attempt={attempt} />
            <Form id={id} onSubmit={(event) => void onSubmit(event)}>
              {/* For password managers: whose password this is. */}
              <input type="text" name="username" autoComplete="username" value={data.loginName} readOnly hidden />
              {isCoded ? (
                <CodeField
                  description={
                    wanted === 'EMAIL'
                      ? t`We sent six digits to your account email. They work for ten minutes.`
                      : t`Of your authenticator app, or one of your recovery codes.`
                  }
                  {...form.field('code')}
                />
              ) : (
                <PasswordField
                  label={t`Password`}
                  autoComplete="current-password"
                  autoFocus
                  {...form.field('password')}
                />
              )}
            </Form>
          </>
        )}
        {data && (isByPasskey || (data.passkeys.length > 0 && !isCoded)) && (
          <ByPasskey isAlone={isByPasskey} onProved={onProved} />
        )}
      </Stack>
    </Dialog>
  );
}

/** Shows a passkey, which says by itself whose it is. */
function ByPasskey({ isAlone, onProved }: { isAlone: boolean; onProved: () => void }) {
  const { t } = useLingui();
  const { trouble, isPending, doing } = useDoing();
  if (!knowsPasskeys())
    return isAlone && <Note tone="bad" role="alert" title={t`This browser knows no passkeys. Use a newer one.`} />;
  const show = () =>
    doing(async () => {
      const shown = await showPasskey();
      if (!shown) return undefined;
      if ('refused' in shown) return shown.refused.message;
      const refused = (await request(ProveDocument, { input: { credential: shown.answer } })).proveIdentity
        .userErrors[0];
      if (!refused) onProved();
      return refused?.message;
    });
  return (
    <>
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      <Button wide variant={isAlone ? 'primary' : 'default'} onPress={() => void show()} isPending={isPending}>
        {t`Use a passkey`}
      </Button>
    </>
  );
}
