import { ada, ask, create, person } from './api.ts';
import { fact, follow, heading, press, signIn, toast } from './forms.ts';
import { keys, tabTo } from './keys.ts';
import { expect, Mailbox, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const ana = person('Ana', 'Adams');
const bo = person('Bo', 'Berg');
const cy = person('Cy', 'Clark');
let anaId = '';

test('an invitation that came back is shown with the fix, and warns before another goes out', async ({
  admin: page,
  hub,
  mailbox,
  axe,
  looks,
}) => {
  anaId = await create(page, ana, { account: { notify: 'IMMEDIATELY' }, companyName: 'Nordic Guild' });
  await hub.report(await mailbox.next(ana.email), 'email.bounced');
  await page.goto('/email');
  await follow(page, 'Invitations');
  await expect(page).toHaveURL('/email/invitations');
  await expect(page.getByRole('row', { name: ana.email })).toContainText('until');
  await looks(page, 'invitations');

  const show = page.getByRole('combobox', { name: 'Show' });
  await tabTo(page, show);
  await keys(page, 'Enter', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(page).toHaveURL('/email/invitations?show=bounced');
  await expect(page.getByRole('row', { name: ana.email })).toContainText(
    'Bounced: mailbox not found. Check the spelling.',
  );
  await looks(page, 'invitations-bounced');
  await follow(page, 'Ana Adams');
  await expect(page.getByRole('list', { name: 'Link trail' })).toContainText('Invitation bounced');

  await page.goto(`/users/${anaId}/details`);
  await press(page, 'Resend Invite');
  await press(page, 'Confirm');
  const warning = page.getByRole('alertdialog', { name: 'Send it all the same?' });
  await expect(warning).toContainText(`Mail to ${ana.email} came back before. Check the spelling.`);
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(warning).toBeHidden();
  await press(page, 'Resend Invite');
  await press(page, 'Confirm');
  await expect(warning.getByRole('button', { name: 'Send anyway' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Invitation sent to ${ana.email}.`)).toBeVisible();
  await mailbox.next(ana.email);
});

test('invitations are taken back together, by the keyboard, and sent again', async ({
  admin: page,
  mailbox,
  elsewhere,
  looks,
}) => {
  for (const who of [bo, cy]) await create(page, who, { account: { notify: 'IMMEDIATELY' } });
  const link = Mailbox.link(await mailbox.next(bo.email));
  await mailbox.next(cy.email);
  await page.goto('/email/invitations');
  await expect(page.getByRole('row', { name: cy.email })).toBeVisible();
  await page.getByRole('row', { name: bo.email }).getByRole('link').focus();
  await keys(page, 'x', 'ArrowDown', 'x');
  await expect(page.getByText('2 selected')).not.toHaveCount(0);
  await looks(page, 'invitations-selected');
  // All stop being selected with the first that is taken out, and with another list.
  await page.getByRole('row', { name: cy.email }).getByRole('checkbox').uncheck();
  const everyone = page.getByRole('button', { name: /^Select all/ });
  await everyone.click();
  await expect(everyone).toHaveCount(0);
  await page.getByRole('row', { name: cy.email }).getByRole('checkbox').uncheck();
  await expect(everyone).toBeVisible();
  await press(page, 'Clear');
  for (const who of [bo, cy]) await page.getByRole('row', { name: who.email }).getByRole('checkbox').check();
  await tabTo(page, page.getByRole('button', { name: 'Revoke invitation' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog', { name: 'Revoke 2 invitations?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('2 invitations were taken back');

  const inbox = await elsewhere();
  await inbox.goto(link);
  await expect(heading(inbox, /./)).toBeVisible();
  await expect(inbox.getByLabel('New password')).toHaveCount(0);
  await page.goto('/email/invitations?show=revoked');
  await follow(page, 'Bo Berg');
  await expect(page.getByRole('list', { name: 'Link trail' })).toContainText('Invitation taken back');
  await looks(page, 'card-settings-revoked');

  await page.goto('/email/invitations?show=revoked');
  await page.getByRole('row', { name: bo.email }).getByRole('checkbox').check();
  await press(page, 'Resend Invite');
  await press(page, 'Confirm');
  await expect(toast(page)).toContainText('1 invitation was sent again');
  await expect(page.getByRole('row', { name: bo.email })).toHaveCount(0);
  await inbox.goto(Mailbox.link(await mailbox.next(bo.email)));
  await expect(inbox.getByLabel('New password')).toBeVisible();
});

test('one invitation is taken back on the card', async ({ admin: page, looks }) => {
  await page.goto(`/users/${anaId}/details`);
  await press(page, 'Revoke invitation');
  await press(page, 'Revoke');
  await expect(toast(page)).toContainText('The invitation was taken back.');
  await expect(page.getByText('The invitation was taken back: nobody can sign in with this account.')).toBeVisible();
  await looks(page, 'card-revoked');
});

test('a message without an answer waits for a person, who decides once', async ({
  admin: page,
  mailbox,
  clock,
  looks,
}) => {
  const dee = person('Dee', 'Dahl');
  await mailbox.faults({ do: 'request_lost', probability: 1 });
  await create(page, dee, { account: { notify: 'IMMEDIATELY' } });
  // What was never tried has failed; what was, nobody knows of.
  await expect(async () => {
    const asked = '{ messages(first: 1) { edges { node { error } } } }';
    type Answer = { messages: { edges: { node: { error: string | null } }[] } };
    expect((await ask<Answer>(page, asked)).messages.edges[0]!.node.error).toContain('lost');
  }).toPass();
  await clock.advance('24h1m');
  await mailbox.faults();
  await signIn(page, ada);
  await expect(heading(page, 'Manage Users')).toBeVisible();
  await page.goto('/email?show=problems');
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('row', { name: dee.email })).toContainText('No answer', { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await follow(page, dee.email);
  await expect(page.getByText('Nobody knows whether it was sent')).toBeVisible();
  await looks(page, 'message-unanswered');
  await tabTo(page, page.getByRole('button', { name: 'It arrived' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody knows whether it was sent')).toHaveCount(0);
  await expect(fact(page, 'Decided by hand')).not.toBeEmpty();

  await press(page, 'Send again');
  await expect(page.getByRole('alertdialog')).toContainText('fresh link');
  await press(page, 'Confirm');
  await expect(toast(page)).toContainText(`Sent again to ${dee.email}.`);
  await mailbox.next(dee.email);
});
