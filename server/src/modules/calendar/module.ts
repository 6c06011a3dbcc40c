// SPDX-License-Identifier: Apache-2.0
import { roles } from '#platform/auth/actor';
import type { ModuleDefinition } from '#platform/http/module';
import { calendarErrors } from './domain/errors.ts';
import { calendarRoutes } from './http/calendar.routes.ts';

/** Holidays, worked Saturdays, office hours and reporting periods. */
export function calendarModule(): ModuleDefinition {
  return {
    name: 'calendar',
    permissions: { 'calendar.read': roles, 'calendar.manage': ['administrator'] },
    errors: calendarErrors,
    routes: calendarRoutes,
  };
}
