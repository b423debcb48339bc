import { transformAsync } from '@babel/core';
import { babelOptimizerPlugin } from '@graphql-codegen/client-preset';
import { getConfig } from '@lingui/conf';
import { lingui } from '@lingui/vite-plugin';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chunks, documents, fetchAtOnce, keepApart, leanRouter } from './bundling.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const server = process.env.PORTICO_DEV_SERVER ?? 'http://127.0.0.1:8080';

/**
 * Expands Lingui's macros, and turns each graphql(`…`) into an import of its generated document, with Babel before
 * anything else sees the file. Only files that have either pay for it; the rest, TypeScript and JSX included, is left
 * to the bundler.
 */
function macros(): Plugin {
  const linguiConfig = getConfig({ configPath: `${here}lingui.config.ts` });
  return {
    name: 'portico-macros',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/src/gen/') || !/\/macro'|graphql\(/.test(code)) return null;
      const result = await transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: ['typescript', 'jsx'] },
        plugins: [
          ['@lingui/babel-plugin-lingui-macro', { linguiConfig }],
          [babelOptimizerPlugin, { artifactDirectory: `${here}src/gen`, gqlTagName: 'graphql' }],
        ],
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  };
}

/** Empties dist before a build, but for .keep, with which Go builds on a fresh clone. */
function emptyDist(): Plugin {
  return {
    name: 'portico-empty-dist',
    apply: 'build',
    async buildStart() {
      const dist = `${here}dist`;
      const names = await readdir(dist).catch(() => []);
      const old = names.filter((name) => name !== '.keep');
      await Promise.all(old.map((name) => rm(`${dist}/${name}`, { recursive: true })));
    },
  };
}

export default defineConfig({
  root: here,
  cacheDir: `${here}../node_modules/.vite`,
  plugins: [
    emptyDist(),
    // React Aria's own words come in thirty languages; only ours are kept.
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    macros(),
    documents(),
    leanRouter(),
    keepApart(),
    fetchAtOnce(),
    react(),
    lingui({ configPath: `${here}lingui.config.ts` }),
  ],
  resolve: { alias: { '@': `${here}src` } },
  build: {
    emptyOutDir: false,
    manifest: '.vite/manifest.json',
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: chunks,
        // The first script names all others: a letter less of each is a tenth of a kilobyte.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
      // Importing one control of the kit must not bring the others along through index.ts.
      treeshake: { moduleSideEffects: (id) => !/\/src\/(gen|lib|parts|ui)\/.*\.tsx?$/.test(id) },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      [
        '/graphql',
        '/schema.graphql',
        '/users/[^/]+/activities.csv',
        '/exports',
        '/imports/[^/]+\\.xlsx',
        '/test',
        '/healthz',
        '/readyz',
      ].map((path) => [path.includes('[') ? `^${path}` : path, server]),
    ),
  },
  test: {
    root: here,
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}', 'eslint/*.test.js'],
    setupFiles: ['src/test/setup.ts'],
    testTimeout: 30_000, // on a machine that does much else; what never comes is told by findBy and waitFor
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
