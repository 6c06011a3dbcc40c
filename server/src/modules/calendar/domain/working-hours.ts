// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, isDay, isoWeekday } from '#kernel/dates';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from './working-calendar.ts';

/** Office hours on one weekday; minutes from midnight, Việt Nam's time. */
export type WorkingHours = {
  /** Null: all units. */
  readonly unitId: string | null;
  /** ISO: 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

/** A minute of a day in Việt Nam. */
export type Moment = { readonly day: Day; readonly minute: number };

/** The moment in Việt Nam (UTC+7, no daylight saving time) at an instant; seconds are dropped. */
export function momentAt(instant: Date): Moment {
  const local = new Date(instant.getTime() + 7 * 3_600_000);
  return { day: local.toISOString().slice(0, 10), minute: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

/** A moment as ISO 8601 text with Việt Nam's offset. */
export function instantOf({ day, minute }: Moment): string {
  return `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+07:00`;
}

/**
 * The hours of a day for a unit: its own week where it has one on that day, else that of all units. A worked Saturday has
 * the hours of the day it replaces; any other weekend day is open to receive only and does not count.
 */
export function hoursOfDay(
  calendar: WorkingCalendar,
  hours: readonly WorkingHours[],
  day: Day,
  unitId: string | null = null,
): { from: number; to: number }[] {
  if (!isWorkingDay(calendar, day)) return [];
  const weekday = isoWeekday(calendar.workedDays.get(day)?.inPlaceOf ?? day);
  const valid = hours.filter((one) => one.validFrom <= day && (one.validTo === null || day <= one.validTo));
  const own = unitId === null ? [] : valid.filter((one) => one.unitId === unitId);
  const chosen = own.length > 0 ? own : valid.filter((one) => one.unitId === null);
  return chosen
    .filter((one) => one.weekday === weekday)
    .map((one) => ({ from: one.fromMinute, to: one.toMinute }))
    .sort((a, b) => a.from - b.from);
}

/**
 * The moment at which so many minutes of office time have passed. A period in hours runs from its very moment
 * (Civil Code 2015, art. 147(1)); time outside office hours does not count.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft`, `calendar.no_hours`, `calendar.count_out_of_range`
 * @example
 * addWorkingHours(calendar, hours, { day: '2022-08-31', minute: 960 }, 120) // { day: '2022-09-05', minute: 510 }
 */
export function addWorkingHours(
  calendar: WorkingCalendar,
  hours: readonly WorkingHours[],
  start: Moment,
  minutes: number,
  unitId: string | null = null,
): Moment {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1_000_000)
    throw new AppError('invalid', 'calendar.count_out_of_range', { count: minutes, most: 1_000_000 });
  if (!isDay(start.day)) throw new AppError('invalid', 'calendar.not_a_day', { day: start.day });
  if (minutes === 0) return start;
  let left = minutes;
  let day = start.day;
  let emptyDays = 0;
  for (let minute = start.minute; ; minute = 0) {
    const spans = hoursOfDay(calendar, hours, day, unitId);
    for (const { from, to } of spans) {
      const begin = Math.max(from, minute);
      if (begin >= to) continue;
      if (begin + left <= to) return { day, minute: begin + left };
      left -= to - begin;
    }
    emptyDays = spans.length === 0 && isWorkingDay(calendar, day) ? emptyDays + 1 : 0;
    if (emptyDays > 14) throw new AppError('conflict', 'calendar.no_hours', { day });
    day = addWorkingDays(calendar, day, 1);
  }
}
