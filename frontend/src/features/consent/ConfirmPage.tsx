import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import type { LinkState } from '@/gen/graphql';
import { asFailure } from '@/lib/failure';
import { useLinkToken } from '@/lib/linkToken';
import { request } from '@/lib/request';
import { useAnswer } from '@/lib/useAnswer';
import { Button, Note, PageTitle, Skeleton } from '@/ui';
import { Done } from '@/parts/public/Done';
import { Retry } from '@/parts/public/Retry';

const LinkQuery = graphql(`
  query ConfirmPage($token: String!) {
    link(token: $token) {
      state
      kind
    }
  }
`);

const ConfirmDocument = graphql(`
  mutation ConfirmSignup($token: String!) {
    confirmSignup(token: $token) {
      accepted
      userErrors {
        code
        message
      }
    }
  }
`);

/** What the email after a sign-up leads to. Opening it only asks what the link is good for; the button confirms. */
export default function ConfirmPage() {
  const { t } = useLingui();
  const token = useLinkToken();
  const { data, failure, ask } = useAnswer(
    token,
    async () => {
      const { state, kind } = (await request(LinkQuery, { token })).link;
      return state === 'UNKNOWN' || kind === 'SIGNUP_CONFIRMATION' ? state : ('UNKNOWN' as const);
    },
    // Without a token there is nothing to ask.
    token ? undefined : ('UNKNOWN' as const),
  );
  if (failure) return <Retry title={t`Confirm your address`} sentence={failure.message} onRetry={ask} />;
  if (!data) {
    return (
      <>
        <PageTitle title={t`Confirm your address`} />
        <Skeleton />
      </>
    );
  }
  return data === 'VALID' ? <Confirm key={token} token={token} /> : <Dead state={data} />;
}

/** The button, and what came of it. */
function Confirm({ token }: { token: string }) {
  const { t } = useLingui();
  const [isPending, setPending] = useState(false);
  const [isDone, setDone] = useState(false);
  const [trouble, setTrouble] = useState<string>();

  async function confirm() {
    if (isPending) return;
    setPending(true);
    setTrouble(undefined);
    try {
      const { userErrors } = (await request(ConfirmDocument, { token })).confirmSignup;
      setTrouble(userErrors[0]?.message);
      setDone(!userErrors[0]);
    } catch (thrown) {
      setTrouble(asFailure(thrown).message);
    } finally {
      setPending(false);
    }
  }

  if (isDone) {
    return (
      <Done
        title={t`Thank you`}
        lead={<Trans>You will receive email communication at this address from now on.</Trans>}
      >
        <Note tone="info">
          <Trans>You can stop it at any time: each of these emails has a link for it.</Trans>
        </Note>
      </Done>
    );
  }
  return (
    <>
      <PageTitle
        title={t`Confirm your address`}
        lead={<Trans>You filled in a form to receive email communication. Do you want it at this address?</Trans>}
      />
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      <Button variant="primary" wide isPending={isPending} onPress={() => void confirm()}>
        {t`Yes, confirm`}
      </Button>
      <p>
        <Trans>If it was not you, close this page: then nothing is sent.</Trans>
      </p>
    </>
  );
}

/** A link that confirms nothing any more: why, and what to do. */
function Dead({ state }: { state: LinkState }) {
  const { t } = useLingui();
  if (state === 'USED' || state === 'REPLACED') {
    return (
      <PageTitle
        title={t`Confirmed already`}
        lead={<Trans>You have confirmed this address before. There is nothing left to do.</Trans>}
      />
    );
  }
  if (state === 'EXPIRED') {
    return (
      <PageTitle
        title={t`Link expired`}
        lead={
          <Trans>
            This link has expired. Links work for 24 hours. Fill in the form again where you found it, and a new one is
            sent to you.
          </Trans>
        }
      />
    );
  }
  return (
    <PageTitle
      title={t`This link is not complete`}
      lead={<Trans>Copy the whole link from the email and open it again, or fill in the form once more.</Trans>}
    />
  );
}
