import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { enterHub } from '@/lib/navigation';
import { usePasswordRules } from '@/lib/password';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, FieldGrid, Form, Link, LinkButton, PageTitle, PasswordField, TextField } from '@/ui';
import { checkNewPassword, required } from '@/parts/public/checks';
import { setUpToken } from '@/lib/linkToken';
import { deadStateOf } from './linkState';
import { Refusal } from '@/parts/public/Refusal';

const SetUpDocument = graphql(`
  mutation SetUpPage($input: SetUpInput!) {
    setUp(input: $input) {
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

const checks = {
  email: required(() => i18n._(msg`Enter your email.`)),
  firstName: required(() => i18n._(msg`Enter your first name.`)),
  lastName: required(() => i18n._(msg`Enter your last name.`)),
  password: checkNewPassword,
};

/** Makes the first administrator, once, with the token of the link that the server printed when it started. */
export default function SetUpPage() {
  const { t } = useLingui();
  const [token] = useState(setUpToken);
  const [isDead, setDead] = useState(!token);
  const form = useSmallForm({ email: '', firstName: '', lastName: '', password: '' }, checks);
  const { rules } = usePasswordRules(form.getValues().password);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (values) => {
      const payload = (await request(SetUpDocument, { input: { token, ...values } })).setUp;
      if (deadStateOf(payload.userErrors)) setDead(true);
      return payload;
    },
    onSaved: () => enterHub(routes.home),
  });

  if (isDead) {
    return (
      <>
        <PageTitle
          title={t`This set-up link does not work`}
          lead={
            <Trans>
              It works once, for the first administrator. Portico prints a new one when it starts, as long as there is
              none.
            </Trans>
          }
        />
        <LinkButton href={routes.signIn} variant="primary" wide>
          {t`Sign in`}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <PageTitle title={t`Set up Portico`} lead={<Trans>Make yourself the first administrator.</Trans>} />
      <Refusal problems={problems} attempt={attempt} />
      <Form onSubmit={onSubmit}>
        <TextField
          label={t`Email`}
          type="email"
          autoComplete="username"
          autoFocus
          isRequired
          {...form.field('email')}
        />
        <FieldGrid>
          <TextField label={t`First Name`} autoComplete="given-name" isRequired {...form.field('firstName')} />
          <TextField label={t`Last Name`} autoComplete="family-name" isRequired {...form.field('lastName')} />
        </FieldGrid>
        <PasswordField
          label={t`Password`}
          autoComplete="new-password"
          isRequired
          rules={rules}
          {...form.field('password')}
        />
        <Button type="submit" variant="primary" wide isPending={isPending}>
          <Trans>Create administrator</Trans>
        </Button>
      </Form>
      <p>
        <Link href={routes.signIn}>
          <Trans>I have an account already</Trans>
        </Link>
      </p>
    </>
  );
}
