// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { isoWeekday } from '#kernel/dates';
import { type RouteDefinition, route } from '#platform/http/route';
import { draftCalendarYear, explainDueDay, getCalendarYear, listCalendarYears, listLegalPeriods } from '../usecases/read-calendar.ts';
import { Due, DueQuery, PatternQuery, Periods, YearDetail, YearParams, YearPattern, YearQuery, YearSummary } from './calendar.schema.ts';

/** Reading the working calendar of offices and what follows from it. */
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
      method: 'GET',
      path: '/calendar/years/:year/pattern',
      operationId: 'draftCalendarYear',
      summary: 'A year without data drafted after another, with the days that its notice must still decide',
      access: 'calendar.manage',
      params: YearParams,
      query: PatternQuery,
      response: YearPattern,
      errors: ['calendar.year_exists', 'calendar.year_not_found'],
    },
    ({ db, params, query }) => draftCalendarYear(db, params.year, query.from),
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
];
