import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql } from '@/gen';
import { asFailure } from '@/lib/failure';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { Button, LinkButton, Note, PageTitle } from '@/ui';
import { CheckYourEmail } from '@/parts/public/CheckYourEmail';
import { useLinkToken } from '@/lib/linkToken';

const RenewDocument = graphql(`
  mutation LinkExpiredPage($input: RenewLinkInput!) {
    renewLink(input: $input) {
      accepted
      userErrors {
        message
      }
    }
  }
`);

/** Sends a fresh link to the owner of an expired one, once however often it is pressed. */
function useRenewal(token: string) {
  const [isPending, setPending] = useState(false);
  const [isSent, setSent] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  async function renew() {
    if (isPending) return;
    setPending(true);
    setTrouble(undefined);
    try {
      const { userErrors } = (await request(RenewDocument, { input: { token } })).renewLink;
      if (userErrors[0]) setTrouble(userErrors[0].message);
      else setSent(true);
    } catch (thrown) {
      setTrouble(asFailure(thrown).message);
    } finally {
      setPending(false);
    }
  }
  return { renew: () => void renew(), isPending, isSent, trouble };
}

/** A link older than 24 hours, and a new one in one click. */
export default function LinkExpiredPage() {
  const { t } = useLingui();
  const token = useLinkToken();
  const { renew, isPending, isSent, trouble } = useRenewal(token);

  if (isSent) {
    return <CheckYourEmail lead={<Trans>A new link is on its way to the address that this one was sent to.</Trans>} />;
  }
  return (
    <>
      <PageTitle title={t`Link expired`} lead={<Trans>This link has expired. Links work for 24 hours.</Trans>} />
      {trouble && <Note tone="bad" role="alert" title={trouble} />}
      {token ? (
        <Button variant="primary" wide isPending={isPending} onPress={renew}>
          {t`Send me a new link`}
        </Button>
      ) : (
        <LinkButton href={routes.forgot} variant="primary" wide>
          {t`Send me a new link`}
        </LinkButton>
      )}
      <LinkButton href={routes.signIn} wide>
        {t`Sign in`}
      </LinkButton>
    </>
  );
}
