import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter, useNavigate } from 'react-router';
import { Provider } from 'urql';
import { vi } from 'vitest';
import { createClient } from '@/lib/client';
import { type Viewer, ViewerContext } from '@/lib/viewer';
import { FollowContext } from '@/ui';

/** What was sent in one request. */
export interface Sent {
  operation: string;
  variables: Record<string, unknown>;
  headers: Headers;
}

/** Answers by operation name: data, or a function of what was sent. A missing one is answered with an error. */
export type Answers = Record<string, unknown | ((sent: Sent) => unknown)>;

const mona: Viewer = {
  user: { id: 'VXNlcjox', firstName: 'Mona', lastName: 'Kvam', email: 'mona@example.org' },
  permissions: ['USERS_READ', 'USERS_WRITE', 'ACCOUNTS_MANAGE', 'NOTES_READ', 'GROUPS_WRITE', 'MESSAGES_READ'],
  reach: 'EVERYTHING',
  grantableRoles: [],
  managedGroups: [],
  features: [],
};

interface Options {
  answers?: Answers;
  /** Where we are: a path with its search. */
  at?: string;
  viewer?: Partial<Viewer>;
}

/** Answers fetch from a table, and keeps what was sent. */
export function answerWith(answers: Answers): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_url: unknown, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as { query: string; variables: Record<string, unknown> };
    const operation = /\b(?:query|mutation)\s+(\w+)/.exec(body.query)?.[1] ?? '';
    const one = { operation, variables: body.variables, headers: new Headers(init.headers) };
    sent.push(one);
    const answer = answers[operation];
    const data = typeof answer === 'function' ? await (answer as (one: Sent) => unknown)(one) : answer;
    const result = data === undefined ? { errors: [{ message: `no answer for ${operation}` }] } : { data };
    return new Response(JSON.stringify(result), { headers: { 'Content-Type': 'application/json' } });
  });
  return sent;
}

function Within({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  return <FollowContext value={(href, options) => void navigate(href, options)}>{children}</FollowContext>;
}

/** Puts a screen or a control on a page as the application would, with a server that answers from a table. */
export function renderScreen(screen: ReactNode, { answers = {}, at = '/', viewer }: Options = {}) {
  const sent = answerWith(answers);
  const user = userEvent.setup();
  const page = render(screen, {
    wrapper: ({ children }) => (
      <I18nProvider i18n={i18n}>
        <Provider value={createClient()}>
          <MemoryRouter initialEntries={[at]}>
            <Within>
              <ViewerContext value={{ ...mona, ...viewer }}>{children}</ViewerContext>
            </Within>
          </MemoryRouter>
        </Provider>
      </I18nProvider>
    ),
  });
  return { ...page, user, sent };
}
