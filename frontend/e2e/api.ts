import type { Page } from '@playwright/test';
import type { Hub } from './hub.ts';
import { Mailbox } from './mailbox.ts';

/** Somebody in a story, with the password that they choose. */
export interface Person {
  email: string;
  firstName: string;
  lastName: string;
  password: string;
}

/** Who sets every hub up. */
export const ada: Person = {
  email: 'ada@example.org',
  firstName: 'Ada',
  lastName: 'Lovelace',
  password: 'analytical engine 1843',
};

/** A person of this name, at example.org. */
export function person(firstName: string, lastName: string): Person {
  const email = `${firstName}.${lastName}@example.org`.toLowerCase();
  return { email, firstName, lastName, password: `${lastName} walks at noon` };
}

/** Asks the API in the name of whoever is signed in in this browser. */
export async function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = await page.request.post('/graphql', { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map((error) => error.message).join('; '));
  return data;
}

interface Payload {
  userErrors: { message: string }[];
}

/** Orders a mutation `name(input: Input!)`; fails on what it refuses. */
async function order<Result>(page: Page, name: string, input: object, fields = ''): Promise<Result> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation Order($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { message } } }`;
  const result = (await ask<Record<string, Payload & Result>>(page, query, { input }))[name]!;
  if (result.userErrors.length > 0) throw new Error(result.userErrors.map((error) => error.message).join('; '));
  return result;
}

/** Switches a feature on, or off with a reason. */
export async function switchFeature(admin: Page, name: string, enabled: boolean, reason?: string): Promise<void> {
  await order(admin, 'setFeature', { name, enabled, reason });
}

/** Signs somebody in without the form, for stories about something else. Ada sets the hub up when nobody has yet. */
export async function enter(page: Page, hub: Hub, { password, ...who }: Person) {
  const signedIn = order(page, 'signIn', { login: who.email, password });
  if (who.email !== ada.email) return signedIn;
  return signedIn.catch(async () => {
    const token = new URL(await hub.setUpLink()).searchParams.get('token');
    return order(page, 'setUp', { token, password, ...who });
  });
}

/** What a story insists on that is about something else. */
const everyWarning = [
  'SAME_NAME_IN_COMPANY',
  'EMAIL_DOMAIN_UNLIKE_COMPANY',
  'PHONE_UNPARSEABLE',
  'EMAIL_BOUNCED_BEFORE',
  'PRIVILEGED_WITHOUT_FACTOR',
];

/** Makes a user without the form; answers their id. `more` is the rest of CreateUserInput. */
export async function create(admin: Page, { email, firstName, lastName }: Person, more: object = {}): Promise<string> {
  const input = { email, firstName, lastName, overrideWarnings: everyWarning, ...more };
  const { user } = await order<{ user: { id: string } }>(admin, 'createUser', input, 'user { id }');
  return user.id;
}

/** Makes a user and has them choose their password, so that they can sign in; answers their id. */
export async function welcome(
  admin: Page,
  elsewhere: () => Promise<Page>,
  mailbox: Mailbox,
  who: Person,
  { role = 'Member', ...more }: { role?: string; [field: string]: unknown } = {},
): Promise<string> {
  const { roles } = await ask<{ roles: { id: string; name: string }[] }>(admin, '{ roles { id name } }');
  const roleId = roles.find(({ name }) => name === role)?.id;
  const id = await create(admin, who, { roleId, account: { notify: 'IMMEDIATELY' }, ...more });
  const link = Mailbox.link(await mailbox.next(who.email));
  const page = await elsewhere();
  await order(page, 'setPassword', { token: new URL(link).hash.replace('#token=', ''), password: who.password });
  await page.context().close();
  return id;
}

/** How many messages a user was ever sent, or will be: each is recorded with its cause. */
export async function messageCount(admin: Page, id: string): Promise<number> {
  const query = 'query Count($id: ID!) { node(id: $id) { ... on User { messages(first: 1) { totalCount } } } }';
  const { node } = await ask<{ node: { messages: { totalCount: number } } }>(admin, query, { id });
  return node.messages.totalCount;
}
