import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { usePasswordRules } from '@/lib/password';
import { request } from '@/lib/request';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { checkNewPassword, required } from '@/parts/public/checks';
import { Refusal } from '@/parts/public/Refusal';
import { Button, Form, Note, PasswordField } from '@/ui';

const MyPasswordDocument = graphql(`
  mutation ChangeMyPassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      nextStep
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

const empty = { currentPassword: '', newPassword: '' };
const checks = {
  currentPassword: required(() => i18n._(msg`Enter your present password.`)),
  newPassword: checkNewPassword,
};

/** Replaces one's own password: every other browser is signed out. */
export function MyPassword({ login, refresh }: { login: string; refresh: () => Promise<void> }) {
  const { t } = useLingui();
  const [isSaved, setSaved] = useState(false);
  const form = useSmallForm(empty, checks);
  const newPassword = form.field('newPassword');
  const { rules } = usePasswordRules(newPassword.value);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (input) => {
      setSaved(false);
      return (await request(MyPasswordDocument, { input })).changePassword;
    },
    onSaved: async () => {
      form.reset(empty);
      setSaved(true);
      await refresh();
    },
  });
  return (
    <>
      <h2>
        <Trans>Password</Trans>
      </h2>
      <Refusal problems={problems} attempt={attempt} />
      <Form onSubmit={onSubmit}>
        {/* For password managers: whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <PasswordField label={t`Present password`} autoComplete="current-password" {...form.field('currentPassword')} />
        <PasswordField
          label={t`New password`}
          autoComplete="new-password"
          description={t`Every other browser is signed out.`}
          rules={rules}
          {...newPassword}
        />
        <Button type="submit" wide isPending={isPending}>
          <Trans>Change password</Trans>
        </Button>
      </Form>
      {isSaved && <Note tone="ok" role="status" title={t`Your password is changed.`} />}
    </>
  );
}
