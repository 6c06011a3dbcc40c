// SPDX-License-Identifier: Apache-2.0
import { vietnameseDay } from '#kernel/dates';
import type { TimeLimit } from '../clock/types.ts';

/** What a form leaves open to be written by hand. */
export const blank = '…………………………';

const localIso = (iso: string): string => new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();

/** The calendar day in Việt Nam of an instant. */
export function writtenDayOf(iso: string | null): string {
  return iso === null ? '' : vietnameseDay(localIso(iso).slice(0, 10));
}

/**
 * @example
 * writtenMoment('2022-09-14T08:05:00+07:00') // '08 giờ 05 phút, ngày 14/9/2022'
 */
export function writtenMoment(iso: string | null): string {
  if (iso === null) return blank;
  const local = localIso(iso);
  return `${local.slice(11, 13)} giờ ${local.slice(14, 16)} phút, ngày ${vietnameseDay(local.slice(0, 10))}`;
}

/** Whether a due moment is the last minute of its day: nobody was given an hour. */
export function isEndOfDay(iso: string): boolean {
  return localIso(iso).slice(11, 16) === '23:59';
}

/**
 * A due moment as people say it.
 *
 * @example
 * writtenDue('2022-09-19T23:59:00+07:00') // 'hết ngày 19/9/2022'
 */
export function writtenDue(iso: string | null): string {
  return iso !== null && isEndOfDay(iso) ? `hết ngày ${writtenDayOf(iso)}` : writtenMoment(iso);
}

const limitNames: Readonly<Record<TimeLimit['unit'], string>> = {
  working_days: 'ngày làm việc',
  hours: 'giờ làm việc',
  calendar_days: 'ngày',
};

/**
 * @example
 * writtenLimit({ amount: 0.5, unit: 'working_days' }) // '0,5 ngày làm việc'
 */
export function writtenLimit(limit: TimeLimit | null): string {
  if (!limit) return 'Không quy định';
  return limit.amount === 0 ? 'Trong ngày' : `${String(limit.amount).replace('.', ',')} ${limitNames[limit.unit]}`;
}
