// SPDX-License-Identifier: Apache-2.0
import { type Day, dayNumber } from '#kernel/dates';
import type { CalendarYear } from './year.ts';

/** A year that deadlines will reach and that cannot be counted in yet. */
export type CalendarGap = {
  readonly year: number;
  readonly state: 'missing' | 'draft';
  /** Days until the year begins; 0 where it has begun. */
  readonly daysLeft: number;
  /** `now`: the year has begun; `soon`: terms of a few months reach it; `ahead`: only long ones do. */
  readonly urgency: 'now' | 'soon' | 'ahead';
};

/** A remediation term of eighteen months is the longest that is set in practice. */
const monthsAhead = 18;
/** Within so many days of the new year ordinary terms (15 to 90 working days) run into it. */
const soonDays = 120;

/**
 * The years from this one to that of the day in eighteen months which have no confirmed calendar.
 *
 * @example
 * gapsFrom('2026-11-23', [{ year: 2026, status: 'confirmed' }]) // 2027 (soon) and 2028 (ahead)
 */
export function gapsFrom(today: Day, years: readonly Pick<CalendarYear, 'year' | 'status'>[]): CalendarGap[] {
  const first = Number(today.slice(0, 4));
  const last = first + Math.floor((Number(today.slice(5, 7)) - 1 + monthsAhead) / 12);
  const known = new Map(years.map((one) => [one.year, one.status]));
  const reached = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return reached.flatMap((year): CalendarGap[] => {
    const status = known.get(year);
    if (status === 'confirmed') return [];
    const daysLeft = Math.max(0, dayNumber(`${year}-01-01`) - dayNumber(today));
    const urgency = daysLeft === 0 ? 'now' : daysLeft <= soonDays ? 'soon' : 'ahead';
    return [{ year, state: status ?? 'missing', daysLeft, urgency }];
  });
}
