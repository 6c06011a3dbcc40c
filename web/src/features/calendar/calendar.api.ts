// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import type { Answer, Body } from '../../shared/api/operations.ts';

export type CalendarYear = Answer<'getCalendarYear'>;
export type DayOff = CalendarYear['daysOff'][number];
export type DayOffKind = DayOff['kind'];
export type Due = Answer<'explainDue'>;
export type ReplacedYear = Answer<'replaceCalendarYear'>;

export const dayOffKinds: readonly DayOffKind[] = ['statutory', 'tet', 'adjacent', 'makeup', 'swap_off', 'other'];

export const calendarKey = ['calendar'] as const;

export const calendarYearQuery = (year: number) =>
  queryOptions({
    queryKey: [...calendarKey, 'year', year],
    queryFn: ({ signal }) => api.get<CalendarYear>(`/calendar/years/${year}`, undefined, signal),
  });

export const dueQuery = (start: string, workingDays: number) =>
  queryOptions({
    queryKey: [...calendarKey, 'due', start, workingDays],
    queryFn: ({ signal }) => api.get<Due>('/calendar/due', { start, workingDays }, signal),
  });

export const replaceYear = (year: number, body: Body<'replaceCalendarYear'>) => api.put<ReplacedYear>(`/calendar/years/${year}`, body);
