import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { graphql } from '@/gen';
import type { ClientsQuery as Clients, Permission, Reach } from '@/gen/graphql';
import { fieldOf } from '@/lib/wall';
import type { Picked, Tone } from '@/ui';

/** Every API client within the viewer's reach; there are few. */
export const ClientsQuery = graphql(`
  query Clients {
    apiClients {
      id
      version
      name
      scopes
      reach
      companies {
        id
        name
      }
      groups {
        id
        name
      }
      allowedOrigins
      expiresAt
      lastUsedAt
      revokedAt
      tokenPrefix
      previousTokenUntil
    }
  }
`);

export type Client = Clients['apiClients'][number];

/** What the form of an API client holds. */
export interface ClientValues {
  name: string;
  scopes: Permission[];
  reach: Reach;
  companies: Picked[];
  groups: Picked[];
  /** One a line. */
  origins: string;
  /** As the browser's field for a date and a time has it, in the viewer's time zone; empty means never. */
  expires: string;
}

export const emptyClient: ClientValues = {
  name: '',
  scopes: ['USERS_READ'],
  reach: 'EVERYTHING',
  companies: [],
  groups: [],
  origins: '',
  expires: '',
};

/** What the form begins with for one that exists. */
export function valuesOf(client: Client): ClientValues {
  const { name, scopes, reach, companies, groups, allowedOrigins, expiresAt } = client;
  return {
    name,
    scopes: [...scopes],
    reach,
    companies: companies.map(({ id, name }) => ({ id, name })),
    groups: groups.map(({ id, name }) => ({ id, name })),
    origins: allowedOrigins.join('\n'),
    expires: fieldOf(expiresAt),
  };
}

/** The lines of a text that hold something. */
export const linesOf = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);

/** What a form says, as the API wants it. Companies and groups go with the reach that is about them. */
export function inputOf({ name, scopes, reach, companies, groups, origins, expires }: ClientValues) {
  const ids = (picked: Picked[]) => picked.map(({ id }) => id);
  return {
    name,
    scopes,
    reach,
    ...(reach === 'ASSIGNED_COMPANIES' && { companyIds: ids(companies) }),
    ...(reach === 'MANAGED_GROUPS' && { groupIds: ids(groups) }),
    allowedOrigins: linesOf(origins),
    expiresAt: expires ? new Date(expires).toISOString() : null,
  };
}

/** An origin is a scheme and a host, perhaps a port, and nothing behind them. */
export function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[a-z0-9.[\]:-]+$/i.test(text)) return false;
  try {
    return new URL(text).pathname === '/';
  } catch {
    return false;
  }
}

/** The state of a client in a word. */
export function stateOf(
  { revokedAt, expiresAt }: Pick<Client, 'revokedAt' | 'expiresAt'>,
  now = Date.now(),
): {
  word: MessageDescriptor;
  tone: Tone;
  isInForce: boolean;
} {
  if (revokedAt) return { word: msg`Revoked`, tone: 'bad', isInForce: false };
  if (expiresAt && Date.parse(expiresAt) <= now) return { word: msg`Expired`, tone: 'warn', isInForce: false };
  return { word: msg`In force`, tone: 'ok', isInForce: true };
}

/** What shows API clients asks again. */
export const touchedByClients = { touches: ['APIClient'] };

/** Whom a client reaches. */
export const reaches: Record<Reach, { name: MessageDescriptor; sentence: MessageDescriptor }> = {
  EVERYTHING: { name: msg`Everybody`, sentence: msg`All users, whatever their company and groups.` },
  ASSIGNED_COMPANIES: { name: msg`Some companies`, sentence: msg`The users of the companies that you choose.` },
  MANAGED_GROUPS: { name: msg`Some groups`, sentence: msg`The users of the groups that you choose.` },
};
