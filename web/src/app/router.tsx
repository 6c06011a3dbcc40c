// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { CrashPage } from '../shared/ui/feedback/crash-boundary.tsx';

/** A page in its own file of the build, fetched when it is first opened. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await load() }), ErrorBoundary: CrashPage };
}

const work: RouteObject[] = [
  page('work', () => import('./home-page.tsx').then((file) => file.HomePage)),
  page('actions/:id', () => import('../features/actions/recommendation-page.tsx').then((file) => file.RecommendationPage)),
  page('inspections', () => import('../features/inspections/rounds/rounds-page.tsx').then((file) => file.RoundsPage)),
  page('inspections/new', () => import('../features/inspections/rounds/round-form-page.tsx').then((file) => file.RoundCreatePage)),
  page('inspections/:id', () => import('../features/inspections/rounds/round-page.tsx').then((file) => file.RoundPage)),
  page('inspections/:id/edit', () => import('../features/inspections/rounds/round-form-page.tsx').then((file) => file.RoundEditPage)),
  page('inspections/:id/visits/:visitId', () => import('../features/inspections/visits/visit-page.tsx').then((file) => file.VisitPage)),
  page('scoring', () => import('../features/scoring/cycle/rounds-page.tsx').then((file) => file.ScoringRoundsPage)),
  page('scoring/rounds/new', () =>
    import('../features/scoring/cycle/opening/round-create-page.tsx').then((file) => file.ScoringRoundCreatePage),
  ),
  page('scoring/rounds/:id', () => import('../features/scoring/cycle/round-page.tsx').then((file) => file.ScoringRoundPage)),
  page('scoring/rounds/:id/queue', () => import('../features/scoring/review/queue-page.tsx').then((file) => file.QueuePage)),
  page('scoring/rounds/:id/objections', () => import('../features/scoring/review/objections-page.tsx').then((file) => file.ObjectionsPage)),
  page('scoring/rounds/:id/consistency', () =>
    import('../features/scoring/review/consistency-page.tsx').then((file) => file.ConsistencyPage),
  ),
  page('scoring/sheets/:id', () => import('../features/scoring/cycle/sheet-page.tsx').then((file) => file.ScoreSheetPage)),
  page('dossiers', () => import('../features/dossiers/statistics-page.tsx').then((file) => file.StatisticsPage)),
  page('dossiers/number', () => import('../features/dossiers/number-page.tsx').then((file) => file.NumberPage)),
  page('dossiers/imports', () => import('../features/dossiers/imports/imports-page.tsx').then((file) => file.ImportsPage)),
  page('dossiers/imports/:id', () => import('../features/dossiers/imports/import-page.tsx').then((file) => file.ImportPage)),
  page('dossiers/receive', () => import('../features/dossiers/desk/receive-page.tsx').then((file) => file.ReceivePage)),
  page('dossiers/work', () => import('../features/dossiers/desk/work-page.tsx').then((file) => file.DeskWorkPage)),
  page('dossiers/:code', () => import('../features/dossiers/dossier-page.tsx').then((file) => file.DossierPage)),
  page('figures', () => import('../features/figures/figures-page.tsx').then((file) => file.FiguresPage)),
  page('figures/records', () => import('../features/figures/records-page.tsx').then((file) => file.RecordsPage)),
  page('figures/imports', () => import('../features/figures/imports/import-page.tsx').then((file) => file.FigureImportPage)),
  page('figures/indicators', () => import('../features/figures/indicators/indicators-page.tsx').then((file) => file.IndicatorsPage)),
  page('figures/indicators/new', () =>
    import('../features/figures/indicators/indicator-create-page.tsx').then((file) => file.IndicatorCreatePage),
  ),
  page('figures/indicators/:id', () => import('../features/figures/indicators/indicator-page.tsx').then((file) => file.IndicatorPage)),
  page('figures/rules', () => import('../features/figures/rules/rules-page.tsx').then((file) => file.RulesPage)),
  page('figures/tables', () => import('../features/figures/cross/cross-page.tsx').then((file) => file.CrossPage)),
  page('figures/entry/:unitId', () => import('../features/figures/entry/entry-page.tsx').then((file) => file.EntryPage)),
  page('figures/:unitId/:indicatorId', () => import('../features/figures/figure-page.tsx').then((file) => file.FigurePage)),
  page('claims', () => import('../features/claims/checker-page.tsx').then((file) => file.CheckerPage)),
  page('documents', () => import('../features/documents/documents-page.tsx').then((file) => file.DocumentsPage)),
  page('documents/new', () => import('../features/documents/document-create-page.tsx').then((file) => file.DocumentCreatePage)),
  page('documents/registers', () => import('../features/documents/registers-page.tsx').then((file) => file.RegistersPage)),
  page('documents/:id', () => import('../features/documents/document-page.tsx').then((file) => file.DocumentPage)),
  page('procedures', () => import('../features/procedures/list/procedures-page.tsx').then((file) => file.ProceduresPage)),
  page('procedures/new', () => import('../features/procedures/editor/procedure-create-page.tsx').then((file) => file.ProcedureCreatePage)),
  page('procedures/import', () => import('../features/procedures/imports/import-page.tsx').then((file) => file.ImportPage)),
  page('procedures/:id', () => import('../features/procedures/sheet/procedure-page.tsx').then((file) => file.ProcedurePage)),
  page('procedures/:id/version', () => import('../features/procedures/editor/version-page.tsx').then((file) => file.VersionPage)),
  page('units', () => import('../features/units/units-page.tsx').then((file) => file.UnitsPage)),
  page('units/new', () => import('../features/units/create/unit-create-page.tsx').then((file) => file.UnitCreatePage)),
  page('units/:id/correct', () => import('../features/units/corrections/unit-correct-page.tsx').then((file) => file.UnitCorrectPage)),
  page('units/:id/change', () => import('../features/units/changes/unit-change-page.tsx').then((file) => file.UnitChangePage)),
  page('units/:id', () => import('../features/units/unit-page.tsx').then((file) => file.UnitPage)),
];

const scoring: RouteObject[] = [
  page('scoring/sheets/:id/what-if', () => import('../features/scoring/what-if/what-if-page.tsx').then((file) => file.WhatIfPage)),
  page('scoring/rounds/:id/survey', () => import('../features/scoring/survey/survey-page.tsx').then((file) => file.SurveyPage)),
  page('scoring/rounds/:id/evidence', () =>
    import('../features/scoring/evidence/flagged-page.tsx').then((file) => file.FlaggedEvidencePage),
  ),
  page('scoring/service-index', () => import('../features/scoring/service-index/national-page.tsx').then((file) => file.NationalPage)),
  page('scoring/service-index/units', () => import('../features/scoring/service-index/units-page.tsx').then((file) => file.IndexUnitsPage)),
  page('scoring/service-index/units/:key', () =>
    import('../features/scoring/service-index/unit-page.tsx').then((file) => file.UnitIndexPage),
  ),
  page('scoring/service-index/rules', () => import('../features/scoring/service-index/rules-page.tsx').then((file) => file.IndexRulesPage)),
  page('scoring/service-index/own', () => import('../features/scoring/service-index/own-page.tsx').then((file) => file.OwnMeasurePage)),
  page('scoring/service-index/imports', () =>
    import('../features/scoring/service-index/imports-page.tsx').then((file) => file.IndexImportsPage),
  ),
  page('scoring/sets', () => import('../features/scoring/sets/sets-page.tsx').then((file) => file.SetsPage)),
  page('scoring/sets/:id', () => import('../features/scoring/sets/set-page.tsx').then((file) => file.SetPage)),
  page('scoring/sets/:id/compare', () => import('../features/scoring/sets/compare-page.tsx').then((file) => file.ComparePage)),
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
  page('administration/deadline-rules', () => import('../features/inspections/rules/rules-page.tsx').then((file) => file.RulesPage)),
  page('administration/deadline-rules/new', () =>
    import('../features/inspections/rules/rule-create-page.tsx').then((file) => file.RuleCreatePage),
  ),
  page('administration/clock-rules', () =>
    import('../features/dossiers/clock-rules/clock-rules-page.tsx').then((file) => file.ClockRulesPage),
  ),
  page('administration/accounts/ended-grants', () =>
    import('../features/identity/ended-grants/ended-grants-page.tsx').then((file) => file.EndedGrantsPage),
  ),
  page('administration/calendar/new', () => import('../features/calendar/create/year-create-page.tsx').then((file) => file.YearCreatePage)),
  page('administration/working-hours', () => import('../features/calendar/hours/hours-page.tsx').then((file) => file.HoursPage)),
  page('administration/working-hours/new', () =>
    import('../features/calendar/hours/hours-form-page.tsx').then((file) => file.HoursFormPage),
  ),
  page('administration/audit', () => import('../features/administration/audit-page.tsx').then((file) => file.AuditPage)),
];

/** What citizens open without an account. */
const citizens: RouteObject[] = [
  page('online', () => import('../features/dossiers/citizen/procedures-page.tsx').then((file) => file.OnlineProceduresPage)),
  page('online/procedures/:id', () => import('../features/dossiers/citizen/submit-page.tsx').then((file) => file.SubmitPage)),
  page('online/lookup', () => import('../features/dossiers/citizen/lookup-page.tsx').then((file) => file.LookupPage)),
];

export const router = createBrowserRouter([
  {
    ...page('/sign-in', () => import('../features/identity/sign-in-page.tsx').then((file) => file.SignInPage)),
    HydrateFallback: () => null,
  },
  {
    path: '/',
    lazy: async () => ({ Component: (await import('./citizen-layout.tsx')).CitizenLayout }),
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: citizens,
  },
  {
    path: '/',
    lazy: async () => ({ Component: (await import('./shell.tsx')).Shell }),
    ErrorBoundary: CrashPage,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <Navigate to="/work" replace /> },
      ...work,
      ...scoring,
      ...administration,
      page('account', () => import('../features/identity/account-page.tsx').then((file) => file.AccountPage)),
      page('*', () => import('./not-found-page.tsx').then((file) => file.NotFoundPage)),
    ],
  },
]);
