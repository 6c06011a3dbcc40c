// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.ts';
import type { Answer, Body, RowOf } from '../../../shared/api/operations.ts';

export type ClockRule = RowOf<'listClockRules'>;
export type ClockRuleChange = Body<'changeClockRule'>;

export const clockRulesKey = ['dossiers', 'clock-rules'] as const;
const path = '/dossiers/clock-rules';

export const clockRulesQuery = queryOptions({
  queryKey: clockRulesKey,
  queryFn: ({ signal }) => api.get<Answer<'listClockRules'>>(path, undefined, signal),
});

export const changeRule = (body: ClockRuleChange) => api.post<{ id: string }>(path, body);
export const withdrawRule = (id: string, body: Body<'withdrawClockRule'>) => api.post<unknown>(`${path}/${id}/withdraw`, body);

/** Rules whose number is a moment of the day, written as `15:00`. */
export const isTimeOfDay = (code: ClockRule['code']): boolean => code === 'transfer_after_15h';

/** @example timeOf(900) // '15:00' */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes of the day; NaN for what is no time. */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(time.trim()) ?? [];
  return Number(hours) < 24 && Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : Number.NaN;
}
