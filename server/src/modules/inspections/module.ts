// SPDX-License-Identifier: Apache-2.0
import type { Role } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import { inspectionsErrors } from './domain/errors.ts';
import { checklistsRoutes } from './http/checklists.routes.ts';
import { contentsRoutes } from './http/contents.routes.ts';
import { roundsRoutes } from './http/rounds.routes.ts';
import { rulesRoutes } from './http/rules.routes.ts';
import { teamRoutes } from './http/team.routes.ts';
import { visitsRoutes } from './http/visits.routes.ts';
import { withdrawalsRoutes } from './http/withdrawals.routes.ts';
import { reopenRound } from './usecases/rounds/reopen-round.ts';

const leading: readonly Role[] = ['par_officer', 'inspection_head', 'inspection_secretary'];
const team: readonly Role[] = [...leading, 'inspection_member'];
const taking: readonly Role[] = [...team, 'unit_officer', 'unit_leader'];

/** Inspections of administrative reform, from the plan to the remediation. */
export function inspectionsModule(): ModuleDefinition {
  return {
    name: 'inspections',
    permissions: {
      'inspections.read': [...taking, 'reader'],
      'inspections.plan': ['par_officer'],
      'inspections.organise': leading,
      'inspections.conduct': team,
      'inspections.contribute': taking,
      'inspections.read_checklist': [...taking, 'reader', 'administrator'],
      'inspections.manage_checklist': ['par_officer', 'administrator'],
      'inspections.read_rules': [...taking, 'reader', 'administrator'],
      'inspections.manage_rules': ['administrator'],
    },
    errors: inspectionsErrors,
    events: { 'actions.recommendation_moved': reopenRound },
    routes: [...roundsRoutes, ...teamRoutes, ...visitsRoutes, ...withdrawalsRoutes, ...contentsRoutes, ...checklistsRoutes, ...rulesRoutes],
  };
}
