// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { dayNumber } from '#kernel/dates';
import type { UnitCalendar } from '#modules/calendar';
import { type Counter, counterOf, dayAt, effectiveStart, endOfLimitDay, minutesPerDay } from './counter.ts';
import { type OfficeTimeTable, officeTimeTable } from './office-time-table.ts';
import { type CountingRules, erasOf } from './rules.ts';
import type { ClockRule, TimeLimit } from './types.ts';

/** The longest limit that the tables take; more is a slip of the keyboard (a procedure's limit has four digits). */
export const longestLimit = 9_999;

/**
 * Due days of one unit of limit: `due[base[slot] + amount]` is the due day of a limit of at least 1, as days since
 * 1970-01-01; 0 or nothing where a year on the way has no confirmed calendar.
 */
export type DueDayColumn = { readonly base: Int32Array; readonly due: Int32Array };

/**
 * Calendar and rules folded into arrays by day of receipt, so that the due day of a dossier without pauses is two array
 * reads, in TypeScript and in SQL alike. A day has `levels` slots: the first until 15:00, the next after it (more where
 * the hour changed over time).
 */
export type DueDayTable = {
  /** The day of the first slot: a year before the first confirmed day, because limits in calendar days may begin there. */
  readonly firstDay: number;
  /** Minutes of the day from which a receipt belongs to the next level, ascending. */
  readonly cutoffs: readonly number[];
  readonly levels: number;
  /** Whether a late receipt moves limits of a day and more; otherwise the columns have one slot a day. */
  readonly lateMoves: boolean;
  readonly working_days: DueDayColumn;
  readonly calendar_days: DueDayColumn;
  /** Due days of a limit of 0 days (within the day), by level. */
  readonly sameDay: Int32Array;
  /** By day of receipt: the minutes of a working day by which parts of days are counted, 0 where they are rounded up. */
  readonly dayMinutes: Int32Array;
  /** By day of receipt: 1 where the last day ends with the office; null where it never does. */
  readonly endsWithOffice: Int32Array | null;
  readonly office: OfficeTimeTable;
};

const daysBefore = 366;

/** Folds the calendar and the rules of every day; some tens of milliseconds, worth it from a few thousand dossiers on. */
export function dueDayTable(calendar: UnitCalendar, rules: readonly ClockRule[]): DueDayTable {
  const firstDay = calendar.index.first - daysBefore;
  const days = calendar.index.last - firstDay + 1;
  const eras = erasOf(rules)
    .map((era) => ({ lastDay: dayNumber(era.lastDay), rules: era.rules }))
    .filter(({ lastDay }) => lastDay >= firstDay);
  const cutoffs = [...new Set(eras.flatMap((era) => (era.rules.transferAfter === undefined ? [] : [era.rules.transferAfter + 1])))].sort(
    (a, b) => a - b,
  );
  const levels = cutoffs.length + 1;
  const lateMoves = eras.some((era) => era.rules.transferAfter !== undefined && era.rules.transferMovesAll);
  const fill = (perDay: number, at: (minute: number, own: CountingRules) => number): Int32Array =>
    Int32Array.from({ length: days * perDay }, (_, slot) => {
      const day = firstDay + Math.floor(slot / perDay);
      const own = eras.find(({ lastDay }) => day <= lastDay)?.rules;
      const inDay = cutoffs[(slot % perDay) - 1] ?? 0;
      return own ? known(() => at(day * minutesPerDay + inDay, own)) : unknown;
    });
  const perDay = lateMoves ? levels : 1;
  const working = paddedWorkingDays(calendar);
  const dates = calendarDays(
    calendar,
    eras.some((era) => !era.rules.lastDayMoves),
  );
  return {
    firstDay,
    cutoffs,
    levels,
    lateMoves,
    working_days: {
      base: fill(perDay, (minute, own) => working.baseOf(firstPosition('working_days', own, calendar, minute))),
      due: working.due,
    },
    calendar_days: {
      base: fill(perDay, (minute, own) => dates.baseOf(firstPosition('calendar_days', own, calendar, minute), own.lastDayMoves)),
      due: dates.due,
    },
    sameDay: fill(levels, (minute, own) => {
      const counter = counterOf({ amount: 0, unit: 'working_days' }, own, calendar);
      const start = effectiveStart(counter, own, calendar, minute);
      return dayAt(counter.dueFrom(counter.startAt(start), 0, start).minute);
    }),
    dayMinutes: fill(1, (_, own) => own.dayMinutes ?? 0),
    endsWithOffice: eras.some((era) => era.rules.endsWithOffice) ? fill(1, (_, own) => (own.endsWithOffice ? 1 : 0)) : null,
    office: officeTimeTable(
      calendar,
      firstDay,
      fill(levels, (minute, own) => hoursStart(own, calendar, minute)),
    ),
  };
}

/** Far behind every array: reading there finds nothing. */
export const unknown = 1_000_000;

function known(find: () => number): number {
  try {
    return find();
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('calendar.year_')) return unknown;
    throw error;
  }
}

/** The first day that a limit of at least one day counts. */
function firstPosition(unit: TimeLimit['unit'], own: CountingRules, calendar: UnitCalendar, minute: number): number {
  const counter: Counter = counterOf({ amount: 1, unit }, own, calendar);
  return counter.startAt(effectiveStart(counter, own, calendar, minute));
}

/** The day with whose beginning a limit in hours begins; 0 where it begins at the moment of receipt. */
function hoursStart(own: CountingRules, calendar: UnitCalendar, minute: number): number {
  const counter = counterOf({ amount: 1, unit: 'hours' }, own, calendar);
  const start = effectiveStart(counter, own, calendar, minute);
  return start === minute ? 0 : dayAt(start);
}

/** The working days one after another, with so many empty places between years that are not adjacent that no limit crosses them. */
function paddedWorkingDays({ index }: UnitCalendar): { due: Int32Array; baseOf(position: number): number } {
  const { first, working, upTo, knownUntil } = index;
  const due: number[] = [];
  const runs: { readonly until: number; readonly shift: number }[] = [];
  for (const day of working) {
    const until = knownUntil[day - first] ?? day;
    if (runs.at(-1)?.until !== until) {
      if (runs.length > 0) due.push(...new Array<number>(longestLimit).fill(0));
      runs.push({ until, shift: due.length - ((upTo[day - first + 1] ?? 0) - 1) });
    }
    due.push(day);
  }
  const baseOf = (position: number): number => {
    const slot = position - first;
    const until = knownUntil[slot] ?? position - 1;
    const run = until < position ? undefined : runs.find((one) => one.until === until);
    return run ? run.shift + (upTo[slot] ?? 0) - 1 : unknown;
  };
  return { due: Int32Array.from(due), baseOf };
}

/** For every day the day on which a limit that ends on it ends: moved to a working day; behind those, where a rule wants it, as it is. */
function calendarDays(calendar: UnitCalendar, withUnmoved: boolean): { due: Int32Array; baseOf(position: number, moves: boolean): number } {
  const { first, last } = calendar.index;
  const days = last - first + 1;
  const ends = (lastDayMoves: boolean): number[] =>
    Array.from({ length: days }, (_, slot) => {
      const day = known(() => dayAt(endOfLimitDay(first + slot, { lastDayMoves, endsWithOffice: false }, calendar).minute));
      return day === unknown ? 0 : day;
    });
  const gap = new Array<number>(longestLimit).fill(0);
  return {
    due: Int32Array.from(withUnmoved ? [...ends(true), ...gap, ...ends(false)] : ends(true)),
    baseOf: (position, moves) => position - 1 - first + (moves ? 0 : days + longestLimit),
  };
}
