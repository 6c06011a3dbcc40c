// SPDX-License-Identifier: Apache-2.0
import type { ModuleDefinition } from '#platform/http/module';
import { actionsErrors } from './domain/errors.ts';
import { actionsRoutes } from './http/actions.routes.ts';

/** Recommendations and their remediation, wherever they come from. */
export function actionsModule(): ModuleDefinition {
  return {
    name: 'actions',
    permissions: {
      'actions.read': [
        'par_officer',
        'inspection_head',
        'inspection_secretary',
        'inspection_member',
        'unit_officer',
        'unit_leader',
        'reader',
      ],
      'actions.manage': ['par_officer', 'inspection_head', 'inspection_secretary'],
      'actions.report': ['unit_officer', 'unit_leader'],
    },
    errors: actionsErrors,
    routes: actionsRoutes,
  };
}
