import { BrowserRouter } from 'react-router';
import { Provider } from 'urql';
import { firstUsers, UsersQuery } from '@/features/users/usersQuery';
import { createClient } from '@/lib/client';
import { askEarly } from '@/lib/early';
import { Shell } from './Shell';

const client = createClient();
// Asked when the page began; the client takes the answer before anything is rendered.
const users = firstUsers();

/** The first users, where the address leads to them. */
export const early: Promise<unknown> = users ? askEarly(client, UsersQuery, users) : Promise.resolve();

/**
 * The administrators' application. The router is the plain one: the data router weighs 16 kB more, and what screens
 * show comes through the client's cache anyway.
 */
export function HubApp() {
  return (
    <Provider value={client}>
      <BrowserRouter>
        <Shell />
      </BrowserRouter>
    </Provider>
  );
}
