import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderScreen } from '@/test/render';
import { clearToasts, showToast, switchLetters } from '@/ui';
import { Shell } from './Shell';

vi.mock('./screens', async () => {
  const { createElement } = await import('react');
  return {
    screens: [
      { path: '/users', element: createElement('h1', null, 'Manage Users') },
      { path: '/users/new', element: createElement('h1', null, 'New User') },
      { path: '/email', element: createElement('input', { 'aria-label': 'A field' }) },
    ],
  };
});

const viewer = {
  user: {
    id: 'VXNlcjox',
    firstName: 'Mona',
    lastName: 'Kvam',
    email: 'mona@example.org',
    memberships: [],
    __typename: 'User',
  },
  permissions: ['USERS_READ', 'USERS_WRITE', 'MESSAGES_READ'],
  reach: 'EVERYTHING',
  grantableRoles: [],
  managedGroups: [],
  features: [],
};
const none = { users: { edges: [] } };

async function setUp(at: string) {
  const page = renderScreen(<Shell />, { at, answers: { Viewer: { viewer }, Palette: none } });
  await screen.findByRole('banner');
  return page;
}

describe('Shell', () => {
  beforeEach(() => {
    clearToasts();
    switchLetters(true);
  });

  it('goes with G and a letter, and creates with C', async () => {
    const { user } = await setUp('/users');
    await user.keyboard('c');
    expect(await screen.findByRole('heading', { name: 'New User' })).toBeTruthy();
    await user.keyboard('gu');
    expect(await screen.findByRole('heading', { name: 'Manage Users' })).toBeTruthy();
    await user.keyboard('{Control>}c{/Control}');
    expect(screen.queryByRole('heading', { name: 'New User' })).toBeNull();
  });

  it('leaves letters to whoever types', async () => {
    const { user } = await setUp('/email');
    await user.click(screen.getByRole('textbox', { name: 'A field' }));
    await user.keyboard('c?gu');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'A field' }).value).toBe('c?gu');
  });

  it('explains its keys, where letters can be switched off', async () => {
    const { user } = await setUp('/users');
    await user.keyboard('?');
    await user.click(await screen.findByRole('switch', { name: 'Single-letter shortcuts' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('c?');
    expect(screen.getByRole('heading', { name: 'Manage Users' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(localStorage.getItem('portico.letters')).toBe('off');
  });

  it('keeps what is typed while the palette is on its way', async () => {
    const { user } = await setUp('/users');
    await user.keyboard('{Control>}k{/Control}new');
    const box = await screen.findByRole<HTMLInputElement>('searchbox', { name: 'Search or jump to…' });
    await waitFor(() => expect(box.value).toBe('new'));
    await user.type(box, ' user');
    expect(box.value).toBe('new user');
  });

  it('finds screens within the sections, and what is created by its whole name', async () => {
    const permissions = ['SETTINGS_WRITE', 'API_CLIENTS_WRITE', 'REMINDERS_WRITE', 'USERS_WRITE'];
    const answers = { Viewer: { viewer: { ...viewer, permissions } }, Palette: none };
    const { user } = renderScreen(<Shell />, { at: '/users', answers });
    await screen.findByRole('banner');
    for (const [typed, href] of [
      ['Features', '/settings/features'],
      ['Settings › Features', '/settings/features'],
      ['Email › Templates', '/email/templates'],
      ['Sign-up form', '/developers/signup-form'],
      ['New API client', '/developers/clients/new'],
      ['New reminder', '/reminders?new=yes'],
    ]) {
      await user.keyboard('{Control>}k{/Control}');
      await user.type(await screen.findByRole('searchbox'), typed!);
      const found = await screen.findByRole('menuitem');
      expect(found.getAttribute('href')).toBe(href);
      expect(typed).toContain(found.textContent);
      await user.keyboard('{Escape}{Escape}');
      await waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull());
    }
  });

  it('leads whoever edits templates to them, and whoever reads messages to those', async () => {
    const asked: [string[], string, string | null][] = [
      [['SETTINGS_WRITE'], 'EVERYTHING', '/email/templates'],
      [['SETTINGS_WRITE', 'MESSAGES_READ'], 'EVERYTHING', '/email'],
      [['SETTINGS_WRITE'], 'ASSIGNED_COMPANIES', null],
      [['USERS_READ'], 'EVERYTHING', null],
    ];
    for (const [permissions, reach, href] of asked) {
      const answers = { Viewer: { viewer: { ...viewer, permissions, reach } }, Palette: none };
      const { unmount } = renderScreen(<Shell />, { at: '/users', answers });
      await screen.findByRole('banner');
      const links = screen.queryAllByRole('link', { name: 'Email' });
      expect(links.map((link) => link.getAttribute('href'))).toEqual(href ? [href] : []);
      unmount();
    }
  });

  it('takes back with Ctrl Z, and keeps what was done in the bell', async () => {
    const { user } = await setUp('/users');
    const [first, second] = [vi.fn(), vi.fn()];
    act(() => showToast({ message: 'Ana Adams was deactivated.', undo: first }));
    act(() => showToast({ message: 'Ivo Petrović was deactivated.', undo: second }));
    await user.keyboard('{Control>}z{/Control}');
    expect(second).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole('button', { name: 'Recent changes, 2 new' }));
    const bell = await screen.findByRole('dialog', { name: 'Recent changes' });
    expect(bell.textContent).toMatch(/Ivo Petrović.*Ana Adams/);
    const [undo, ...others] = [...bell.querySelectorAll('button')].filter(({ textContent }) => textContent === 'Undo');
    expect(others).toEqual([]);
    await user.click(undo!);
    expect(first).toHaveBeenCalledTimes(1);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Recent changes' })));
  });

  it('says when it is offline, and asks again for what is shown when that is over', async () => {
    const { sent } = await setUp('/users');
    const before = sent.length;
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void dispatchEvent(new Event('offline')));
    expect(screen.getByText('You are offline. What you see may be out of date.')).toBeTruthy();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    expect(screen.queryByText('You are offline. What you see may be out of date.')).toBeNull();
    await waitFor(() => expect(sent.slice(before).map(({ operation }) => operation)).toEqual(['Viewer']));
  });
});
