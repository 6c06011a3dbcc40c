// SPDX-License-Identifier: Apache-2.0
import type { UnitCalendar } from '#modules/calendar';
import { minutesPerDay } from './counter.ts';

/** The office time of a unit in prefix sums, for limits in hours; minutes since 1970-01-01 in Việt Nam's time. */
export type OfficeTimeTable = {
  /** When offices open, each part of a day for itself, ascending. */
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  /** Office minutes before each part. */
  readonly openedBefore: Int32Array;
  /** By day: office minutes up to the last day that one may count to from it; -1 where its year has no confirmed calendar. */
  readonly reach: Int32Array;
  /** By day: the minute with which the office closes, or the last minute of a day without hours. */
  readonly closes: Int32Array;
  /** By day and level of receipt: the day with whose beginning a limit in hours begins; 0: with the moment itself. */
  readonly hoursStart: Int32Array;
};

/** Lays out the office time of all confirmed days; `firstDay` is the day of the first slot. */
export function officeTimeTable(calendar: UnitCalendar, firstDay: number, hoursStart: Int32Array): OfficeTimeTable {
  const { first, last, knownUntil } = calendar.index;
  const parts: { readonly start: number; readonly length: number; readonly before: number }[] = [];
  const openedThrough = new Int32Array(last - firstDay + 1);
  let opened = 0;
  for (let day = firstDay; day <= last; day += 1) {
    for (const { from, to } of calendar.officeSpans(day)) {
      parts.push({ start: day * minutesPerDay + from, length: to - from, before: opened });
      opened += to - from;
    }
    openedThrough[day - firstDay] = opened;
  }
  const days = Array.from(openedThrough, (_, slot) => firstDay + slot);
  return {
    starts: Int32Array.from(parts, (part) => part.start),
    lengths: Int32Array.from(parts, (part) => part.length),
    openedBefore: Int32Array.from(parts, (part) => part.before),
    reach: Int32Array.from(days, (day) => {
      const until = knownUntil[day - first] ?? day - 1;
      return until < day ? -1 : (openedThrough[until - firstDay] ?? -1);
    }),
    closes: Int32Array.from(days, (day) => calendar.officeSpans(day).at(-1)?.to ?? minutesPerDay - 1),
    hoursStart,
  };
}
