import { i18n, type Messages } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

/** Puts an application on the page, in English for now. */
export function mount(children: ReactNode, ...catalogs: Messages[]): void {
  i18n.loadAndActivate({ locale: 'en', messages: Object.assign({}, ...catalogs) });
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </StrictMode>,
  );
}
