import ICAL from 'ical.js';
import { ada, ask, create, enter, person, switchFeature } from './api.ts';
import { fill, heading, press } from './forms.ts';
import { keys, tabTo } from './keys.ts';
import { expect, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const ana = person('Ana', 'Adams');

test('a reminder from the card to its date, with the keyboard alone', async ({
  admin: page,
  mailbox,
  clock,
  hub,
  looks,
}) => {
  const id = await create(page, ana);

  await test.step('it is set on the card', async () => {
    await page.goto(`/users/${id}`);
    await expect(heading(page, 'Ana Adams')).toBeVisible();
    await keys(page, '4');
    await expect(page.getByRole('link', { name: 'Reminders', exact: true }).last()).toHaveAttribute(
      'aria-current',
      'page',
    );
    await tabTo(page, page.getByRole('button', { name: 'New reminder' }), 60);
    await keys(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: 'New reminder' });
    await expect(dialog.getByRole('textbox', { name: 'What to remember' })).toBeFocused();
    await keys(page, 'Enter');
    await expect(dialog.getByRole('alert')).toBeFocused();
    await tabTo(page, dialog.getByRole('textbox', { name: 'What to remember' }));
    await page.keyboard.type('Call about the contract');
    const repeat = dialog.getByRole('combobox', { name: 'Repeat' });
    await tabTo(page, repeat);
    await keys(page, 'Enter', 'ArrowDown', 'Enter');
    await expect(repeat).toHaveText('Every day');
    await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
    await keys(page, 'Enter');
    await expect(dialog).toBeHidden();
    const list = page.getByRole('list', { name: 'Reminders' });
    await expect(list).toContainText('Call about the contract');
    await expect(list).toContainText('tomorrow 09:00');
    await expect(list).toContainText('Every day');
  });

  await test.step('on its date it comes by mail and stands under the bell', async () => {
    await clock.advance('48h');
    const email = await mailbox.next(ada.email);
    expect(email.subject).toBe('Reminder: Call about the contract (Ana Adams)');
    expect(email.text).toContain(`/users/${id}/reminders`);
    await enter(page, hub, ada);
    await page.goto('/users');
    const bell = page.getByRole('button', { name: 'Recent changes, 0 new, 1 due' });
    await expect(bell).toBeVisible({ timeout: 15_000 });
    await bell.focus();
    await keys(page, 'Enter');
    await expect(page.getByRole('dialog', { name: 'Recent changes' })).toContainText('Call about the contract');
    await looks(page, 'bell-due');
    const due = page.getByRole('dialog', { name: 'Recent changes' });
    await tabTo(page, due.getByRole('button', { name: 'Mark Call about the contract as done' }));
    await keys(page, 'Enter');
    await expect(due).toContainText('No reminder is due.');
    await expect(due).toBeFocused();
    await keys(page, 'Control+z');
    await expect(due.getByRole('button', { name: 'Mark Call about the contract as done' })).toBeVisible();
    await keys(page, 'Escape');
  });

  await test.step('G then R leads to the agenda; done, it moves to its next date, and Undo takes that back', async () => {
    await keys(page, 'g', 'r');
    await expect(heading(page, 'Reminders')).toBeFocused();
    const overdue = page.getByRole('list', { name: 'Overdue' });
    await expect(overdue).toContainText('Call about the contract');
    await tabTo(page, overdue.getByRole('button', { name: 'Mark Call about the contract as done' }), 60);
    await keys(page, 'Enter');
    await expect(page.getByRole('list', { name: 'Next' })).toContainText('Call about the contract');
    await expect(page.getByText(/Call about the contract is done\. Next:/)).toBeVisible();
    await expect(heading(page, 'Reminders')).toBeFocused();
    await keys(page, 'Control+z');
    await expect(overdue).toContainText('Call about the contract');
  });

  await test.step('corrected while it is put off, it comes back when its rule says', async () => {
    const actions = page.getByRole('button', { name: 'Actions for Call about the contract' });
    await actions.click();
    await page.getByRole('menuitem', { name: /^In an hour/ }).click();
    await expect(page.getByText(/Call about the contract comes back/)).toBeVisible();
    await actions.click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit reminder' });
    await fill(dialog, { Note: 'Mornings are best.' });
    await press(dialog, 'Save');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('Mornings are best.')).toBeVisible();
    await press(page, 'Mark Call about the contract as done');
    await expect(page.getByText(/Call about the contract is done\. Next: .* 09:00\./)).toBeVisible();
    await keys(page, 'Control+z');
    await expect(page.getByRole('list', { name: 'Overdue' })).toContainText('Call about the contract');
  });

  await test.step('it is snoozed by its menu, and deleted', async () => {
    const overdue = page.getByRole('list', { name: 'Overdue' });
    const actions = page.getByRole('button', { name: 'Actions for Call about the contract' });
    await tabTo(page, actions, 60);
    await keys(page, 'Enter');
    await page.getByRole('menuitem', { name: /^Another time/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Another time for/ });
    await dialog.getByLabel('Date').fill('');
    await press(dialog, 'Snooze');
    await expect(dialog.getByRole('alert')).toContainText('Choose a date.');
    await looks(page, 'reminder-snooze');
    await dialog.getByLabel('Date').fill('2040-01-02');
    await press(dialog, 'Snooze');
    await expect(overdue).toBeHidden();
    await expect(page.getByRole('list', { name: 'Next' })).toContainText('2 Jan 2040');
    await actions.click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByText('Nothing to remember.')).toBeVisible();
    await keys(page, 'Control+z');
    await expect(page.getByRole('list', { name: 'Next' })).toContainText('Call about the contract');
  });
});

test('calendars read a private address, and the file of one reminder', async ({ admin: page, elsewhere, looks }) => {
  await page.goto('/reminders');
  await press(page, 'In a calendar');
  const dialog = page.getByRole('dialog', { name: 'Your reminders in a calendar' });
  await press(dialog, 'Make an address');
  const url = await dialog.getByRole('textbox', { name: 'Address' }).inputValue();
  const read = async (address: string) => (await elsewhere()).request.get(address);
  const feed = await read(url);
  expect(feed.headers()['content-type']).toContain('text/calendar');
  const calendar = new ICAL.Component(ICAL.parse(await feed.text()) as ConstructorParameters<typeof ICAL.Component>[0]);
  const [entry] = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  expect(entry?.summary).toBe('Call about the contract (Ana Adams)');
  expect(entry?.isRecurring()).toBe(true);
  await press(dialog, 'Make a new address');
  const question = page.getByRole('alertdialog', { name: 'Make a new address?' });
  await expect(question).toContainText('stops working at once');
  await press(question, 'Cancel');
  expect((await read(url)).status()).toBe(200);
  await press(dialog, 'Make a new address');
  await looks(page, 'reminders-feed');
  await press(question, 'Make a new address');
  await expect(dialog.getByRole('textbox', { name: 'Address' })).not.toHaveValue(url);
  expect((await read(url)).status()).toBe(404);
  await press(dialog, 'Done');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Actions for Call about the contract' }).click();
  await page.getByRole('menuitem', { name: 'Download for a calendar' }).click();
  expect((await download).suggestedFilename()).toBe('reminder.ics');
});

test('the month: a day is chosen, and what is dragged to another day is put off', async ({ admin: page }) => {
  await page.goto('/reminders?show=month&month=2040-01');
  await expect(page.getByRole('heading', { name: 'January 2040' })).toBeVisible();
  const second = page.getByRole('link', { name: '2 Jan 2040, 1 reminder' });
  await second.click();
  await expect(page.getByRole('list', { name: '2 Jan 2040' })).toContainText('Call about the contract');
  const from = page.locator('td', { has: second }).getByText('Call about the contract');
  await from.dragTo(page.locator('td', { has: page.getByRole('link', { name: /^5 Jan 2040/ }) }));
  await expect(page.getByRole('link', { name: '5 Jan 2040, 1 reminder' })).toBeVisible();
  await press(page, 'Month after');
  await expect(page.getByRole('heading', { name: 'February 2040' })).toBeVisible();
});

test('switched off it stays visible, with the reason', async ({ admin: page }) => {
  await switchFeature(page, 'REMINDERS', false, 'Not in your plan.');
  await page.goto('/reminders');
  await expect(page.getByText('Not in your plan.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New reminder' })).toBeDisabled();
  await switchFeature(page, 'REMINDERS', true);
});

test('how it looks', async ({ admin: page, looks }) => {
  await page.goto('/reminders');
  await expect(page.getByRole('list', { name: 'Next' })).toBeVisible();
  await looks(page, 'reminders');
  await page.getByRole('button', { name: 'Actions for Call about the contract' }).click();
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
  await looks(page, 'reminder-menu');
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await expect(page.getByRole('dialog', { name: 'Edit reminder' })).toBeVisible();
  await looks(page, 'reminder-edit');
  await page.keyboard.press('Escape');
  await page.goto('/reminders?show=month&month=2040-01&day=2040-01-05');
  await expect(page.getByRole('list', { name: '5 Jan 2040' })).toBeVisible();
  await looks(page, 'reminders-month');
  const { users } = await ask<{ users: { edges: { node: { id: string } }[] } }>(
    page,
    '{ users(first: 1, filter: { search: "ana.adams" }) { edges { node { id } } } }',
  );
  await page.goto(`/users/${users.edges[0]!.node.id}/reminders`);
  await expect(page.getByRole('list', { name: 'Reminders' })).toBeVisible();
  await looks(page, 'card-reminders');
});
