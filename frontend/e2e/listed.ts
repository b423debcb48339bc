import type { Page } from '@playwright/test';
import { ask, create, person } from './api.ts';

/** A row of the list, by who is in it. */
export const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

/** Four people who differ in all that the list tells apart, made without the form. */
export async function fourPeople(admin: Page) {
  const { roles } = await ask<{ roles: { id: string; name: string }[] }>(admin, '{ roles { id name } }');
  const roleId = roles.find(({ name }) => name === 'Super User')?.id;
  const ana = { title: 'Treasurer', companyName: 'Nordlys', newGroupNames: ['Board'], roleId };
  await create(admin, person('Ana', 'Adams'), ana);
  const ben = { title: 'Auditor', companyName: 'Nordlys', account: { notify: 'IMMEDIATELY' } };
  await create(admin, person('Ben', 'Berg'), ben);
  await create(admin, person('Cleo', 'Chan'), { newGroupNames: ['Choir'], emailSubscribed: true });
  await create(admin, person('Dora', 'Dale'));
}
