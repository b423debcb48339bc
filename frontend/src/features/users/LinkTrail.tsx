import { useLingui } from '@lingui/react/macro';
import { Check, CircleAlert, Clock, Mail, MailOpen, MailX, type LucideIcon, X } from 'lucide-react';
import { type FragmentType, graphql, readFragment } from '@/gen';
import { useFormat } from '@/lib/format';
import { routes } from '@/lib/routes';
import { messageKinds } from '@/parts/messages/words';
import { Link, Trail, type TrailItem } from '@/ui';
import { adviceOf, type Fate, fateOf, fates, isLive, momentOf } from './linkTrail';

const LinkTrailFragment = graphql(`
  fragment LinkTrail on Message {
    id
    kind
    to
    state
    error
    createdAt
    sentAt
    deliveredAt
    openedAt
    linkExpiresAt
    linkUsedAt
    linkState
    resolvedAt
  }
`);

const icons: Record<Fate, LucideIcon> = {
  used: Check,
  bounced: CircleAlert,
  complained: CircleAlert,
  failed: CircleAlert,
  replaced: X,
  revoked: X,
  expired: Clock,
  unanswered: Clock,
  kept: MailX,
  opened: MailOpen,
  delivered: Mail,
  sent: Mail,
  queued: Clock,
};

/** Each invitation, reset and notice of a user, newest first: what became of it and what can be done about it. */
export function LinkTrail({
  messages,
  isRevoked,
}: {
  messages: readonly FragmentType<typeof LinkTrailFragment>[];
  /** The newest invitation was taken back. */
  isRevoked: boolean;
}) {
  const { t } = useLingui();
  const format = useFormat();
  const all = readFragment(LinkTrailFragment, messages);
  const newest = all.find(({ linkState }) => linkState);
  const items = all.map((message): TrailItem => {
    const fate = fateOf(message, isRevoked && message === newest);
    const { word, tone } = fates[fate];
    const advice = adviceOf(message, fate);
    const kind = t(messageKinds[message.kind]);
    const until = message.linkExpiresAt && format.dateTime(message.linkExpiresAt);
    return {
      id: message.id,
      icon: icons[fate],
      tone,
      title: `${kind} ${t(word)}`,
      time: format.dateTime(momentOf(message)),
      rest: (
        <>
          {t`to ${message.to}`}
          {isLive(message) && until && <> · {t`its link works until ${until}`}</>}
          {advice && (
            <div>
              {typeof advice === 'string' ? advice : t(advice)}{' '}
              {fate === 'kept' && <Link href={routes.message(message.id)}>{t`Read it`}</Link>}
              {message.state === 'UNKNOWN' && !message.resolvedAt && (
                <Link href={routes.message(message.id)}>{t`Decide what became of it`}</Link>
              )}
            </div>
          )}
        </>
      ),
    };
  });
  return <Trail label={t`Link trail`} items={items} />;
}
