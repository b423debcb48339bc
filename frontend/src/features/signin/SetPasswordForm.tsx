import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gen';
import type { LinkState } from '@/gen/graphql';
import { usePasswordRules } from '@/lib/password';
import { request } from '@/lib/request';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, Form, PageTitle, PasswordField } from '@/ui';
import { goOn } from './afterSignIn';
import { checkNewPassword } from '@/parts/public/checks';
import { deadStateOf } from './linkState';
import { Refusal } from '@/parts/public/Refusal';

const SetPasswordDocument = graphql(`
  mutation SetPasswordForm($input: SetPasswordInput!) {
    setPassword(input: $input) {
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

interface Props {
  token: string;
  /** The person has had no password so far. */
  isFirst: boolean;
  /** The link stopped working while the form was open. */
  onDead: (state: LinkState) => void;
}

/** Chooses a password, and signs in with it. */
export function SetPasswordForm({ token, isFirst, onDead }: Props) {
  const { t } = useLingui();
  const form = useSmallForm({ password: '' }, { password: checkNewPassword });
  const password = form.field('password');
  const { rules } = usePasswordRules(password.value);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: async ({ password }) => {
      const payload = (await request(SetPasswordDocument, { input: { token, password } })).setPassword;
      const dead = deadStateOf(payload.userErrors);
      if (dead) onDead(dead);
      return payload;
    },
    onSaved: (payload) => goOn(payload),
  });
  return (
    <>
      <PageTitle
        title={isFirst ? t`Choose a password` : t`Choose a new password`}
        lead={
          isFirst ? (
            <Trans>You are signed in with it right away.</Trans>
          ) : (
            <Trans>The old one stops working, and every other device is signed out.</Trans>
          )
        }
      />
      <Refusal problems={problems} attempt={attempt} />
      <Form onSubmit={onSubmit}>
        <PasswordField label={t`New password`} autoComplete="new-password" autoFocus rules={rules} {...password} />
        <Button type="submit" variant="primary" wide isPending={isPending}>
          <Trans>Save password</Trans>
        </Button>
      </Form>
    </>
  );
}
