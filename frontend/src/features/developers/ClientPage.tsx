import { Trans, useLingui } from '@lingui/react/macro';
import { KeyRound } from 'lucide-react';
import { useParams } from 'react-router';
import { useFormat } from '@/lib/format';
import { useQuery } from '@/lib/hooks';
import { routes } from '@/lib/routes';
import { useSwitchedOff } from '@/lib/viewer';
import { NotShown } from '@/parts/absent/NotShown';
import { Badge, Note, PageBody, PageHeader } from '@/ui';
import { ClientActions } from './ClientActions';
import { ClientsOff } from './ClientsOff';
import { type Client, ClientsQuery, stateOf } from './clientsQuery';
import { EditClient } from './EditClient';

const none = {};
/** A hub without clients asks again, too. */
const shows = ['APIClient'];

/** One API client: changing it, a new token, the end of it, and a look through its eyes. */
export default function ClientPage() {
  const { t } = useLingui();
  const { id } = useParams();
  const { data, failure, isStale, refetch } = useQuery(ClientsQuery, none, { shows });
  const client = data?.apiClients.find((each) => each.id === id);
  const back = { href: routes.clients, label: t`Back to the API clients` };
  if (client) return <Known client={client} back={back} refetch={refetch} />;
  return (
    <NotShown
      title={t`API client`}
      missing={{
        icon: KeyRound,
        title: t`No such API client`,
        sentence: t`This API client does not exist, or you may not see it.`,
      }}
      isMissing={!!data && !isStale}
      {...{ back, failure, refetch }}
      layout="narrow"
    />
  );
}

interface Props {
  client: Client;
  back: { href: string; label: string };
  refetch: () => void;
}

function Known({ client, back, refetch }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const isOn = useSwitchedOff('API_CLIENTS') === undefined;
  const { word, tone, isInForce } = stateOf(client);
  const { previousTokenUntil: until } = client;
  return (
    <>
      <PageHeader
        title={client.name}
        back={back}
        meta={
          <>
            <Badge tone={tone}>{t(word)}</Badge>
            <span>· {client.tokenPrefix}…</span>
            <span>
              ·{' '}
              {client.lastUsedAt ? (
                <Trans>last used {format.dateTime(client.lastUsedAt)}</Trans>
              ) : (
                <Trans>never used</Trans>
              )}
            </span>
          </>
        }
        actions={isOn && !client.revokedAt && <ClientActions client={client} isInForce={isInForce} />}
      />
      <PageBody layout="narrow">
        <ClientsOff />
        {client.revokedAt && (
          <Note
            tone="info"
            title={<Trans>Revoked {format.dateTime(client.revokedAt)}: its tokens are refused for good.</Trans>}
          />
        )}
        {!client.revokedAt && until && Date.parse(until) > Date.now() && (
          <Note
            tone="info"
            title={<Trans>The token before the last rotation works until {format.dateTime(until)}.</Trans>}
          />
        )}
        {isOn && !client.revokedAt && <EditClient client={client} refetch={refetch} />}
      </PageBody>
    </>
  );
}
