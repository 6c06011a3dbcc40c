// SPDX-License-Identifier: Apache-2.0
import './style/fonts.css';
import './style/mantine.css';
import './style/global.css';
import './style/print.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { onSignedOut } from '../shared/api/client.ts';
import { queryClient } from '../shared/api/query-client.ts';
import { i18n, startWords } from '../shared/i18n/i18n.ts';
import { Toasts } from '../shared/ui/feedback/toasts.tsx';
import { speakForFields } from '../shared/ui/form/native-messages.ts';
import { router } from './router.tsx';
import { theme } from './style/theme.ts';

function signInAgain(): void {
  const { pathname, search } = router.state.location;
  if (pathname === '/sign-in') return;
  const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`;
  void router.navigate(`/sign-in${back}`, { replace: true });
}

await startWords();
onSignedOut(signInAgain);
speakForFields(document);
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <MantineProvider theme={theme} forceColorScheme="light">
        <QueryClientProvider client={queryClient}>
          <Suspense>
            <RouterProvider router={router} />
            <Toasts />
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  </StrictMode>,
);
