import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { canEverywhere, useSwitchedOff, useViewer } from '@/lib/viewer';
import { SwitchedOff } from '@/parts/absent/SwitchedOff';
import { Button, Card, CopyButton, Link, Note, PageBody, PageHeader, Row, Stack, TextField } from '@/ui';
import { DevelopersTabs } from './DevelopersTabs';
import { isListed, snippetOf } from './snippet';
import { TrySignup } from './TrySignup';

const SettingsQuery = graphql(`
  query SignupFormPage {
    settings {
      redirectOrigins
    }
  }
`);

const none = {};

/** **Sign-up form**: what to put on another site so that people can ask for email there, filled in for this hub. */
export default function SignupFormPage() {
  const { t } = useLingui();
  const viewer = useViewer();
  const isOff = useSwitchedOff('SIGNUP_FORM') !== undefined;
  const maySettings = canEverywhere(viewer, 'SETTINGS_WRITE');
  const { data, failure, refetch } = useQuery(SettingsQuery, none, { isPaused: !maySettings });
  const origins = data?.settings.redirectOrigins;
  const [wording, setWording] = useState(t`Yes, send me news by email. I can stop it at any time.`);
  const [redirect, setRedirect] = useState('');
  const snippet = snippetOf({ hub: location.origin, wording, redirect });
  const isUnlisted = redirect.trim() !== '' && !!origins && !isListed(redirect, origins);
  return (
    <>
      <PageHeader title={t`Sign-up form`} />
      <DevelopersTabs current={routes.signupForm} />
      <PageBody layout="columns">
        <div>
          <SwitchedOff
            feature="SIGNUP_FORM"
            title={t`The sign-up form is switched off: whoever fills it in is refused.`}
          />
          <Card
            title={t`The form`}
            lead={
              <Trans>
                Put it on any page. Whoever fills it in gets an email, and is recorded once they have confirmed it.
              </Trans>
            }
          >
            <TextField
              label={t`What people agree to`}
              multiline
              description={t`Shown above the button, and kept as proof of their consent.`}
              value={wording}
              onChange={setWording}
            />
            <TextField
              label={t`Where it leads`}
              type="url"
              autoComplete="off"
              placeholder="https://www.example.org/thanks"
              description={t`Empty: to a page of this hub that says thank you.`}
              error={isUnlisted ? t`This site is not listed: the form would be refused.` : undefined}
              value={redirect}
              onChange={setRedirect}
            />
            {failure && (
              <Note
                tone="bad"
                role="alert"
                title={failure.message}
                actions={<Button onPress={refetch}>{t`Retry`}</Button>}
              />
            )}
            {origins && (
              <p>
                {origins.length > 0 ? (
                  <Trans>Listed sites: {origins.join(', ')}.</Trans>
                ) : (
                  <Trans>No sites are listed yet.</Trans>
                )}{' '}
                <Link href={routes.general}>{t`Change them in Settings`}</Link>
              </p>
            )}
            <Stack>
              <TextField label={t`HTML`} multiline isReadOnly spellCheck="false" value={snippet} />
              <Row>
                <CopyButton text={snippet} label={t`Copy HTML`} />
              </Row>
            </Stack>
          </Card>
        </div>
        <div>
          <TrySignup wording={wording} isOff={isOff} />
        </div>
      </PageBody>
    </>
  );
}
