import { cleanup, configure } from '@testing-library/react';
import { i18n } from '@lingui/core';
import { afterEach, vi } from 'vitest';

// What is awaited may take its time on a machine that does much else.
configure({ asyncUtilTimeout: 10_000 });

// Tests read the English of the sources: macros keep it outside production.
i18n.loadAndActivate({ locale: 'en', messages: {} });

// happy-dom lays nothing out; what asks for sizes gets a plain window.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof ResizeObserver;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  history.replaceState(null, '', '/');
});
