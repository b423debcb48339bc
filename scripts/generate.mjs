// Writes the generated code anew: Ent and its migrations, the GraphQL executor, the front end's typed documents.
//
//   npm run generate
import { go, heading, isMain, main, npm } from './run.mjs';
import { withPostgres } from './postgres.mjs';
import { setup } from './setup.mjs';

/** Generates everything; `env` names the empty PostgreSQL database that the migrations are worked out in. */
export async function generate(env) {
  heading('generated code');
  await go(['generate', './ent', './graph'], { env });
  await npm('web:generate');
}

if (isMain(import.meta)) {
  await main(async () => {
    await setup();
    await withPostgres(generate);
  });
}
