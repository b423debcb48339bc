import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { MailX } from 'lucide-react';
import { useParams } from 'react-router';
import { NotShown } from '@/parts/absent/NotShown';
import { graphql } from '@/gen';
import type { LinkState, MessagePageQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useArrivals } from '@/parts/messages/useArrivals';
import { messageKinds, messageStates } from '@/parts/messages/words';
import { Badge, Card, DescriptionList, Link, Note, PageBody, PageHeader } from '@/ui';
import { CopyLink } from './CopyLink';
import { SendAgain } from './SendAgain';
import { Undecided } from './Undecided';
import { oneTimeLink } from './links';
import { MessageText } from './MessageText';

const MessageQuery = graphql(`
  query MessagePage($id: ID!) {
    node(id: $id) {
      __typename
      ... on Message {
        id
        kind
        isTest
        to
        subject
        state
        error
        createdAt
        sentAt
        deliveredAt
        openedAt
        resolvedAt
        linkExpiresAt
        linkUsedAt
        linkState
        text
        user {
          id
          firstName
          lastName
        }
      }
    }
  }
`);

/** What a link that opens nothing any more came to. */
const linkEnds: Partial<Record<LinkState, MessageDescriptor>> = {
  USED: msg`Used`,
  REPLACED: msg`It stopped working: a newer one replaced it, or access was taken away`,
  EXPIRED: msg`Expired`,
};

type Message = Extract<MessagePageQuery['node'], { __typename: 'Message' }>;

/**
 * One message: where it went, what became of it, what it says. Its text is shown, never its html: the page's content
 * security policy would refuse the styles in it.
 */
export default function MessagePage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { data, failure, isStale, refetch } = useQuery(MessageQuery, { id });
  const node = data?.node?.__typename === 'Message' ? data.node : undefined;
  // On the way from one message to another, the other is not this one.
  const isOther = isStale && !!node && node.id !== id;
  const message = isOther ? undefined : node;
  useArrivals(message ? [message.state] : [], refetch);
  const back = { href: routes.email, label: t`Back to the list` };

  if (message) {
    return (
      <>
        <PageHeader
          title={message.subject}
          back={back}
          meta={<Meta message={message} />}
          actions={<SendAgain message={message} />}
        />
        <PageBody layout="columns">
          <div>
            <Content message={message} />
          </div>
          <div>
            <Delivery message={message} />
          </div>
        </PageBody>
      </>
    );
  }
  return (
    <NotShown
      title={t`Message`}
      missing={{
        icon: MailX,
        title: t`No such message`,
        sentence: t`This message does not exist, or you may not see it.`,
      }}
      isMissing={!!data && !isOther}
      {...{ back, failure, refetch }}
    />
  );
}

function Meta({ message }: { message: Message }) {
  const { t } = useLingui();
  const { word, tone } = messageStates[message.state];
  return (
    <>
      <Badge tone={tone}>{t(word)}</Badge>
      <span>· {t(messageKinds[message.kind])}</span>
      {message.isTest && <span>· {t`Test`}</span>}
      <span>· {message.to}</span>
    </>
  );
}

function Content({ message }: { message: Message }) {
  const { t } = useLingui();
  const link = message.state === 'KEPT' && message.text ? oneTimeLink(message.text) : undefined;
  return (
    <>
      {message.state === 'KEPT' && (
        <Note
          tone="warn"
          title={<Trans>Not sent: no mail provider was set.</Trans>}
          actions={link && message.linkState === 'VALID' && <CopyLink link={link} />}
        >
          {link && message.linkState === 'VALID' && (
            <Trans>
              Hand the link over yourself. Whoever opens it and chooses a password is signed in as this user, in that
              browser.
            </Trans>
          )}
        </Note>
      )}
      {message.state === 'UNKNOWN' && !message.resolvedAt ? (
        <Undecided message={message} />
      ) : (
        message.error && <Note tone="bad" title={message.error} />
      )}
      <Card title={t`Text`}>
        {message.text ? (
          <MessageText text={message.text} hasLinks={message.state === 'KEPT'} />
        ) : (
          <p>
            <Trans>You may not read what it says.</Trans>
          </p>
        )}
      </Card>
    </>
  );
}

function Delivery({ message }: { message: Message }) {
  const { t } = useLingui();
  const format = useFormat();
  const time = (iso: string | null | undefined) => iso && <span title={format.exact(iso)}>{format.dateTime(iso)}</span>;
  const { user } = message;
  const linkEnd = message.linkState && linkEnds[message.linkState];
  return (
    <Card title={t`Delivery`}>
      <DescriptionList
        items={[
          { term: t`To`, value: message.to },
          { term: t`User`, value: user && <Link href={routes.user(user.id, 'settings')}>{fullName(user)}</Link> },
          { term: t`Queued`, value: time(message.createdAt) },
          { term: t`Sent`, value: time(message.sentAt) },
          { term: t`Delivered`, value: time(message.deliveredAt) },
          { term: t`Opened`, value: time(message.openedAt) },
          { term: t`Decided by hand`, value: time(message.resolvedAt) },
          linkEnd
            ? { term: t`Link`, value: t(linkEnd) }
            : { term: t`Link works until`, value: time(message.linkExpiresAt) },
          { term: t`Link used`, value: time(message.linkUsedAt) },
        ]}
      />
    </Card>
  );
}
