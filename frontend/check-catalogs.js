// Fails when a sentence of the sources is missing from the catalogs, or one of theirs is no longer said.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const locales = join(import.meta.dirname, 'src/locales');
const before = mkdtempSync(join(tmpdir(), 'portico-locales-'));
const catalogs = () => readdirSync(locales, { recursive: true }).filter((name) => name.endsWith('.po'));
// The date in a catalog's head moves by itself.
const sentences = (folder, name) => readFileSync(join(folder, name), 'utf8').replace(/^"POT-Creation-Date.*$/m, '');

cpSync(locales, before, { recursive: true });
let stale = [];
try {
  execFileSync('npx', ['lingui', 'extract', '--config', join(import.meta.dirname, 'lingui.config.ts'), '--clean'], {
    stdio: 'pipe',
  });
  stale = catalogs().filter((name) => sentences(locales, name) !== sentences(before, name));
} finally {
  cpSync(before, locales, { recursive: true });
  rmSync(before, { recursive: true });
}
if (stale.length > 0) {
  console.error(`These catalogs are not current: ${stale.join(', ')}. Run: npm run web:generate`);
  process.exit(1);
}
