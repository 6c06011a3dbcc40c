// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { CrashPage } from '../shared/ui/feedback/crash-boundary.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';

/** A page in its own file of the build, fetched when it is first opened. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }), ErrorBoundary: CrashPage };
}

export const router = createBrowserRouter([
  page('/sign-in', () => import('../features/identity/sign-in-page.tsx').then((file) => file.SignInPage)),
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <Navigate to="/work" replace /> },
      page('claims', () => import('../features/claims/checker-page.tsx').then((file) => file.CheckerPage)),
      page('account', () => import('../features/identity/account-page.tsx').then((file) => file.AccountPage)),
      { path: '*', Component: NotFoundPage },
    ],
  },
]);
