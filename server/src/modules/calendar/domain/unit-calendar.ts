// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, dayOf } from '#kernel/dates';
import { missingYear, type WorkingCalendar } from './working-calendar.ts';
import { indexWorkingDays, type WorkingDayIndex } from './working-day-index.ts';
import { hoursOfDay, type WorkingHours } from './working-hours.ts';
import type { DayOffKind } from './year.ts';

/** Why a day is not worked, or that a weekend day is. */
export type NamedDay =
  | { readonly kind: DayOffKind; readonly name: string }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'worked'; readonly inPlaceOf: Day };

/**
 * The calendar and office hours of one unit, prepared for exact counting. Days are numbers since 1970-01-01, minutes are
 * whole minutes since then, both in Việt Nam's time. Everything refuses days of years without a confirmed calendar
 * (`calendar.year_missing`, `calendar.year_draft`).
 */
export type UnitCalendar = {
  readonly index: WorkingDayIndex;
  works(day: number): boolean;
  /** The n-th working day after the day, for n of at least 1. */
  workingDayAfter(day: number, count: number): number;
  /** Working days after `from` up to and with `to`; negative where `to` lies before `from`. */
  workingDaysBetween(from: number, to: number): number;
  /** When offices open and close on the day; undefined where they stay closed. */
  officeHours(day: number): { readonly opens: number; readonly closes: number } | undefined;
  /** The office hours of the day in parts, minutes from midnight; none where offices stay closed or its year is unknown. */
  officeSpans(day: number): readonly { readonly from: number; readonly to: number }[];
  /** Office minutes from one minute to another; negative where `to` lies before `from`. */
  openMinutesBetween(from: number, to: number): number;
  /** The minute at which so many office minutes have passed. @throws AppError `calendar.no_hours` */
  minuteAfter(from: number, minutes: number): number;
  nameOf(day: number): NamedDay | undefined;
};

type Span = { readonly from: number; readonly to: number };

/** The calendar of every unit: units without hours of their own share one. */
export function unitCalendars(calendar: WorkingCalendar, hours: readonly WorkingHours[]): (unitId: string | null) => UnitCalendar {
  const index = indexWorkingDays(calendar);
  const withOwn = new Set(hours.map(({ unitId }) => unitId));
  const prepared = new Map<string | null, UnitCalendar>();
  return (unitId) => {
    const key = withOwn.has(unitId) ? unitId : null;
    const found = prepared.get(key);
    if (found) return found;
    const relevant = hours.filter((one) => one.unitId === null || one.unitId === key);
    const made = unitCalendar(calendar, index, (day) => hoursOfDay(calendar, relevant, day, key));
    prepared.set(key, made);
    return made;
  };
}

function unitCalendar(calendar: WorkingCalendar, index: WorkingDayIndex, hoursOn: (day: Day) => Span[]): UnitCalendar {
  const { first, upTo, working, knownUntil } = index;
  const missing = (day: number): AppError => missingYear(calendar, dayOf(day));
  const countUpTo = (day: number): number => upTo[day - first + 1] ?? 0;
  /** The last day up to which one may count from after this day on. */
  const reach = (day: number): number => knownUntil[day - first + 1] ?? day;
  const works = (day: number): boolean => {
    if (reach(day - 1) < day) throw missing(day);
    return countUpTo(day) > countUpTo(day - 1);
  };
  const workingDaysBetween = (from: number, to: number): number => {
    if (to < from) return -workingDaysBetween(to, from);
    if (to === from) return 0;
    if (to > reach(from)) throw missing(reach(from) + 1);
    return countUpTo(to) - countUpTo(from);
  };
  return {
    index,
    works,
    workingDaysBetween,
    workingDayAfter(day, count) {
      const until = reach(day);
      if (until === day) throw missing(day + 1);
      const due = working[countUpTo(day) + count - 1];
      if (due === undefined || due > until) throw missing(until + 1);
      return due;
    },
    ...officeTime(index, missing, hoursOn, works),
    nameOf(number) {
      const day = dayOf(number);
      const dayOff = calendar.daysOff.get(day);
      if (dayOff) return { kind: dayOff.kind, name: dayOff.name };
      const worked = calendar.workedDays.get(day);
      if (worked) return { kind: 'worked', inPlaceOf: worked.inPlaceOf };
      return works(number) ? undefined : { kind: 'weekend' };
    },
  };
}

type OfficeTime = Pick<UnitCalendar, 'officeHours' | 'officeSpans' | 'openMinutesBetween' | 'minuteAfter'>;

function officeTime(
  { first, last, knownUntil }: WorkingDayIndex,
  missing: (day: number) => AppError,
  hoursOn: (day: Day) => Span[],
  works: (day: number) => boolean,
): OfficeTime {
  const isKnown = (day: number): boolean => (knownUntil[day - first] ?? day - 1) >= day;
  const spans: Span[][] = [[]];
  const openUpTo = new Int32Array(last - first + 2);
  for (let day = first; day <= last; day += 1) {
    const today = isKnown(day) ? hoursOn(dayOf(day)) : [];
    spans.push(today);
    openUpTo[day - first + 1] = (openUpTo[day - first] ?? 0) + today.reduce((sum, { from, to }) => sum + to - from, 0);
  }
  const openedAt = (minute: number): number => {
    const day = Math.floor(minute / 1_440);
    const inDay = minute - day * 1_440;
    let opened = openUpTo[day - first] ?? 0;
    for (const { from, to } of spans[day - first + 1] ?? []) opened += Math.min(Math.max(inDay - from, 0), to - from);
    return opened;
  };
  const reachFrom = (minute: number): number => {
    const day = Math.floor(minute / 1_440);
    if (!isKnown(day)) throw missing(day);
    return knownUntil[day - first] ?? day;
  };
  const openMinutesBetween = (from: number, to: number): number => {
    if (to < from) return -openMinutesBetween(to, from);
    if (to === from) return 0;
    const until = reachFrom(from);
    if (Math.floor(to / 1_440) > until) throw missing(until + 1);
    return openedAt(to) - openedAt(from);
  };
  return {
    openMinutesBetween,
    officeSpans: (day) => (day < first ? [] : (spans[day - first + 1] ?? [])),
    officeHours(day) {
      if (!works(day)) return undefined;
      const today = spans[day - first + 1] ?? [];
      const [opens, closes] = [today[0]?.from, today.at(-1)?.to];
      return opens === undefined || closes === undefined ? undefined : { opens, closes };
    },
    minuteAfter(from, minutes) {
      if (minutes === 0) return from;
      const until = reachFrom(from);
      const wanted = openedAt(from) + minutes;
      const available = openUpTo[until - first + 1] ?? 0;
      if (available < wanted) {
        if (openUpTo.at(-1) === 0) throw new AppError('conflict', 'calendar.no_hours', { day: dayOf(first) });
        throw missing(until + 1);
      }
      const slot = firstSlotWith(openUpTo, wanted, Math.floor(from / 1_440) - first + 1);
      let left = wanted - (openUpTo[slot - 1] ?? 0);
      for (const span of spans[slot] ?? []) {
        if (left <= span.to - span.from) return (first - 1 + slot) * 1_440 + span.from + left;
        left -= span.to - span.from;
      }
      throw missing(until + 1);
    },
  };
}

/** The first slot, from one on, whose sum is at least what is wanted. */
function firstSlotWith(sums: Int32Array, wanted: number, from: number): number {
  let [low, high] = [from, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
