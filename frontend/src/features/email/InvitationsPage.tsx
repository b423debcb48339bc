import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { MailCheck } from 'lucide-react';
import { useNavigate, useSearchParams } from 'react-router';
import { graphql } from '@/gen';
import type { InvitationsPageQuery } from '@/gen/graphql';
import { fullName, useFormat } from '@/lib/format';
import { usePages } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSelected } from '@/lib/useSelected';
import { useCan } from '@/lib/viewer';
import { BarCount, BarTools, Button, EmptyState, Grid, ListScreen, Note, PageHeader, Select } from '@/ui';
import { EmailTabs } from './EmailTabs';
import { formatStanding, parseStanding, standings } from './invitations/standing';
import { Chosen } from './invitations/Chosen';
import { useInvitationColumns } from './invitations/useInvitationColumns';

const InvitationsQuery = graphql(`
  query InvitationsPage($first: Int, $after: Cursor, $filter: UserFilter, $messages: Boolean!) {
    users(first: $first, after: $after, filter: $filter) {
      edges {
        node {
          id
          firstName
          lastName
          email
          company {
            id
            name
          }
          account {
            email
            linkExpiresAt
            revokedAt
          }
          messages(first: 1) @include(if: $messages) {
            edges {
              node {
                id
                state
                error
              }
            }
          }
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

const pick = (data: InvitationsPageQuery) => data.users;

/** Whose invitation is open, over, came back or was taken back, across all companies in reach; sent again or taken back together. */
export default function InvitationsPage() {
  const { t } = useLingui();
  const { count } = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const standing = parseStanding(params);
  const filter = { invitation: [standing] };
  const invited = usePages(InvitationsQuery, { filter, messages: can('MESSAGES_READ') }, pick);
  const selected = useSelected(standing, invited.rows);
  const columns = useInvitationColumns(standing);
  const mayManage = can('ACCOUNTS_MANAGE');
  const number = count(invited.totalCount);
  return (
    <ListScreen
      head={
        <>
          <PageHeader title={t`Invitations`} />
          <EmailTabs current={routes.invitations} />
        </>
      }
      bar={
        <>
          <BarTools>
            <Select
              label={t`Show`}
              hideLabel
              options={Object.entries(standings).map(([id, { word }]) => ({ id, name: t(word) }))}
              value={standing}
              onChange={(next) => void navigate(routes.invitations + formatStanding(next), { replace: true })}
            />
          </BarTools>
          <BarCount>
            {invited.first && (
              <Plural value={invited.totalCount} one={`${number} invitation`} other={`${number} invitations`} />
            )}
          </BarCount>
        </>
      }
      note={
        invited.failure && (
          <Note
            tone="bad"
            role="alert"
            title={invited.failure.message}
            actions={<Button onPress={invited.refetch}>{t`Retry`}</Button>}
          />
        )
      }
      actions={mayManage && <Chosen standing={standing} selected={selected} total={invited.totalCount} />}
      foot={t(standings[standing].fix)}
    >
      {(invited.rows.length > 0 || !invited.failure) && (
        <Grid
          label={t`Invitations`}
          columns={columns}
          {...invited.grid}
          rowCount={invited.totalCount}
          rowName={fullName}
          selected={selected.ids}
          onSelect={mayManage ? selected.select : undefined}
          onOpen={(user) => void navigate(routes.user(user.id, 'settings'))}
          empty={
            <EmptyState icon={MailCheck} title={t(standings[standing].none)}>
              <Trans>Invitations are sent from Users, or when a user is created.</Trans>
            </EmptyState>
          }
        />
      )}
    </ListScreen>
  );
}
