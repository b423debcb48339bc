import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, Form, Link, PageTitle, PasswordField, TextField } from '@/ui';
import { goOn } from './afterSignIn';
import { PasskeyButton } from './PasskeyButton';
import { required } from '@/parts/public/checks';
import { Refusal } from '@/parts/public/Refusal';

const SignInDocument = graphql(`
  mutation SignInPage($input: SignInInput!) {
    signIn(input: $input) {
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
  login: required(() => i18n._(msg`Enter your email or login name.`)),
  password: required(() => i18n._(msg`Enter your password.`)),
};

/** Signs somebody in, and leads them back to where they wanted to go. */
export default function SignInPage() {
  const { t } = useLingui();
  const form = useSmallForm({ login: '', password: '' }, checks);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (input) => (await request(SignInDocument, { input })).signIn,
    onSaved: (payload, { password }) => goOn(payload, new URLSearchParams(location.search).get('next'), password),
  });
  return (
    <>
      <PageTitle title={t`Sign in`} />
      <Refusal problems={problems} attempt={attempt} />
      <Form onSubmit={onSubmit}>
        <TextField
          label={t`Email or login name`}
          autoComplete="username"
          autoFocus
          spellCheck="false"
          {...form.field('login')}
        />
        <PasswordField label={t`Password`} autoComplete="current-password" {...form.field('password')} />
        <Button type="submit" variant="primary" wide isPending={isPending}>
          <Trans>Sign in</Trans>
        </Button>
      </Form>
      <PasskeyButton />
      <p>
        <Link href={routes.forgot}>
          <Trans>Reset Password</Trans>
        </Link>
      </p>
    </>
  );
}
