import { BrowserRouter } from 'react-router';
import { Provider } from 'urql';
import { askForUsers } from '@/features/users/usersQuery';
import { createClient } from '@/lib/client';
import { Shell } from './Shell';
import { ViewerQuery } from './viewerQuery';

const client = createClient();
// Both at once, and before anything is rendered: who is looking, and what at.
void client.query(ViewerQuery.toString(), {}).toPromise();
askForUsers(client);

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
