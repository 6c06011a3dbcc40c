// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../shared/api/operations.ts';

export type CalendarYear = Answer<'getCalendarYear'>;
export type DayOff = CalendarYear['daysOff'][number];
export type DayOffKind = DayOff['kind'];
export type Due = Answer<'explainDue'>;
export type CalendarGap = RowOf<'listCalendarGaps'>;
export type YearPattern = Answer<'draftCalendarYear'>;
export type HoursRow = RowOf<'listWorkingHours'>;
export type ReplacedYear = Answer<'replaceCalendarYear'>;

export const dayOffKinds: readonly DayOffKind[] = ['statutory', 'tet', 'adjacent', 'makeup', 'swap_off', 'other'];

export const calendarKey = ['calendar'] as const;

export const calendarYearQuery = (year: number) =>
  queryOptions({
    queryKey: [...calendarKey, 'year', year],
    queryFn: ({ signal }) => api.get<CalendarYear>(`/calendar/years/${year}`, undefined, signal),
  });

/** Coming years without a calendar, and whether the reader may change years and general hours. */
export const gapsQuery = queryOptions({
  queryKey: [...calendarKey, 'gaps'],
  queryFn: ({ signal }) => api.get<Answer<'listCalendarGaps'>>('/calendar/gaps', undefined, signal),
});

export const patternQuery = (year: number) =>
  queryOptions({
    queryKey: [...calendarKey, 'pattern', year],
    queryFn: ({ signal }) => api.get<YearPattern>(`/calendar/years/${year}/pattern`, undefined, signal),
  });

export const hoursQuery = queryOptions({
  queryKey: [...calendarKey, 'hours'],
  queryFn: ({ signal }) => api.get<Answer<'listWorkingHours'>>('/calendar/working-hours', undefined, signal),
});

export const changeHours = (body: Body<'changeWorkingHours'>) => api.put<unknown>('/calendar/working-hours', body);

export const dueQuery = (start: string, workingDays: number) =>
  queryOptions({
    queryKey: [...calendarKey, 'due', start, workingDays],
    queryFn: ({ signal }) => api.get<Due>('/calendar/due', { start, workingDays }, signal),
  });

export const replaceYear = (year: number, body: Body<'replaceCalendarYear'>) => api.put<ReplacedYear>(`/calendar/years/${year}`, body);
