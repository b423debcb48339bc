import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

/** Two catalogs, so that the pages for everyone never download the hub's sentences. */
const everyone = ['src/app/public', 'src/features/signin', 'src/ui', 'src/lib'];

export default defineConfig({
  locales: ['en'],
  sourceLocale: 'en',
  rootDir: import.meta.dirname,
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}/public', include: everyone.map((room) => `<rootDir>/${room}`) },
    {
      path: '<rootDir>/src/locales/{locale}/hub',
      include: ['<rootDir>/src/app', '<rootDir>/src/features', '<rootDir>/src/parts'],
      exclude: everyone.map((room) => `<rootDir>/${room}/**`),
    },
  ],
  format: formatter({ lineNumbers: false }),
});
