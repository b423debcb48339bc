const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' }).first();
const heading = (page, name) => page.getByRole('columnheader', { name, exact: true }).getByRole('button');
const tab = (page, name) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
const rows = (page) => page.locator('[role="row"][data-index]');

/** One press of a key, or of each of several. */
const press = (name, ...keys) =>
  keys.map((key) => ({ name: `${name}: ${key}`, act: (page) => page.keyboard.press(key) }));

/** One click. */
const click = (name, find) => ({ name, act: (page) => find(page).click() });

const typed = (name, text) => press(name, ...text);

const sorts = ['Email', 'Status', 'Role', 'Groups', 'Last sign-in', 'Name'].flatMap((name) =>
  ['up', 'down'].map((way) => click(`sorting by ${name}, ${way}`, (page) => heading(page, name))),
);

/** What moves other things because that is what was asked for: a filter's chip, a column, lower rows. */
const moving = (interaction) => ({ ...interaction, isMoving: true });

const tabs = [/^Active/, /^Inactive/, /^Invited/, /^Locked/, /^All/].map((name) =>
  click(`tab ${name.source.slice(1)}`, (page) => tab(page, name)),
);

/** What somebody does who looks for people in a long list; each is one key or one click, and begins where the former ended. */
export const interactions = [
  click('into the search', (page) => page.getByRole('searchbox', { name: 'Search users' })),
  ...typed('a common name', 'anna'),
  ...press('a common name', 'Escape'),
  ...typed('a rare name', 'echeverr'),
  ...press('a rare name', 'Escape'),
  ...sorts,
  ...tabs,
  click('adding a filter', (page) => button(page, 'Add filter')),
  click('filter Role', (page) => page.getByRole('menuitem', { name: 'Role', exact: true })),
  moving(click('role Member', (page) => page.getByRole('dialog').getByRole('checkbox', { name: 'Member' }))),
  moving(click('role Super User', (page) => page.getByRole('dialog').getByRole('checkbox', { name: 'Super User' }))),
  click('filter done', (page) => button(page, 'Done')),
  moving(click('removing the filter', (page) => button(page, 'Remove filter Role'))),
  click('opening the panel', (page) => button(page, /^Information about/)),
  ...press('walking the panel', 'ArrowDown', 'ArrowDown', 'j', 'k'),
  ...press('closing the panel', 'Escape'),
  ...press('scrolling', 'ArrowDown', 'PageDown', 'PageDown', 'PageDown', 'PageDown', 'PageUp'),
  ...press('to the end', 'Control+End'),
  ...press('at the end', 'ArrowUp', 'PageUp'),
  ...press('to the start', 'Control+Home'),
  click('columns', (page) => button(page, 'Columns')),
  moving(click('column Title', (page) => page.getByRole('menuitemcheckbox', { name: 'Title' }))),
  moving(click('compact rows', (page) => page.getByRole('menuitemradio').first())),
  ...press('columns', 'Escape'),
  click('actions', (page) =>
    rows(page)
      .nth(3)
      .getByRole('button', { name: /^Actions for/ }),
  ),
  ...press('actions', 'ArrowDown', 'Escape'),
];
