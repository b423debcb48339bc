import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FragmentType, graphql, readFragment } from '@/gen';
import type { ConsentSource } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { Badge, Card, DescriptionList } from '@/ui';

const EmailCommunicationFragment = graphql(`
  fragment EmailCommunication on User {
    emailSubscribed
    emailSubscriptionChangedAt
    emailSubscriptionSource
  }
`);

const sources: Record<ConsentSource, MessageDescriptor> = {
  ADMIN: msg`by an administrator`,
  SIGNUP_FORM: msg`sign-up form`,
  IMPORT: msg`import`,
  UNSUBSCRIBE_LINK: msg`unsubscribe link`,
  API: msg`over the API`,
  SELF: msg`by themselves`,
};

/** **Email communication**: whether they receive it, and the last change. */
export function EmailCommunication({ user }: { user: FragmentType<typeof EmailCommunicationFragment> }) {
  const { t } = useLingui();
  const format = useFormat();
  const data = readFragment(EmailCommunicationFragment, user);
  const at = data.emailSubscriptionChangedAt && format.dateTime(data.emailSubscriptionChangedAt);
  const source = data.emailSubscriptionSource && t(sources[data.emailSubscriptionSource]);
  return (
    <Card title={t`Email communication`}>
      <DescriptionList
        items={[
          {
            term: t`Receives it`,
            value: data.emailSubscribed ? <Badge tone="ok">{t`On`}</Badge> : <Badge tone="off">{t`Off`}</Badge>,
          },
          { term: t`Last change`, value: at ? [at, source].filter(Boolean).join(', ') : <Trans>never changed</Trans> },
        ]}
      />
    </Card>
  );
}
