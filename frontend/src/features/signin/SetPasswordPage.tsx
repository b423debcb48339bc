import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { graphql } from '@/gen';
import type { LinkState } from '@/gen/graphql';
import { go } from '@/lib/navigation';
import { request } from '@/lib/request';
import { routes } from '@/lib/routes';
import { Retry } from '@/parts/public/Retry';
import { PageTitle, Skeleton } from '@/ui';
import { DeadLink } from './DeadLink';
import { useLinkToken } from '@/lib/linkToken';
import { SetPasswordForm } from './SetPasswordForm';
import { useAnswer } from '@/lib/useAnswer';

const LinkQuery = graphql(`
  query SetPasswordPage($token: String!) {
    link(token: $token) {
      state
      kind
    }
  }
`);

/** What an emailed link leads to. Opening it only asks what the link is good for; the form changes something. */
export default function SetPasswordPage() {
  const { t } = useLingui();
  const token = useLinkToken();
  const { data, failure, ask, answer } = useAnswer(
    token,
    async () => (await request(LinkQuery, { token })).link,
    // Without a token there is nothing to ask.
    token ? undefined : { state: 'UNKNOWN' as const, kind: null },
  );

  const isExpired = data?.state === 'EXPIRED';
  useEffect(() => {
    if (isExpired) go(`${routes.linkExpired}#token=${encodeURIComponent(token)}`, { replace: true });
  }, [isExpired, token]);

  if (failure) return <Retry title={t`Choose a password`} sentence={failure.message} onRetry={ask} />;
  if (!data || isExpired) {
    return (
      <>
        <PageTitle title={t`Choose a password`} />
        <Skeleton />
      </>
    );
  }
  if (data.state !== 'VALID') return <DeadLink state={data.state} />;
  return (
    <SetPasswordForm
      key={token}
      token={token}
      isFirst={data.kind !== 'PASSWORD_RESET'}
      onDead={(state: LinkState) => answer({ ...data, state })}
    />
  );
}
