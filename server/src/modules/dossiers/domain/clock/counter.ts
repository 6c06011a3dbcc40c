// SPDX-License-Identifier: Apache-2.0
import type { UnitCalendar } from '#modules/calendar';
import { type CountingRules, minutesOfWorkingDay } from './rules.ts';
import type { Span, TimeLimit } from './types.ts';

export const minutesPerDay = 1_440;
export const dayAt = (minute: number): number => Math.floor(minute / minutesPerDay);

/** A due minute, and the day from which it was moved because offices are closed on it. */
export type Due = { readonly minute: number; readonly movedFromDay: number | null };

/**
 * How a limit is counted. A position is what can be counted next: a day number for limits in days, a minute for limits in
 * hours; `units` are days or minutes.
 */
export type Counter = {
  readonly unit: 'working_days' | 'calendar_days' | 'minutes';
  /** The whole limit in units. */
  readonly limit: number;
  /** Where counting starts when the clock starts or goes on at a minute. */
  startAt(minute: number): number;
  /** What remains to be counted once everything up to a minute is settled. */
  nextAfter(minute: number): number;
  /** Units from a position through a minute. */
  countThrough(position: number, minute: number): number;
  /** Units that lie between two positions. */
  countBetween(position: number, later: number): number;
  /** The last minute in time when `units` are left; `opened` is the minute at which the clock started or went on. */
  dueFrom(position: number, units: number, opened: number): Due;
  /** Units from one minute to another as they are shown; negative backwards. */
  left(from: number, to: number): number;
  spanOf(units: number, minutes: number): Span;
};

/** The way in which a limit is counted under the rules. */
export function counterOf(limit: TimeLimit, rules: CountingRules, calendar: UnitCalendar): Counter {
  if (limit.unit === 'hours') return minuteCounter(Math.round(limit.amount * 60), rules, calendar);
  if (limit.unit === 'calendar_days') return dayCounter('calendar_days', Math.ceil(limit.amount), rules, calendar);
  if (Number.isInteger(limit.amount)) return dayCounter('working_days', limit.amount, rules, calendar);
  return rules.dayMinutes === undefined
    ? dayCounter('working_days', Math.ceil(limit.amount), rules, calendar)
    : minuteCounter(Math.round(limit.amount * rules.dayMinutes), rules, calendar);
}

function dayCounter(unit: 'working_days' | 'calendar_days', limit: number, rules: CountingRules, calendar: UnitCalendar): Counter {
  const between = unit === 'working_days' ? calendar.workingDaysBetween : (from: number, to: number) => to - from;
  const after = unit === 'working_days' ? calendar.workingDayAfter : (day: number, count: number) => day + count;
  return {
    unit,
    limit,
    startAt: (minute) => dayAt(minute) + (rules.firstDayCounts ? 0 : 1),
    nextAfter: (minute) => dayAt(minute) + 1,
    countThrough: (position, minute) => Math.max(0, dayAt(minute) < position ? 0 : between(position - 1, dayAt(minute))),
    countBetween: (position, later) => (later <= position ? 0 : between(position - 1, later - 1)),
    dueFrom(position, units, opened) {
      const last = units <= 0 ? dayAt(opened) : after(position - 1, units);
      return endOfLimitDay(last, rules, calendar);
    },
    left: (from, to) => between(dayAt(from), dayAt(to)),
    spanOf: (units, minutes) => ({ days: units, minutes }),
  };
}

/** The last minute of a day on which a limit ends; a day off gives way to the next working day (Civil Code 2015, art. 148(5), (6)). */
export function endOfLimitDay(last: number, rules: Pick<CountingRules, 'lastDayMoves' | 'endsWithOffice'>, calendar: UnitCalendar): Due {
  // Asked in any case: a due day in a year without a confirmed calendar is not known, whatever the rule.
  const isOff = !calendar.works(last);
  const day = isOff && rules.lastDayMoves ? calendar.workingDayAfter(last, 1) : last;
  const closes = rules.endsWithOffice ? calendar.officeHours(day)?.closes : undefined;
  return { minute: day * minutesPerDay + (closes ?? minutesPerDay - 1), movedFromDay: day === last ? null : last };
}

function minuteCounter(limit: number, rules: CountingRules, calendar: UnitCalendar): Counter {
  return {
    unit: 'minutes',
    limit,
    startAt: (minute) => minute,
    nextAfter: (minute) => minute,
    countThrough: (position, minute) => (minute <= position ? 0 : calendar.openMinutesBetween(position, minute)),
    countBetween: (position, later) => (later <= position ? 0 : calendar.openMinutesBetween(position, later)),
    dueFrom(position, units) {
      // Nothing is left to count, and still the day must lie in a year that has a calendar.
      if (units <= 0) calendar.works(dayAt(position));
      return { minute: calendar.minuteAfter(position, Math.max(0, units)), movedFromDay: null };
    },
    left: (from, to) => calendar.openMinutesBetween(from, to),
    spanOf: (units, minutes) => ({ days: units / (rules.dayMinutes ?? minutesOfWorkingDay), minutes }),
  };
}

/**
 * The minute from which a receipt (or the receipt of everything that was missing) counts. After 15:00 a dossier is handed
 * over at the start of the next working day (Decree 61/2018/NĐ-CP, art. 18): a limit that would end on the day of receipt
 * then ends on that day; where the province has it so, every limit starts there, and a receipt on a day off likewise, so
 * that whoever comes later is never served earlier.
 */
export function effectiveStart(counter: Counter, rules: CountingRules, calendar: UnitCalendar, minute: number): number {
  const day = dayAt(minute);
  const isSameDay = counter.unit !== 'minutes' && counter.limit === 0;
  const moves = rules.transferAfter !== undefined && (rules.transferMovesAll || isSameDay);
  const isLate = moves && (minute - day * minutesPerDay > (rules.transferAfter ?? 0) || !calendar.works(day));
  if (isLate) return calendar.workingDayAfter(day, 1) * minutesPerDay;
  if (counter.unit !== 'minutes' || rules.hoursStartAtMoment) return minute;
  return calendar.workingDayAfter(day, 1) * minutesPerDay;
}
