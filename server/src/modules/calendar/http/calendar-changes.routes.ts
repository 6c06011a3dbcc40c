// SPDX-License-Identifier: Apache-2.0
import { type RouteDefinition, route } from '#platform/http/route';
import type { UnitReach } from '../data/unit-reach.ts';
import { changeWorkingHours } from '../usecases/change-hours.ts';
import { listCalendarGaps, listWorkingHours } from '../usecases/read-calendar.ts';
import { replaceCalendarYear } from '../usecases/replace-year.ts';
import { requireWhole } from '../usecases/require-whole.ts';
import { ChangeHoursBody, Gaps, Hours, ReplacedYear, ReplaceYearBody, YearParams } from './calendar.schema.ts';

const yearErrors = [
  'calendar.day_outside_year',
  'calendar.day_twice',
  'calendar.worked_day_on_weekday',
  'calendar.worked_and_off',
  'calendar.swap_without_day_off',
  'calendar.total_differs',
  'calendar.whole_needed',
  'platform.stale',
];

/** Changes of the calendar, which ask how far the right of the person reaches. */
export function calendarChangeRoutes(reach: UnitReach): RouteDefinition[] {
  return [
    route(
      {
        method: 'PUT',
        path: '/calendar/years/:year',
        operationId: 'replaceCalendarYear',
        summary: 'Replace a year by what its notice decides; dryRun shows the difference only',
        access: 'calendar.manage',
        params: YearParams,
        body: ReplaceYearBody,
        response: ReplacedYear,
        errors: yearErrors,
      },
      async ({ db, actor, scope, params, body }) => {
        await requireWhole(db, scope, reach);
        const { diff, warnings, ...replaced } = await replaceCalendarYear(db, actor, params.year, body);
        return {
          ...replaced,
          diff: { added: [...diff.added], removed: [...diff.removed], changed: [...diff.changed] },
          warnings: [...warnings],
        };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/calendar/gaps',
        operationId: 'listCalendarGaps',
        summary: 'Coming years without a confirmed calendar, before deadlines run into them',
        access: 'calendar.read',
        response: Gaps,
      },
      async ({ db, actor, permissions }) => {
        const held = permissions.find(actor, 'calendar.manage');
        return { rows: await listCalendarGaps(db), mayChange: held !== undefined && (await reach.isWhole(db, held)) };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/calendar/working-hours',
        operationId: 'listWorkingHours',
        summary: 'Office hours of every validity: the general ones and those of the reader’s units',
        access: 'calendar.read',
        response: Hours,
      },
      async ({ db, scope }) => ({ rows: await listWorkingHours(db, scope, reach) }),
    ),
    route(
      {
        method: 'PUT',
        path: '/calendar/working-hours',
        operationId: 'changeWorkingHours',
        summary: 'Set the office hours of all units, or of one, from a day on; a unit with an empty week goes back to the general ones',
        access: 'calendar.manage',
        body: ChangeHoursBody,
        response: Hours,
        errors: [
          'calendar.hours_overlap',
          'calendar.hours_later_change',
          'calendar.hours_empty',
          'calendar.hours_already_general',
          'calendar.unit_not_found',
          'calendar.whole_needed',
        ],
      },
      async ({ db, actor, scope, body }) => ({ rows: await changeWorkingHours(db, actor, scope, reach, body) }),
    ),
  ];
}
