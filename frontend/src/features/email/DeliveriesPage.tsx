import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Mail, SearchX } from 'lucide-react';
import { useCallback, useMemo, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { graphql } from '@/gen';
import type { DeliveriesPageQuery } from '@/gen/graphql';
import { useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useArrivals } from '@/parts/messages/useArrivals';
import { messageKinds, messageStates } from '@/parts/messages/words';
import { useSearchText, useSlash } from '@/parts/search/useSearchText';
import {
  Badge,
  BarCount,
  BarSearch,
  Button,
  EmptyState,
  Grid,
  type GridColumn,
  LinkButton,
  Link,
  ListScreen,
  Note,
  PageHeader,
  SearchField,
} from '@/ui';
import { EmailTabs } from './EmailTabs';
import { formatList, messageFilter, parseList, type Show } from './listState';

const DeliveriesQuery = graphql(`
  query DeliveriesPage($first: Int, $after: Cursor, $filter: MessageFilter) {
    messages(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          to
          kind
          subject
          state
          createdAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

type Row = DeliveriesPageQuery['messages']['edges'][number]['node'];

const pick = (data: DeliveriesPageQuery) => data.messages;

function useColumns(): GridColumn<Row>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'to',
        label: t`To`,
        width: 'minmax(150px, 1.3fr)',
        cell: (message) => (
          <Link look="plain" href={routes.message(message.id)}>
            {message.to}
          </Link>
        ),
      },
      {
        id: 'subject',
        label: t`Subject`,
        width: 'minmax(200px, 2fr)',
        minGridWidth: 640,
        cell: (message) => message.subject,
      },
      {
        id: 'kind',
        label: t`Kind`,
        width: '132px',
        minGridWidth: 480,
        cell: (message) => t(messageKinds[message.kind]),
      },
      {
        id: 'state',
        label: t`State`,
        width: '118px',
        cell: (message) => (
          <Badge tone={messageStates[message.state].tone}>{t(messageStates[message.state].word)}</Badge>
        ),
      },
      {
        id: 'time',
        label: t`Time`,
        width: '140px',
        minGridWidth: 760,
        cell: (message) => <span title={format.exact(message.createdAt)}>{format.dateTime(message.createdAt)}</span>,
      },
    ],
    [t, format],
  );
}

/** Every message to anybody whom the viewer may see, newest first, with what became of it. */
export default function DeliveriesPage() {
  const { t } = useLingui();
  const { count } = useFormat();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const state = parseList(params);
  const { show, q } = state;
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useSearchText(
    q,
    useCallback(
      (q: string) => void navigate(routes.email + formatList({ show, q }), { replace: true }),
      [navigate, show],
    ),
  );
  useSlash(search);
  const messages = usePages(DeliveriesQuery, { filter: messageFilter(state) }, pick);
  const columns = useColumns();
  useArrivals(
    messages.rows.slice(0, 50).map((message) => message.state),
    messages.refetch,
  );

  const address = (which: Show) => routes.email + formatList({ show: which, q });
  const number = count(messages.totalCount);
  const hasKept = messages.rows.some((message) => message.state === 'KEPT');
  return (
    <ListScreen
      head={
        <>
          <PageHeader title={t`Email`} />
          <EmailTabs current={address(show)} deliveries={address} />
        </>
      }
      bar={
        <>
          <BarSearch>
            <SearchField
              ref={search}
              label={t`Search messages`}
              placeholder={t`Name, address, subject`}
              shortcut="/"
              value={text}
              onChange={setText}
            />
          </BarSearch>
          <BarCount>
            {messages.first && (
              <Plural value={messages.totalCount} one={`${number} message`} other={`${number} messages`} />
            )}
          </BarCount>
        </>
      }
      note={
        messages.failure && (
          <Note
            tone="bad"
            role="alert"
            title={messages.failure.message}
            actions={<Button onPress={messages.refetch}>{t`Retry`}</Button>}
          />
        )
      }
      foot={
        hasKept && (
          <Note tone="warn" title={<Trans>No mail provider is set: mail is kept here instead of being sent.</Trans>}>
            <Trans>Open a message to copy its link and hand it over yourself.</Trans>
          </Note>
        )
      }
    >
      {(messages.rows.length > 0 || !messages.failure) && (
        <Grid
          label={t`Deliveries`}
          columns={columns}
          {...messages.grid}
          rowCount={messages.totalCount}
          rowName={(message) => message.subject}
          onOpen={(message) => void navigate(routes.message(message.id))}
          empty={
            show === 'all' && !q ? (
              <EmptyState icon={Mail} title={t`No mail yet.`}>
                <Trans>Invitations and resets appear here as soon as somebody sends one.</Trans>
              </EmptyState>
            ) : (
              <EmptyState
                icon={SearchX}
                title={t`No such message.`}
                actions={<LinkButton href={routes.email}>{t`Clear filters`}</LinkButton>}
              />
            )
          }
        />
      )}
    </ListScreen>
  );
}
