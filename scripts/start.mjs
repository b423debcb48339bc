// Serves Portico on SQLite; on a fresh machine it first installs and builds what that needs.
//
//   npm start                       on http://localhost:8080
//   npm start -- --addr :9000       arguments go to `portico serve`
import { binary, buildBinary, buildFrontend } from './build.mjs';
import { main, untilItEnds } from './run.mjs';
import { setup } from './setup.mjs';

await main(async () => {
  await setup();
  await buildFrontend({ ifNewer: true });
  await buildBinary();
  await untilItEnds(binary, ['serve', ...process.argv.slice(2)]);
});
