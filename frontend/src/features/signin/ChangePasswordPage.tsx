import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { usePasswordRules } from '@/lib/password';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, Form, Link, PageTitle, PasswordField } from '@/ui';
import { goOn } from './afterSignIn';
import { checkNewPassword, required } from '@/parts/public/checks';
import { Refusal } from '@/parts/public/Refusal';
import { forgetTemporary, temporaryPassword } from './temporary';

const ChangePasswordDocument = graphql(`
  mutation ChangePasswordPage($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      viewer {
        permissions
        managedGroups {
          id
        }
      }
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

const checks = {
  currentPassword: required(() => i18n._(msg`Enter the password that you were given.`)),
  newPassword: checkNewPassword,
};

/** Replaces a temporary password: whoever signed in with one gets no further without. */
export default function ChangePasswordPage() {
  const { t } = useLingui();
  // Asked for only where this page was loaded anew since the sign-in.
  const [known] = useState(temporaryPassword);
  const form = useSmallForm({ currentPassword: known ?? '', newPassword: '' }, checks);
  const newPassword = form.field('newPassword');
  const { rules } = usePasswordRules(newPassword.value);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (input) => (await request(ChangePasswordDocument, { input })).changePassword,
    onSaved: (payload) => {
      forgetTemporary();
      goOn(payload, new URLSearchParams(location.search).get('next'));
    },
  });
  return (
    <>
      <PageTitle
        title={t`Choose a new password`}
        lead={
          <Trans>You signed in with a temporary password. Choose your own to go on; nobody else gets to know it.</Trans>
        }
      />
      <Refusal problems={problems} attempt={attempt} />
      <Form onSubmit={onSubmit}>
        {known === undefined && (
          <PasswordField
            label={t`Temporary password`}
            autoComplete="current-password"
            {...form.field('currentPassword')}
          />
        )}
        <PasswordField label={t`New password`} autoComplete="new-password" autoFocus rules={rules} {...newPassword} />
        <Button type="submit" variant="primary" wide isPending={isPending}>
          <Trans>Save password</Trans>
        </Button>
      </Form>
      <p>
        <Link href={routes.signIn}>
          <Trans>Sign in as somebody else</Trans>
        </Link>
      </p>
    </>
  );
}
