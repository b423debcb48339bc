import { Trans, useLingui } from '@lingui/react/macro';
import { KeyRound } from 'lucide-react';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff } from '@/lib/viewer';
import { permissionWords } from '@/parts/access/permissions';
import {
  Badge,
  Button,
  Card,
  DescriptionList,
  EmptyState,
  LinkButton,
  Note,
  PageBody,
  PageHeader,
  Skeleton,
  Stack,
  Tag,
  Tags,
} from '@/ui';
import { ClientsOff } from './ClientsOff';
import { DevelopersTabs } from './DevelopersTabs';
import { type Client, ClientsQuery, reaches, stateOf } from './clientsQuery';

const none = {};

/** **API clients**: what partner portals and programs may do, whom they reach, and when they last did. */
export default function ClientsPage() {
  const { t } = useLingui();
  const isOn = useSwitchedOff('API_CLIENTS') === undefined;
  const { data, failure, refetch } = useQuery(ClientsQuery, none);
  return (
    <>
      <PageHeader
        title={t`API clients`}
        actions={isOn && <LinkButton href={routes.newClient} variant="primary">{t`New API client`}</LinkButton>}
      />
      <DevelopersTabs current={routes.clients} />
      <PageBody>
        <ClientsOff />
        {failure && (
          <Note
            tone="bad"
            role="alert"
            title={failure.message}
            actions={<Button onPress={refetch}>{t`Retry`}</Button>}
          />
        )}
        {data ? <List clients={data.apiClients} /> : !failure && <Skeleton lines={6} />}
      </PageBody>
    </>
  );
}

function List({ clients }: { clients: readonly Client[] }) {
  const { t } = useLingui();
  if (clients.length === 0) {
    return (
      <EmptyState icon={KeyRound} title={t`No API clients yet.`}>
        <Trans>Make one for each partner portal or program, with no more than it needs.</Trans>
      </EmptyState>
    );
  }
  return (
    <Stack>
      {clients.map((client) => (
        <ClientCard key={client.id} client={client} />
      ))}
    </Stack>
  );
}

function ClientCard({ client }: { client: Client }) {
  const { t } = useLingui();
  const format = useFormat();
  const { word, tone } = stateOf(client);
  const time = (iso: string | null | undefined) => iso && <span title={format.exact(iso)}>{format.dateTime(iso)}</span>;
  const named = [...client.companies, ...client.groups];
  return (
    <Card
      as="article"
      title={client.name}
      actions={
        <>
          <Badge tone={tone}>{t(word)}</Badge>
          <LinkButton
            size="small"
            href={routes.client(client.id)}
            aria-label={t`Open ${client.name}`}
          >{t`Open`}</LinkButton>
        </>
      }
    >
      <DescriptionList
        items={[
          {
            term: t`Scopes`,
            value: (
              <Tags>
                {client.scopes.map((scope) => (
                  <Tag key={scope}>{t(permissionWords[scope].name)}</Tag>
                ))}
              </Tags>
            ),
          },
          {
            term: t`Reaches`,
            value:
              client.reach === 'EVERYTHING' ? t(reaches.EVERYTHING.name) : named.map(({ name }) => name).join(', '),
          },
          { term: t`Allowed origins`, value: client.allowedOrigins.join(', ') },
          { term: t`Token`, value: `${client.tokenPrefix}…` },
          { term: t`Last used`, value: time(client.lastUsedAt) ?? t`never` },
          {
            term: client.revokedAt ? t`Revoked at` : t`Expires`,
            value: time(client.revokedAt ?? client.expiresAt) ?? t`never`,
          },
        ]}
      />
    </Card>
  );
}
