// SPDX-License-Identifier: Apache-2.0
import { roles } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import { proceduresErrors } from './domain/errors.ts';
import { importErrors } from './domain/import-errors.ts';
import { changeRoutes } from './http/changes.routes.ts';
import { exchangeRoutes } from './http/exchange.routes.ts';
import { procedureRoutes } from './http/procedures.routes.ts';

/** The catalogue of procedures, versioned, with online levels over time. */
export function proceduresModule(): ModuleDefinition {
  return {
    name: 'procedures',
    permissions: { 'procedures.read': roles, 'procedures.manage': ['par_officer', 'administrator'] },
    errors: { ...proceduresErrors, ...importErrors },
    routes: [...procedureRoutes, ...changeRoutes, ...exchangeRoutes],
  };
}
