import { existsSync, readFileSync } from 'node:fs';

// What a browser downloads before a page first works, gzipped; the goals are those of the interface.
const dist = 'frontend/dist';
const manifestFile = `${dist}/.vite/manifest.json`;
if (!existsSync(manifestFile))
  throw new Error('frontend/dist is not built: npm run web:build comes before size-limit.');
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

/** A chunk and all that it imports at once. */
function closure(key, found = new Set()) {
  if (found.has(key) || !manifest[key]) return found;
  found.add(key);
  for (const inner of manifest[key].imports ?? []) closure(inner, found);
  return found;
}

const all = (...keys) => [...keys.reduce((found, key) => closure(key, found), new Set())];
const js = (keys) => keys.map((key) => `${dist}/${manifest[key].file}`);
const css = (keys) => [...new Set(keys.flatMap((key) => manifest[key].css ?? []))].map((file) => `${dist}/${file}`);
const has = (key) => key in manifest;

const publicStart = ['index.html', 'src/app/public/start.tsx'];
// The hub's chunk holds its start and the list of users, with the words of both: see frontend/bundling.ts.
const hubChunk = Object.keys(manifest).find((key) => manifest[key].name === 'hub' && key.endsWith('.js'));
if (!hubChunk) throw new Error('The build has no chunk of the hub.');
const hubStart = ['index.html', hubChunk];
const signIn = all(...publicStart, 'src/features/signin/SignInPage.tsx');
const users = all(...hubStart);
const hub = new Set(users);

// Every screen that is loaded when it is gone to, less what the hub has loaded by then.
const screens = Object.keys(manifest).filter((key) => /^src\/features\/.*Page\.tsx$/.test(key) && has(key));

// The hub's chunk starts the hub: a page for everyone that imports a piece of it would never come to rest.
for (const key of screens.filter((key) => /\/(signin|me|consent)\//.test(key)))
  if (all(key).includes(hubChunk)) throw new Error(`${key} is a page for everyone, and imports the hub.`);

export default [
  { name: '/login, first JavaScript', path: js(signIn), limit: '95 kB', gzip: true },
  { name: '/users, first JavaScript', path: js(users), limit: '130 kB', gzip: true },
  ...screens.map((key) => ({
    name: `${key}, what it adds`,
    path: js(all(key).filter((each) => !hub.has(each))),
    limit: '60 kB',
    gzip: true,
  })),
  { name: '/login, CSS', path: css(signIn), limit: '12 kB', gzip: true },
  { name: '/users, CSS', path: css(users), limit: '12 kB', gzip: true },
  ...screens
    .filter((key) => !key.includes('/signin/'))
    .map((key) => ({ name: `${key} in the hub, CSS`, path: css(all(...hubStart, key)), limit: '12 kB', gzip: true })),
].filter((check) => check.path.length > 0);
