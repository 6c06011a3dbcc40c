// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { CrashPage } from '../shared/ui/feedback/crash-boundary.tsx';

/** A page in its own file of the build, fetched when it is first opened. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }), ErrorBoundary: CrashPage };
}

const work: RouteObject[] = [
  page('work', () => import('../features/actions/work-page.tsx').then((file) => file.WorkPage)),
  page('actions/:id', () => import('../features/actions/recommendation-page.tsx').then((file) => file.RecommendationPage)),
  page('inspections', () => import('../features/inspections/rounds/rounds-page.tsx').then((file) => file.RoundsPage)),
  page('inspections/new', () => import('../features/inspections/rounds/round-form-page.tsx').then((file) => file.RoundCreatePage)),
  page('inspections/:id', () => import('../features/inspections/rounds/round-page.tsx').then((file) => file.RoundPage)),
  page('inspections/:id/edit', () => import('../features/inspections/rounds/round-form-page.tsx').then((file) => file.RoundEditPage)),
  page('inspections/:id/visits/:visitId', () => import('../features/inspections/visits/visit-page.tsx').then((file) => file.VisitPage)),
  page('claims', () => import('../features/claims/checker-page.tsx').then((file) => file.CheckerPage)),
  page('documents', () => import('../features/documents/documents-page.tsx').then((file) => file.DocumentsPage)),
  page('documents/new', () => import('../features/documents/document-create-page.tsx').then((file) => file.DocumentCreatePage)),
  page('documents/registers', () => import('../features/documents/registers-page.tsx').then((file) => file.RegistersPage)),
  page('documents/:id', () => import('../features/documents/document-page.tsx').then((file) => file.DocumentPage)),
  page('units', () => import('../features/units/units-page.tsx').then((file) => file.UnitsPage)),
  page('units/:id/change', () => import('../features/units/changes/unit-change-page.tsx').then((file) => file.UnitChangePage)),
  page('units/:id', () => import('../features/units/unit-page.tsx').then((file) => file.UnitPage)),
];

const administration: RouteObject[] = [
  page('administration/accounts', () => import('../features/identity/accounts-page.tsx').then((file) => file.AccountsPage)),
  page('administration/accounts/new', () => import('../features/identity/account-create-page.tsx').then((file) => file.AccountCreatePage)),
  page('administration/accounts/:id', () => import('../features/identity/account-edit-page.tsx').then((file) => file.AccountEditPage)),
  page('administration/calendar', () => import('../features/calendar/calendar-page.tsx').then((file) => file.CalendarPage)),
  page('administration/checklists', () =>
    import('../features/inspections/checklists/checklists-page.tsx').then((file) => file.ChecklistsPage),
  ),
  page('administration/checklists/:id', () =>
    import('../features/inspections/checklists/checklist-page.tsx').then((file) => file.ChecklistPage),
  ),
  page('administration/audit', () => import('../features/administration/audit-page.tsx').then((file) => file.AuditPage)),
];

export const router = createBrowserRouter([
  {
    ...page('/sign-in', () => import('../features/identity/sign-in-page.tsx').then((file) => file.SignInPage)),
    HydrateFallback: () => null,
  },
  {
    path: '/',
    lazy: async () => ({ Component: (await import('./shell.tsx')).Shell }),
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <Navigate to="/work" replace /> },
      ...work,
      ...administration,
      page('account', () => import('../features/identity/account-page.tsx').then((file) => file.AccountPage)),
      page('*', () => import('./not-found-page.tsx').then((file) => file.NotFoundPage)),
    ],
  },
]);
