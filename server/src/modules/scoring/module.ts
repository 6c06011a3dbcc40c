// SPDX-License-Identifier: Apache-2.0
import { roles } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import { cycleErrors } from './domain/cycle/errors.ts';
import { scoringErrors } from './domain/errors.ts';
import { serviceIndexErrors } from './domain/service-index/errors.ts';
import { surveyErrors } from './domain/survey/errors.ts';
import { printingRoutes } from './http/cycle/printing.routes.ts';
import { roundsRoutes } from './http/cycle/rounds.routes.ts';
import { sheetsRoutes } from './http/cycle/sheets.routes.ts';
import { indexImportRoutes } from './http/index-imports.routes.ts';
import { reviewRoutes } from './http/review/review.routes.ts';
import { serviceIndexRoutes } from './http/service-index.routes.ts';
import { setsRoutes } from './http/sets.routes.ts';
import { surveyRoutes } from './http/survey/survey.routes.ts';
import { workbooksRoutes } from './http/workbooks.routes.ts';

/** Criteria sets and the points that follow from them. */
export function scoringModule(): ModuleDefinition {
  return {
    name: 'scoring',
    permissions: {
      'scoring.read': roles,
      'scoring.manage_sets': ['par_officer', 'administrator'],
      'scoring.read_rounds': roles,
      'scoring.organise': ['par_officer'],
      'scoring.appraise': ['par_officer'],
      'scoring.self_score': ['unit_officer', 'unit_leader'],
      'scoring.move_sheet': ['par_officer', 'unit_officer', 'unit_leader'],
      'scoring.read_service_index': roles,
      'scoring.import_service_index': ['par_officer', 'administrator'],
    },
    errors: { ...scoringErrors, ...cycleErrors, ...surveyErrors, ...serviceIndexErrors },
    routes: [
      ...setsRoutes,
      ...workbooksRoutes,
      ...roundsRoutes,
      ...sheetsRoutes,
      ...reviewRoutes,
      ...printingRoutes,
      ...surveyRoutes,
      ...indexImportRoutes,
      ...serviceIndexRoutes,
    ],
  };
}
