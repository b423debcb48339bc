import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Check, Copy, WandSparkles } from 'lucide-react';
import { useId, useState } from 'react';
import { graphql } from '@/gen';
import { fullName } from '@/lib/format';
import { useMutation } from '@/lib/hooks';
import { longestPassword, shortestPassword, usePasswordRules } from '@/lib/password';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, Dialog, Note, PasswordField, Stack, TextField } from '@/ui';
import type { CaredUser } from '../cared';
import { generatePassword } from './generatePassword';

const ChangePasswordDocument = graphql(`
  mutation SetTemporaryPassword($input: SetTemporaryPasswordInput!) {
    setTemporaryPassword(input: $input) {
      user {
        id
        version
        account {
          state
        }
      }
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

/** What is wrong with a password, as far as the page can tell. */
function check(text: string): string | undefined {
  const length = [...text].length;
  if (length === 0) return i18n._(msg`Type a password, or generate one.`);
  if (text.trimEnd() !== text) return i18n._(msg`Remove the space at the end.`);
  if (text.trimStart() !== text) return i18n._(msg`Remove the space at the start.`);
  if (length < shortestPassword) return i18n._(msg`Use at least ${shortestPassword} characters.`);
  if (length > longestPassword) return i18n._(msg`Use at most ${longestPassword} characters.`);
  return undefined;
}

interface Props {
  user: CaredUser;
  onClose: () => void;
}

/** **Change Password**: a temporary one, to be handed over in person. Once it is set, it is shown this one time. */
export function ChangePassword({ user, onClose }: Props) {
  const { t } = useLingui();
  const [given, setGiven] = useState<string>();
  const name = fullName(user);
  return given === undefined ? (
    <Choice user={user} onClose={onClose} onDone={setGiven} />
  ) : (
    <Dialog
      title={t`Password changed`}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t`Done`}
        </Button>
      }
    >
      <Note
        tone="ok"
        role="status"
        title={<Trans>The password of {name} was changed. The new one works at once, the old one no longer.</Trans>}
      >
        <Trans>
          Hand it over in person: it is not mailed, and not shown again. It works for 24 hours and must be changed at
          the first sign-in.
        </Trans>
      </Note>
      <ToHandOver password={given} />
    </Dialog>
  );
}

function Choice({ user, onClose, onDone }: Props & { onDone: (password: string) => void }) {
  const { t } = useLingui();
  const id = useId();
  const { run } = useMutation(ChangePasswordDocument, { touches: ['Change', 'ChangeConnection', 'Message'] });
  const form = useSmallForm({ password: '' }, { password: check });
  const password = form.field('password');
  const { rules } = usePasswordRules(password.value);
  const { onSubmit, problems, isPending } = useSubmission({
    form,
    send: async ({ password }) => (await run({ input: { userId: user.id, password } })).setTemporaryPassword,
    onSaved: (_payload, { password }) => onDone(password),
  });
  const general = problems.find((problem) => !problem.field);
  const name = fullName(user);
  return (
    <Dialog
      title={t`Change Password`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button type="submit" form={id} variant="primary" isPending={isPending}>
            {t`Change Password`}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={onSubmit}>
        <Stack>
          {general && <Note tone="bad" role="alert" title={general.message} />}
          <p>
            <Trans>
              A temporary password for <strong>{name}</strong>, to be handed over in person. It works at once, for 24
              hours, and must be changed at the first sign-in. Their present password stops working, and they are signed
              out everywhere. No mail is sent.
            </Trans>
          </p>
          <PasswordField
            label={t`Temporary password`}
            autoComplete="new-password"
            autoFocus
            rules={rules}
            {...password}
          />
          <div>
            <Button icon={WandSparkles} onPress={() => password.onChange(generatePassword())}>
              {t`Generate`}
            </Button>
          </div>
        </Stack>
      </form>
    </Dialog>
  );
}

function ToHandOver({ password }: { password: string }) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  // Browsers give pages the clipboard over https and on this machine only.
  const { clipboard } = navigator as { clipboard?: Clipboard };
  return (
    <>
      <TextField label={t`Temporary password`} isReadOnly spellCheck={false} value={password} />
      {clipboard && (
        <div>
          <Button
            icon={isCopied ? Check : Copy}
            onPress={() =>
              void clipboard.writeText(password).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            {isCopied ? t`Copied` : t`Copy`}
          </Button>
        </div>
      )}
    </>
  );
}
