import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, Form, Link, PageTitle } from '@/ui';
import { goOn } from './afterSignIn';
import { required } from '@/parts/public/checks';
import { CodeField } from '@/parts/factors/CodeField';
import { PasskeyButton } from './PasskeyButton';
import { Refusal } from '@/parts/public/Refusal';

const VerifyFactorDocument = graphql(`
  mutation FactorPage($input: VerifyFactorInput!) {
    verifyFactor(input: $input) {
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

const checks = { code: required(() => i18n._(msg`Enter the code.`)) };

/** The second factor of a sign-in: a code of the app, of the email, or a recovery code. */
export default function FactorPage() {
  const { t } = useLingui();
  const query = new URLSearchParams(location.search);
  const isMailed = query.get('by') === 'email';
  const form = useSmallForm({ code: '' }, checks);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async (input) => (await request(VerifyFactorDocument, { input })).verifyFactor,
    onSaved: (payload) => goOn(payload, query.get('next')),
  });
  if (query.get('by') === 'passkey')
    return (
      <>
        <PageTitle
          title={t`Show your passkey`}
          lead={<Trans>Your device asks for your finger, your face or its PIN.</Trans>}
        />
        <PasskeyButton variant="primary" />
        <p>
          <Trans>Without the device, ask your administrator: they can reset it, and you enrol another.</Trans>
        </p>
        <p>
          <Link href={routes.signIn}>
            <Trans>Sign in as somebody else</Trans>
          </Link>
        </p>
      </>
    );
  return (
    <>
      <PageTitle
        title={t`Enter the code`}
        lead={
          isMailed ? (
            <Trans>We sent six digits to your account email. They work for ten minutes.</Trans>
          ) : (
            <Trans>Open your authenticator app and enter the six digits that it shows.</Trans>
          )
        }
      />
      <Refusal problems={problems} attempt={attempt} />
      <Form onSubmit={onSubmit}>
        <CodeField
          description={isMailed ? undefined : t`Without the app, enter one of your recovery codes.`}
          {...form.field('code')}
        />
        <Button type="submit" variant="primary" wide isPending={isPending}>
          <Trans>Sign in</Trans>
        </Button>
      </Form>
      <p>
        <Link href={routes.signIn}>
          {isMailed ? <Trans>Sign in again for a new code</Trans> : <Trans>Sign in as somebody else</Trans>}
        </Link>
      </p>
    </>
  );
}
