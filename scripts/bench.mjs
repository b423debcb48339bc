// Measures Portico beside raw SQL and the bare executor, on SQLite and PostgreSQL; server/bench says how.
//
//   npm run bench                                          takes about half an hour, and longer the first time
//   npm run bench -- --users 10000 --only W1 --databases sqlite --rounds 3
//   npm run bench -- --help
//
// The databases are kept in .cache/bench, also PostgreSQL's, unless PORTICO_TEST_POSTGRES_URL names a server.
import { join } from 'node:path';
import { buildBinary } from './build.mjs';
import { startPostgres } from './postgres.mjs';
import { go, main, root, untilItEnds } from './run.mjs';

const cache = join(root, '.cache/bench');

/** Whether the arguments leave PostgreSQL out. */
function withoutPostgres(args) {
  const at = args.findIndex((arg) => /^--?databases(=|$)/.test(arg));
  const said = at < 0 ? '' : (args[at].split('=')[1] ?? args[at + 1] ?? '');
  return args.some((arg) => /^--?h(elp)?$/.test(arg)) || (at >= 0 && !said.includes('postgres'));
}

await main(async () => {
  const args = process.argv.slice(2);
  process.chdir(root);
  const program = join(cache, 'portico');
  await buildBinary(program);
  await go(['build', '-o', join(cache, 'bench'), './server/bench']);
  const postgres = withoutPostgres(args) ? undefined : await startPostgres({ kept: join(cache, 'postgres') });
  try {
    await untilItEnds(join(cache, 'bench'), ['--portico', program, '--cache', cache, ...args], postgres?.env);
  } finally {
    await postgres?.stop();
  }
});
