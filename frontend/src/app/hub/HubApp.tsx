import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import { createClient } from '@/lib/client';
import { router } from './router';

const client = createClient();

/** The administrators' application. */
export function HubApp() {
  return (
    <Provider value={client}>
      <RouterProvider router={router} />
    </Provider>
  );
}
