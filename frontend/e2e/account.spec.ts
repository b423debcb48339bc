import { create, enter, messageCount, person, welcome } from './api.ts';
import { fill, heading, press } from './forms.ts';
import { expect, Mailbox, test } from './test.ts';

const notice = 'Account successfully created and reset password email sent.';

test.describe.configure({ mode: 'serial' });

test.describe('Settings › Account Details', () => {
  const ivar = person('Ivar', 'Ingens');
  const work = 'ivar@work.example.org';
  let id = '';

  test('makes an account for the address that stands there, with exactly one mail', async ({
    admin: page,
    mailbox,
  }) => {
    id = await create(page, ivar);
    await page.goto(`/users/${id}/settings`);
    const email = page.getByRole('textbox', { name: 'Account email' });
    await expect(email).toHaveValue(ivar.email);
    await email.fill(work);
    await page.getByRole('button', { name: 'Create User' }).dblclick();
    await expect(page.getByText(notice)).toBeVisible();
    await expect(email).toHaveValue(work);
    await expect(email).not.toBeEditable();

    expect(Mailbox.link(await mailbox.next(work))).toContain('/set-password#token=');
    const trail = page.getByRole('list', { name: 'Link trail' }).getByRole('listitem');
    await expect(trail).toHaveText(/Invitation sent.*to ivar@work\.example\.org.*works until/);
    expect(await messageCount(page, id)).toBe(1);
  });

  test('says so for 16 hours, to every administrator, whatever becomes of the browser', async ({
    admin: page,
    hub,
    elsewhere,
    mailbox,
    clock,
  }) => {
    await page.goto(`/users/${id}/settings`);
    await expect(page.getByText(notice)).toBeVisible();

    const kim = person('Kim', 'Kvam');
    await welcome(page, elsewhere, mailbox, kim, { role: 'Portal Administrator' });
    const other = await elsewhere();
    await enter(other, hub, kim);
    await other.goto(`/users/${id}/settings`);
    await expect(other.getByText(notice)).toBeVisible();

    await clock.advance('15h50m');
    await enter(other, hub, kim);
    await other.reload();
    await expect(other.getByText(notice)).toBeVisible();
    await clock.advance('11m');
    await other.reload();
    await expect(heading(other, 'Ivar Ingens')).toBeVisible();
    await expect(other.getByText(notice)).toBeHidden();
  });

  test('sends a reset after Confirm, not before, and the trail names what it replaced', async ({
    admin: page,
    mailbox,
  }) => {
    await page.goto(`/users/${id}/settings`);
    await press(page, 'Send Password Reset');
    await press(page.getByRole('alertdialog'), 'Cancel');
    await press(page, 'Send Password Reset');
    await expect(page.getByRole('alertdialog')).toContainText(work);
    expect(await messageCount(page, id)).toBe(1);
    await page.getByRole('button', { name: 'Confirm' }).dblclick();
    await expect(page.getByText(`sent to ${work}.`)).toBeVisible();
    await expect(page.getByText('look in the spam folder')).toBeVisible();
    await mailbox.next(work);
    expect(await messageCount(page, id)).toBe(2);
    const trail = page.getByRole('list', { name: 'Link trail' }).getByRole('listitem');
    await expect(trail).toHaveText([/sent/, /Invitation replaced/]);
  });
});

test.describe('Details › Password', () => {
  const jo = person('Jo', 'Jensen');
  const invitation = 'Send invitation to create a password';
  let id = '';

  test('shows the switch before there is a password, and never the button', async ({ admin: page, mailbox }) => {
    id = await create(page, jo);
    await page.goto(`/users/${id}/details`);
    const section = page.getByRole('region', { name: 'Password' });
    const invite = section.getByRole('switch', { name: invitation });
    await expect(invite).not.toBeChecked();
    await expect(section.getByRole('button', { name: 'Reset Password' })).toHaveCount(0);
    await invite.click();
    expect(await messageCount(page, id)).toBe(0);
    await press(page.getByRole('alertdialog'), 'Confirm');
    await expect(section).toContainText(`Invitation sent to ${jo.email}.`);
    await expect(invite).toBeChecked();
    await mailbox.next(jo.email);

    await press(section, 'Resend Invite');
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText(`Resend invite to ${jo.email}?`);
    await expect(question).toContainText('The old link stops working.');
    expect(await messageCount(page, id)).toBe(1);
    await press(question, 'Confirm');
    await expect(question).toBeHidden();
    expect(await messageCount(page, id)).toBe(2);
  });

  test('shows the button once there is a password, and never the switch', async ({
    admin: page,
    elsewhere,
    mailbox,
  }) => {
    const inbox = await elsewhere();
    await inbox.goto(Mailbox.link(await mailbox.next(jo.email)));
    await fill(inbox, { 'New password': jo.password });
    await press(inbox, 'Save password');
    await expect(heading(inbox, 'You are signed in')).toBeVisible();

    await page.goto(`/users/${id}/details`);
    const section = page.getByRole('region', { name: 'Password' });
    await expect(section.getByRole('button', { name: 'Reset Password' })).toBeVisible();
    await expect(section.getByRole('switch', { name: invitation })).toHaveCount(0);
    await press(section, 'Reset Password');
    await press(page.getByRole('alertdialog'), 'Confirm');
    await expect(section).toContainText(`Password reset sent to ${jo.email}.`);
    expect((await mailbox.next(jo.email)).subject).toMatch(/reset/i);
    await page.goto(`/users/${id}/settings`);
    const trail = page.getByRole('list', { name: 'Link trail' }).getByRole('listitem');
    await expect(trail).toHaveText([/Password reset sent/, /Invitation used/, /Invitation replaced/]);
  });
});
