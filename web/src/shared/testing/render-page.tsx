// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import { afterEach } from 'vitest';
import { i18n, startWords } from '../i18n/i18n.ts';
import type { Language } from '../i18n/language.ts';

afterEach(cleanup);
// What is fetched when it is first opened takes its time where many tests run at once.
configure({ asyncUtilTimeout: 10_000 });

/** jsdom lays nothing out, so it has neither media queries nor observers of sizes. */
function fillInJsdom(): void {
  window.matchMedia ??= (query) => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  });
  Element.prototype.scrollIntoView ??= () => undefined;
  window.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}

/** Renders a part of a page with everything it stands on: words, theme, addresses, queries. */
export async function renderPage(element: ReactNode, language: Language = 'vi'): Promise<RenderResult> {
  fillInJsdom();
  if (!i18n.isInitialized) await startWords(language);
  await i18n.changeLanguage(language);
  return render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}>
          <MemoryRouter>{element}</MemoryRouter>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
}
