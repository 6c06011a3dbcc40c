// SPDX-License-Identifier: Apache-2.0
import { roles } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import type { UnitReach } from './data/unit-reach.ts';
import { calendarErrors } from './domain/errors.ts';
import { calendarRoutes } from './http/calendar.routes.ts';
import { calendarChangeRoutes } from './http/calendar-changes.routes.ts';

/** Holidays, worked Saturdays, office hours and reporting periods. */
export function calendarModule(reach: UnitReach): ModuleDefinition {
  return {
    name: 'calendar',
    permissions: { 'calendar.read': roles, 'calendar.manage': ['administrator'] },
    errors: calendarErrors,
    routes: [...calendarRoutes, ...calendarChangeRoutes(reach)],
  };
}
