import { msg } from '@lingui/core/macro';
import { i18n } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { graphql } from '@/gen';
import type { EnrolPageConfirmMutation } from '@/gen/graphql';
import { go } from '@/lib/navigation';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { useSmallForm } from '@/lib/smallForm';
import { useSubmission } from '@/lib/submission';
import { Button, Form, Link, Note, PageTitle, Skeleton, TextField } from '@/ui';
import { goOn } from './afterSignIn';
import { required } from '@/parts/public/checks';
import { EnrolPasskey } from './EnrolPasskey';
import { CodeField } from '@/parts/factors/CodeField';
import { QrCode } from '@/parts/factors/QrCode';
import { RecoveryCodes } from '@/parts/factors/RecoveryCodes';
import { useProof } from '@/parts/factors/useProof';
import { Refusal } from '@/parts/public/Refusal';
import { useAnswer } from '@/lib/useAnswer';

const EnrolDocument = graphql(`
  mutation EnrolPage {
    enrolTOTP {
      secret
      otpauthUrl
      userErrors {
        code
        message
      }
    }
  }
`);

const ConfirmDocument = graphql(`
  mutation EnrolPageConfirm($input: VerifyFactorInput!) {
    confirmTOTP(input: $input) {
      recoveryCodes
      viewer {
        permissions
        managedGroups {
          id
        }
      }
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

type Confirmed = EnrolPageConfirmMutation['confirmTOTP'];

/** Sets up an authenticator app: at a sign-in that needs one, or from one's own page. */
export default function EnrolPage() {
  const { t } = useLingui();
  const [confirmed, setConfirmed] = useState<Confirmed>();
  if (new URLSearchParams(location.search).get('by') === 'passkey') return <EnrolPasskey />;
  if (!confirmed?.recoveryCodes) return <Enrolling onDone={setConfirmed} />;
  return (
    <>
      <PageTitle title={t`Your app is set up`} />
      <RecoveryCodes codes={confirmed.recoveryCodes} />
      <Button variant="primary" wide onPress={() => goOn(confirmed, new URLSearchParams(location.search).get('next'))}>
        {t`I have kept them`}
      </Button>
    </>
  );
}

const checks = { code: required(() => i18n._(msg`Enter the code that the app shows.`)) };

const firstCode = ({ userErrors }: { userErrors: readonly { code: string }[] }) => userErrors[0]?.code;

function Enrolling({ onDone }: { onDone: (confirmed: Confirmed) => void }) {
  const { t } = useLingui();
  const { proving, dialog } = useProof();
  const { data, failure, ask } = useAnswer('app', () =>
    proving(async () => (await request(EnrolDocument, {})).enrolTOTP, firstCode),
  );
  const form = useSmallForm({ code: '' }, checks);
  const { onSubmit, problems, attempt, isPending } = useSubmission({
    form,
    send: (input) => proving(async () => (await request(ConfirmDocument, { input })).confirmTOTP, firstCode),
    onSaved: onDone,
  });
  const isStranger = failure?.kind === 'unauthenticated';
  useEffect(() => {
    if (isStranger) go(routes.signIn, { replace: true });
  }, [isStranger]);
  const refused = data?.userErrors[0]?.message ?? (isStranger ? undefined : failure?.message);
  return (
    <>
      <PageTitle
        title={t`Set up your authenticator app`}
        lead={<Trans>Scan this with the app, then enter the six digits that it shows.</Trans>}
      />
      {refused && <Note tone="bad" role="alert" title={refused} actions={<Button onPress={ask}>{t`Retry`}</Button>} />}
      {dialog}
      {!data && !failure && <Skeleton lines={4} />}
      {data?.otpauthUrl && data.secret && (
        <>
          <QrCode text={data.otpauthUrl} />
          <TextField
            label={t`Or type this key into the app`}
            value={data.secret.match(/.{1,4}/g)?.join(' ')}
            isReadOnly
            multiline
          />
          <Refusal problems={problems} attempt={attempt} />
          <Form onSubmit={onSubmit}>
            <CodeField {...form.field('code')} />
            <Button type="submit" variant="primary" wide isPending={isPending}>
              {t`Confirm`}
            </Button>
          </Form>
        </>
      )}
      <p>
        {new URLSearchParams(location.search).get('from') === 'me' ? (
          <Link href={routes.me}>
            <Trans>Back to your page</Trans>
          </Link>
        ) : (
          <Link href={routes.signIn}>
            <Trans>Sign in as somebody else</Trans>
          </Link>
        )}
      </p>
    </>
  );
}
