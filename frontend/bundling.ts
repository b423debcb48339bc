import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const generated = fileURLToPath(new URL('src/gen/graphql.ts', import.meta.url));
const marker = 'portico-document:';

/**
 * Gives every document of src/gen/graphql.ts a module of its own, its text in one line. From that one file all of them
 * would come along with the first that is needed. Works on what the macros made of each graphql(`…`).
 */
export function documents(): Plugin {
  return {
    name: 'portico-documents',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id) || !code.includes('gen/graphql')) return null;
      const imported = /import \{ (\w+(?:Document|FragmentDoc)) \} from "[^"]*gen\/graphql";/g;
      return { code: code.replace(imported, `import { $1 } from "${marker}$1";`), map: null };
    },
    resolveId: (id) => (id.startsWith(marker) ? `\0${id}` : null),
    async load(id) {
      const name = id.startsWith(`\0${marker}`) && id.slice(marker.length + 1);
      if (!name) return null;
      this.addWatchFile(generated);
      const source = await readFile(generated, 'utf8');
      const text = new RegExp(`export const ${name} = .*?new TypedDocumentString\\(\`([^\`]*)\``).exec(source)?.[1];
      if (text === undefined) throw new Error(`${name} is not in src/gen/graphql.ts. Run: npm run web:generate`);
      return `export const ${name} = ${JSON.stringify(text.replace(/\s+/g, ' ').trim())};`;
    },
  };
}

/**
 * Lets the bundler leave out those parts of React Router that nothing uses: its links, forms and their prefetching.
 * They stay only because their names for debugging are set, and because what forwardRef makes is not marked as pure. Its
 * warnings for developers go, too: by name, its package has nothing else to import.
 */
export function leanRouter(): Plugin {
  return {
    name: 'portico-lean-router',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/react-router/dist/')) return null;
      const lean = code
        .replace(/^\w+\.displayName = "\w+";$/gm, '')
        .replace('ENABLE_DEV_WARNINGS = true', 'ENABLE_DEV_WARNINGS = false')
        .replace(/= (React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ $1');
      return { code: lean, map: null };
    },
  };
}

/** What the hub and the pages for everyone both use: React, the language, and the smallest of the kit. */
const shared = new RegExp(
  [
    '/node_modules/(react|react-dom|scheduler|@lingui)/',
    '/src/app/(mount|Mark)\\b',
    '/src/lib/(administers|failure|format|navigation|post|request|theme|words)\\.',
    '/src/locales/en/public\\.',
    '/lucide-react/.*/icons/(chevron-down|x)\\.',
    // What a window has, which opens on the page about oneself, too.
    '/src/ui/(IconButton|Tooltip|overlays/useOpened)\\.',
    '/src/ui/(Avatar|Button|Checkbox|cx|DescriptionList|Field|follow|Kbd|Link|Note|PageHeader|PlainButton|PlainLink|Skeleton|Spinner|buttonLook)\\.',
  ].join('|'),
);

/** The list of users is what the hub is opened for: its code comes with the hub's own, rather than after it. */
const first = /\/src\/(app\/hub\/start|features\/users\/UsersPage|locales\/en\/users-list)\./;

/** What runs first, on every page, before any of the rest is there: it says which part to load, and asks what that will show. */
const start = new RegExp(
  [
    'vite/preload-helper',
    '/src/ui/(base|tokens)\\.css',
    '/src/lib/(ahead|endpoint|pageSize|routes)\\.',
    '/src/app/hub/viewerQuery\\.',
    '/src/features/users/(usersQuery|listState|list/look)\\.',
    `${marker}(UsersPage|Viewer|SignOut)Document`,
  ].join('|'),
);

/**
 * One file for everyone and one for the hub, since twenty small ones weigh more and wait for each other; and one for the
 * icons that several screens share, since the hub keeps the name of every file that it may load. Signing in has its own.
 */
export const chunks = {
  groups: [
    { name: 'start', test: start, priority: 3 },
    { name: 'everyone', test: shared, priority: 2 },
    { name: 'hub', test: first, priority: 1 },
    {
      name: 'icons',
      test: /\/lucide-react\/.*\/icons\/(?!(eye|eye-off|check|circle|lock)\.)/,
      minShareCount: 2,
      priority: 0,
    },
  ],
};

/**
 * Names what is for everyone in the page's head: the browser fetches it beside the little that runs first, which then
 * finds it there.
 */
export function fetchAtOnce(): Plugin {
  return {
    name: 'portico-fetch-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const everyone = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'everyone');
        if (everyone?.type !== 'chunk') throw new Error('bundling.ts: the build has no chunk for everyone.');
        const styles = [...(everyone.viteMetadata?.importedCss ?? [])];
        // Behind what the page has already: its first styles say in which order the layers come.
        const link = (rel: string, name: string) =>
          ({ tag: 'link', attrs: { rel, crossorigin: true, href: `/${name}` }, injectTo: 'head' }) as const;
        const modules = [everyone.fileName, ...everyone.imports].filter((name) => !html.includes(name));
        return [
          ...modules.map((name) => link('modulepreload', name)),
          ...styles.map((name) => link('stylesheet', name)),
        ];
      },
    },
  };
}

/** Fails the build when a page for everyone would load the hub: something that both use is then missing from `shared`. */
export function keepApart(): Plugin {
  return {
    name: 'portico-keep-apart',
    apply: 'build',
    generateBundle(_options, bundle) {
      const all = Object.values(bundle).filter((file) => file.type === 'chunk');
      const isForEveryone = (id: string | null) =>
        /\/src\/(app\/public|features\/(signin|me|consent)|parts\/(factors|public)|ui\/overlays\/Window)\b/.test(
          id ?? '',
        );
      const loaded = new Set(all.filter((chunk) => isForEveryone(chunk.facadeModuleId)));
      for (const chunk of loaded) {
        for (const file of chunk.imports) {
          const found = all.find((each) => each.fileName === file);
          if (found?.name === 'hub')
            this.error(`bundling.ts: ${chunk.name}, which is for everyone, loads the hub's chunk.`);
          if (found) loaded.add(found);
        }
      }
    },
  };
}
