// SPDX-License-Identifier: Apache-2.0
import { roles } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import { unitsErrors } from './domain/errors.ts';
import { changesRoutes } from './http/changes.routes.ts';
import { unitsRoutes } from './http/units.routes.ts';

/** The unit tree over time, its changes and its map. */
export function unitsModule(): ModuleDefinition {
  return {
    name: 'units',
    permissions: { 'units.read': roles, 'units.manage': ['administrator'] },
    errors: unitsErrors,
    routes: [...unitsRoutes, ...changesRoutes],
  };
}
