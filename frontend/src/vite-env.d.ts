/// <reference types="vite/client" />

declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}

interface ImportMetaEnv {
  /** `1` keeps /gallery in a production build, for the tests. */
  readonly VITE_GALLERY?: string;
}
