import { transformAsync } from '@babel/core';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = fileURLToPath(new URL('.', import.meta.url));
const server = process.env.PORTICO_DEV_SERVER ?? 'http://127.0.0.1:8080';

/**
 * Expands Lingui's macros with Babel before anything else sees the file. Only files that import a macro pay for it;
 * everything else, TypeScript and JSX included, is left to the bundler.
 */
function linguiMacros(): Plugin {
  return {
    name: 'lingui-macros',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes('/macro')) return null;
      const result = await transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: ['@lingui/babel-plugin-lingui-macro'],
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [linguiMacros(), react(), lingui({ cwd: here })],
  resolve: { alias: { '@': `${here}src` } },
  build: {
    // dist/.keep lets Go build on a fresh clone, so the folder is emptied by clean.js instead.
    emptyOutDir: false,
    manifest: '.vite/manifest.json',
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/graphql', '/schema.graphql', '/users/[^/]+/activities.csv', '/exports', '/imports/[^/]+\\.xlsx', '/test', '/healthz', '/readyz'].map(
        (path) => [path.includes('[') ? `^${path}` : path, server],
      ),
    ),
  },
  test: {
    root: here,
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/lib/test/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
