import type { Locator, Page } from '@playwright/test';
import type { Person } from './api.ts';

/** Types into fields by their labels. */
export async function fill(form: Page | Locator, fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) {
    // A password has no role; on pages that ask for one nothing else bears its label.
    const field = /password/i.test(label)
      ? form.getByLabel(label, { exact: true })
      : form.getByRole('textbox', { name: label, exact: true });
    await field.fill(text);
  }
}

/** The fields of a person that a new user must have. */
export function must({ email, firstName, lastName }: Person) {
  return { Email: email, 'First Name': firstName, 'Last Name': lastName };
}

/** Presses a button. */
export const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Follows a link. */
export const follow = (page: Page | Locator, name: string) => page.getByRole('link', { name, exact: true }).click();

/** What was done last, or was not, with its Undo. */
export const toast = (page: Page) => page.getByRole('status', { name: 'Notifications' });

/** The page's heading. */
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** The value beside a term, where a page describes something. */
export const fact = (page: Page | Locator, term: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${term}$`) })
    .locator('xpath=following-sibling::*[1]');

/** Signs in with the form. */
export async function signIn(page: Page, { email, password }: Pick<Person, 'email' | 'password'>) {
  await page.goto('/login');
  await fill(page, { 'Email or login name': email, Password: password });
  await press(page, 'Sign in');
}
