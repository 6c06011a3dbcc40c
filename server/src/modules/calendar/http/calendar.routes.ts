// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { isoWeekday } from '#kernel/dates';
import { type RouteDefinition, route } from '#platform/http/route';
import { changeWorkingHours } from '../usecases/change-hours.ts';
import { explainDueDay, getCalendarYear, listCalendarYears, listLegalPeriods, loadWorkingHours } from '../usecases/read-calendar.ts';
import { replaceCalendarYear } from '../usecases/replace-year.ts';
import {
  ChangeHoursBody,
  Due,
  DueQuery,
  Hours,
  Periods,
  ReplacedYear,
  ReplaceYearBody,
  YearDetail,
  YearParams,
  YearQuery,
  YearSummary,
} from './calendar.schema.ts';

const yearErrors = [
  'calendar.day_outside_year',
  'calendar.day_twice',
  'calendar.worked_day_on_weekday',
  'calendar.worked_and_off',
  'calendar.swap_without_day_off',
  'calendar.total_differs',
  'platform.stale',
];

/** The working calendar of offices and what follows from it. */
export const calendarRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/calendar/years',
      operationId: 'listCalendarYears',
      summary: 'Years that have a calendar',
      access: 'calendar.read',
      response: z.object({ rows: z.array(YearSummary) }),
    },
    async ({ db }) => ({ rows: await listCalendarYears(db) }),
  ),
  route(
    {
      method: 'GET',
      path: '/calendar/years/:year',
      operationId: 'getCalendarYear',
      summary: 'Days off and worked days of a year',
      access: 'calendar.read',
      params: YearParams,
      response: YearDetail,
      errors: ['calendar.year_not_found'],
    },
    async ({ db, params }) => {
      const year = await getCalendarYear(db, params.year);
      const withWeekday = <D extends { readonly day: string }>(one: D) => ({ ...one, weekday: isoWeekday(one.day) });
      return { ...year, daysOff: year.daysOff.map(withWeekday), workedDays: year.workedDays.map(withWeekday) };
    },
  ),
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
    async ({ db, actor, params, body }) => {
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
      path: '/calendar/due',
      operationId: 'explainDue',
      summary: 'When so many working days after a day are over, with every day that was skipped and why',
      access: 'calendar.read',
      query: DueQuery,
      response: Due,
      errors: ['calendar.year_missing', 'calendar.year_draft', 'calendar.count_out_of_range'],
    },
    async ({ db, query }) => {
      const { skipped, countedWeekendDays, rules, ...due } = await explainDueDay(db, query.start, query.workingDays);
      return { ...due, skipped: [...skipped], countedWeekendDays: [...countedWeekendDays], rules: [...rules] };
    },
  ),
  route(
    {
      method: 'GET',
      path: '/calendar/periods',
      operationId: 'listLegalPeriods',
      summary: 'Reporting periods of a year by the rules in force',
      access: 'calendar.read',
      query: YearQuery,
      response: Periods,
    },
    async ({ db, query }) => ({ rows: await listLegalPeriods(db, query.year) }),
  ),
  route(
    {
      method: 'GET',
      path: '/calendar/working-hours',
      operationId: 'listWorkingHours',
      summary: 'Office hours of every validity',
      access: 'calendar.read',
      response: Hours,
    },
    async ({ db }) => ({ rows: await loadWorkingHours(db) }),
  ),
  route(
    {
      method: 'PUT',
      path: '/calendar/working-hours',
      operationId: 'changeWorkingHours',
      summary: 'Set the office hours of all units from a day on',
      access: 'calendar.manage',
      body: ChangeHoursBody,
      response: Hours,
      errors: ['calendar.hours_overlap', 'calendar.hours_later_change'],
    },
    async ({ db, actor, body }) => ({ rows: await changeWorkingHours(db, actor, body) }),
  ),
];
