import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'graph/*.graphql',
  documents: ['frontend/src/**/*.{ts,tsx}', '!frontend/src/gen/**'],
  ignoreNoDocuments: true,
  generates: {
    'frontend/src/gen/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        pureMagicComment: true,
        enumsAsTypes: true,
        scalars: { Time: 'string', Date: 'string', Cursor: 'string', Map: 'Record<string, unknown>', Upload: 'File' },
      },
    },
  },
};

export default config;
