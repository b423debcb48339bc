import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, Form, Link, PageTitle, TextField } from '@/ui';
import { CheckYourEmail } from '@/parts/public/CheckYourEmail';
import { required } from '@/parts/public/checks';
import { Refusal } from '@/parts/public/Refusal';

const ForgotDocument = graphql(`
  mutation ForgotPage($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      accepted
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

const checks = { login: required(() => i18n._(msg`Enter your email or login name.`)) };

/** Sends a link to choose a new password. Its answer is the same whether or not the address is known. */
export default function ForgotPage() {
  const { t } = useLingui();
  const [askedFor, setAskedFor] = useState<string>();
  const form = useSmallForm({ login: '' }, checks);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (input) => (await request(ForgotDocument, { input })).requestPasswordReset,
    onSaved: (_, { login }) => setAskedFor(login.trim()),
  });

  if (askedFor !== undefined) {
    return (
      <>
        <CheckYourEmail
          lead={
            <Trans>
              If <strong>{askedFor}</strong> has an account here, an email with a link to choose a new password is on
              its way.
            </Trans>
          }
        />
        <Button wide onPress={() => setAskedFor(undefined)}>
          <Trans>Try another address</Trans>
        </Button>
        <p>
          <Link href={routes.signIn}>
            <Trans>Back to sign-in</Trans>
          </Link>
        </p>
      </>
    );
  }

  return (
    <>
      <PageTitle
        title={t`Reset Password`}
        lead={<Trans>We send you an email with a link to choose a new password.</Trans>}
      />
      <Refusal problems={problems} attempt={attempt} />
      <Form onSubmit={onSubmit}>
        <TextField
          label={t`Email or login name`}
          autoComplete="username"
          autoFocus
          spellCheck="false"
          {...form.field('login')}
        />
        <Button type="submit" variant="primary" wide isPending={isPending}>
          <Trans>Send me a link</Trans>
        </Button>
      </Form>
      <p>
        <Link href={routes.signIn}>
          <Trans>Back to sign-in</Trans>
        </Link>
      </p>
    </>
  );
}
