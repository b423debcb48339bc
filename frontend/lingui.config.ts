import { readdirSync } from 'node:fs';
import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

const here = import.meta.dirname;

/** What the kit says, wherever it stands; everybody downloads it. */
const everyone = ['src/app/public', 'src/app/mount.tsx', 'src/ui', 'src/lib'];

/** What is around every screen. */
const shell = ['src/app/hub', 'src/app/gallery', 'src/parts'];

/** Every feature has a catalog of its own, which comes with its screens; with that of roles comes why somebody sees somebody. */
const features = readdirSync(`${here}/src/features`);

/** What the list of users says is a catalog, too: the first screen does not wait for the words of the card and the forms. */
const list = [
  'UsersPage.tsx',
  'useUserColumns.tsx',
  'Nobody.tsx',
  'list/Count.tsx',
  'list/ListHead.tsx',
  'list/ListTabs.tsx',
  'list/ColumnsButton.tsx',
  'list/ExportButton.tsx',
  'list/useChosenColumns.tsx',
].map((name) => `src/features/users/${name}`);

/** The palette, with the other names under which it finds a place, and the help on keys bring their own words. */
const palette = ['aliases.ts', 'Palette.tsx'].map((name) => `src/app/hub/${name}`);
const keys = ['src/app/hub/KeysHelp.tsx'];

const access = 'src/parts/access';
/** The end of a list that is no Grid. */
const lists = 'src/parts/lists';
/** What messages are called, and what has become of them. */
const messages = 'src/parts/messages';
/** What forms say of whoever saved first comes with the features whose forms those are. */
const conflict = 'src/parts/conflict';
const forms = [conflict, 'src/parts/texts'];
/** What the pages for everyone share. */
const open = 'src/parts/public';
/** What is said of second factors comes with signing in and with the page about oneself. */
const factors = 'src/parts/factors';
/** What is said of reminders comes with their screen, with the card's section and with the bell's list. */
const remembered = 'src/parts/reminders';
/** The states of what goes on in the background. */
const runs = 'src/parts/runs';
/** What is said of exports comes with their screen, and with the menu over the list of users. */
const exports = 'src/parts/exports';

/** What of the parts is said by one feature, or by a few, and not around every screen. */
const borrowed: Record<string, string[]> = {
  roles: [access, conflict],
  developers: [access, conflict],
  settings: [conflict],
  jobs: [conflict, runs, exports],
  transfers: [exports, runs, lists],
  users: [...forms, lists, messages],
  email: [messages, conflict, lists],
  signin: [open, factors],
  me: [open, factors],
  consent: [open],
  groups: forms,
  companies: forms,
  reminders: [remembered, lists, 'src/features/users/RemindersTab.tsx'],
};

const within = (rooms: string[]) => rooms.map((room) => `<rootDir>/${room}`);

export default defineConfig({
  locales: ['en'],
  sourceLocale: 'en',
  rootDir: here,
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}/public', include: within(everyone) },
    {
      path: '<rootDir>/src/locales/{locale}/hub',
      include: within(shell),
      // A folder that is left out is a pattern, unlike one that is read.
      exclude: [
        ...within([access, remembered, runs, exports, lists, messages, open, factors, ...forms]).map(
          (folder) => `${folder}/**`,
        ),
        ...within([...palette, ...keys]),
      ],
    },
    { path: '<rootDir>/src/locales/{locale}/palette', include: within(palette) },
    // It names the sections of the card.
    { path: '<rootDir>/src/locales/{locale}/keys', include: within([...keys, 'src/features/users/cardTabs.ts']) },
    ...features.map((name) => ({
      path: `<rootDir>/src/locales/{locale}/${name}`,
      include: within([`src/features/${name}`, ...(borrowed[name] ?? [])]),
    })),
    { path: '<rootDir>/src/locales/{locale}/users-list', include: within(list) },
    // What opens over the list says little; it does not wait for the words of the card either.
    { path: '<rootDir>/src/locales/{locale}/users-tools', include: within(['src/features/users/list']) },
  ],
  format: formatter({ lineNumbers: false }),
});
