import { BrowserRouter } from 'react-router';
import { Provider } from 'urql';
import { createClient } from '@/lib/client';
import { Shell } from './Shell';

const client = createClient();

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
