import { Trans, useLingui } from '@lingui/react/macro';
import type { LinkState } from '@/gen/graphql';
import { routes } from '@/lib/routes';
import { LinkButton, PageTitle } from '@/ui';

/** A link that was used, replaced or never ours: which of them, and what to do. An expired one has its own page. */
export function DeadLink({ state }: { state: LinkState }) {
  const { t } = useLingui();
  if (state === 'USED') {
    return (
      <>
        <PageTitle
          title={t`This link was used already`}
          lead={<Trans>A password was chosen with it. Sign in with that password, or reset it.</Trans>}
        />
        <LinkButton href={routes.signIn} variant="primary" wide>
          {t`Sign in`}
        </LinkButton>
        <LinkButton href={routes.forgot} wide>
          {t`Reset Password`}
        </LinkButton>
      </>
    );
  }
  if (state === 'REPLACED') {
    return (
      <>
        <PageTitle
          title={t`This link no longer works`}
          lead={
            <Trans>
              A newer one has replaced it, or your access was changed. Use the link in the newest email from us, or ask
              for another.
            </Trans>
          }
        />
        <LinkButton href={routes.forgot} variant="primary" wide>
          {t`Reset Password`}
        </LinkButton>
        <LinkButton href={routes.signIn} wide>
          {t`Sign in`}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <PageTitle
        title={t`This link is not complete`}
        lead={<Trans>Copy the whole link from the email and open it again, or ask for a new one.</Trans>}
      />
      <LinkButton href={routes.forgot} variant="primary" wide>
        {t`Reset Password`}
      </LinkButton>
      <LinkButton href={routes.signIn} wide>
        {t`Sign in`}
      </LinkButton>
    </>
  );
}
