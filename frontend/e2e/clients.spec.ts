import { ask, create, person } from './api.ts';
import { fill, follow, heading, press } from './forms.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const company = 'Nordlys AS';
let token = '';

test('an API client is made for one company, and its token is shown once', async ({ admin: page, looks, hub }) => {
  await create(page, person('Nora', 'Near'), { companyName: company });
  await create(page, person('Frode', 'Far'), { companyName: 'Sydlys AS' });
  await page.goto('/users');
  await follow(page, 'Developers');
  await expect(heading(page, 'API clients')).toBeVisible();
  await expect(page.getByText('No API clients yet.')).toBeVisible();
  await looks(page, 'clients-first-run');
  await follow(page, 'New API client');
  await press(page, 'Create API client');
  await expect(page.getByRole('alert')).toContainText('Enter a name.');
  await fill(page, { Name: 'Partner portal', 'Allowed origins': 'portal.example.org' });
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await expect(page.getByText('portal.example.org is no origin.')).toBeVisible();
  await fill(page, { 'Allowed origins': 'https://portal.example.org\nhttps://shop.example.org' });
  await page.getByRole('radio', { name: /Some companies/ }).check();
  await page.getByRole('combobox', { name: 'Companies' }).fill('nord');
  await page.getByRole('option', { name: company }).click();
  await page.getByRole('checkbox', { name: 'See companies' }).check();
  await expect(page.getByRole('checkbox', { name: 'See users' })).toBeChecked();
  await looks(page, 'client-new');
  await press(page, 'Create API client');
  const dialog = page.getByRole('dialog', { name: 'Token of Partner portal' });
  await expect(dialog).toContainText('it is not shown again');
  token = await dialog.getByRole('textbox', { name: 'Token' }).inputValue();
  expect(token).toMatch(/^ptc_[\w-]{43}$/);
  await looks(page, 'client-token');
  await press(dialog, 'Done');
  await expect(heading(page, 'Partner portal')).toBeVisible();
  await expect(page.getByText(token)).toHaveCount(0);

  const answer = await page.request.fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, cookie: '' },
    data: { query: '{ users(first: 9) { edges { node { firstName } } } }' },
  });
  expect(await answer.json()).toEqual({ data: { users: { edges: [{ node: { firstName: 'Nora' } }] } } });
});

test('its administrator sees through its eyes, and finds the way out', async ({ admin: page, looks }) => {
  await page.goto('/developers/clients');
  await follow(page, 'Open Partner portal');
  await follow(page, 'View as this client');
  await expect(heading(page, 'Users as Partner portal sees them')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nora Near' })).toBeVisible();
  await expect(page.getByText('1 user', { exact: true })).toBeVisible();
  await expect(page.getByText('Frode')).toHaveCount(0);
  await looks(page, 'client-view-as');
  await page.getByRole('searchbox', { name: 'Search users' }).fill('frode');
  await expect(page.getByText('No user matches.')).toBeVisible();
  await follow(page, 'Stop viewing');
  await expect(heading(page, 'Partner portal')).toBeVisible();
});

test('it is changed, rotated, and revoked at once', async ({ admin: page, looks }) => {
  await page.goto('/developers/clients');
  await follow(page, 'Open Partner portal');
  await fill(page, { Name: 'Portal of Nordlys' });
  await press(page, 'Save API client');
  await expect(page.getByText('Portal of Nordlys was saved.')).toBeVisible();
  await expect(heading(page, 'Portal of Nordlys')).toBeVisible();
  await looks(page, 'client');
  await press(page, 'Rotate…');
  await press(page.getByRole('alertdialog'), 'Rotate');
  const dialog = page.getByRole('dialog', { name: 'Token of Portal of Nordlys' });
  await expect(dialog).toContainText('works for one more day');
  expect(await dialog.getByRole('textbox', { name: 'Token' }).inputValue()).not.toBe(token);
  await press(dialog, 'Done');
  await expect(page.getByText('The token before the last rotation works until')).toBeVisible();
  await press(page, 'Revoke…');
  await press(page.getByRole('alertdialog'), 'Revoke');
  await expect(page.getByText('its tokens are refused for good')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Revoke…' })).toHaveCount(0);
  await page.goto('/developers/clients');
  await expect(page.getByRole('article').getByText('Revoked', { exact: true })).toBeVisible();
  await looks(page, 'clients');
});

test('a feature that is switched off stays visible, with the reason', async ({ admin: page, looks }) => {
  await page.goto('/users');
  await follow(page, 'Settings');
  await follow(page, 'Features');
  await expect(heading(page, 'Features')).toBeVisible();
  for (const [name, reason] of [
    ['Notes', 'Not part of your plan.'],
    ['API clients', 'Closed until the audit is over.'],
  ] as const) {
    await page.getByRole('switch', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `Switch off ${name}?` });
    await fill(dialog, { Reason: reason });
    if (name === 'Notes') await looks(page, 'feature-off');
    await press(dialog, 'Switch off');
    await expect(page.getByText(`Off: ${reason}`)).toBeVisible();
    await expect(page.getByRole('switch', { name, exact: true })).not.toBeChecked();
  }
  await looks(page, 'features');

  await page.goto('/users/new');
  const note = page.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeDisabled();
  await expect(page.getByText('Not part of your plan.')).toBeVisible();
  await page.goto('/developers/clients');
  await expect(page.getByText('Closed until the audit is over.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'New API client' })).toHaveCount(0);
  await looks(page, 'clients-off');

  await page.goto('/settings/features');
  await page.getByRole('switch', { name: 'Notes', exact: true }).click();
  await expect(page.getByText('Notes is switched on.')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Notes', exact: true })).toBeChecked();
  const { viewer } = await ask<{ viewer: { features: { name: string; enabled: boolean }[] } }>(
    page,
    '{ viewer { features { name enabled } } }',
  );
  expect(viewer.features.filter(({ enabled }) => !enabled).map(({ name }) => name)).toEqual(['API_CLIENTS']);
});
