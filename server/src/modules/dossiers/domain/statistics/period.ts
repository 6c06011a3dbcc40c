// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day, isDay } from '#kernel/dates';

/** Whether the days from one to another are a period; what ends with the last year that four digits write has no day after it. */
export const isPeriod = (from: Day, to: Day): boolean => isDay(from) && isDay(to) && from <= to && to < '9999';

/** Days from `from` to before `until`. */
export type DaySpan = { readonly from: Day; readonly until: Day };

/**
 * A period cut for reading: the months from that of its first day to before that of its last one, and the days at which it begins
 * and ends within a month. What lies in its month before `from` has to be taken away, what lies before `until` added.
 */
export type CutPeriod = {
  readonly months: DaySpan | null;
  /** Null where the period begins with a month. */
  readonly from: Day | null;
  /** Null where the period ends with a month. */
  readonly until: Day | null;
};

/**
 * Cuts the period of the days `from` to `to`, both included. Nothing happens after `today`, so a year that has come no further than
 * the period's end is whole.
 */
export function cutPeriod(from: Day, to: Day, today: Day): CutPeriod {
  const until = to < today ? addDays(to, 1) : `${Number(to.slice(0, 4)) + 1}-01-01`;
  const months = { from: firstOfMonth(from), until: firstOfMonth(until) };
  const within = (day: Day): Day | null => (day === firstOfMonth(day) ? null : day);
  return { months: months.from < months.until ? months : null, from: within(from), until: within(until) };
}

/** How many days of a month are kept as one sum: legal periods go from the 15th to the 14th. */
export const firstHalfDays = 14;

/**
 * The beginning of a month: its first half where it is nearer to that half's end than to its own beginning, and the days that have to
 * be added (1) or taken away (-1) from there.
 */
export type MonthBeginning = { readonly half: number | null; readonly days: (DaySpan & { readonly sign: 1 | -1 }) | null };

/**
 * What lies between the beginning of a month and a day of it; `half` is its number in `dossiers.tally_part.part`.
 *
 * @example
 * beginningUntil('2026-03-13') // { half: 2026031, days: { from: '2026-03-13', until: '2026-03-15', sign: -1 } }
 */
export function beginningUntil(day: Day): MonthBeginning {
  const first = firstOfMonth(day);
  if (Number(day.slice(8)) - 1 <= firstHalfDays / 2) return { half: null, days: { from: first, until: day, sign: 1 } };
  const half = Number(`${day.slice(0, 7).replace('-', '')}1`);
  const end = addDays(first, firstHalfDays);
  if (day === end) return { half, days: null };
  return { half, days: day < end ? { from: day, until: end, sign: -1 } : { from: end, until: day, sign: 1 } };
}

/** The number of a day in `dossiers.tally_part.part`. */
export const partOfDay = (day: Day): number => Number(day.replaceAll('-', ''));

/** The days of a span. */
export function daysOf({ from, until }: DaySpan): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Sums that make up whole months, by their numbers in `dossiers.tally.period`: those added and those taken away. */
export type MonthSums = { readonly added: readonly number[]; readonly less: readonly number[] };

/**
 * Few years, quarters and months that make up whole months: a year of which most is wanted is read whole, less the rest.
 *
 * @example
 * sumsOfMonths({ from: '2025-11-01', until: '2026-11-01' }) // { added: [202511, 202512, 2026], less: [202611, 202612] }
 */
export function sumsOfMonths(months: DaySpan): MonthSums {
  const [begin, end] = [monthIndex(months.from), monthIndex(months.until)];
  const [added, less]: [number[], number[]] = [[], []];
  for (let year = Math.floor(begin / 12); year * 12 < end; year += 1) {
    const [from, until] = [Math.max(0, begin - year * 12), Math.min(12, end - year * 12)];
    const wanted = quartersAndMonths(year, from, until);
    const rest = [...quartersAndMonths(year, 0, from), ...quartersAndMonths(year, until, 12)];
    if (rest.length + 1 < wanted.length) {
      added.push(year);
      less.push(...rest);
    } else added.push(...wanted);
  }
  return { added, less };
}

/** The fewest quarters and months between two months of a year, counted from 0. */
function quartersAndMonths(year: number, from: number, until: number): number[] {
  const periods: number[] = [];
  for (let month = from; month < until; ) {
    const isQuarter = month % 3 === 0 && month + 3 <= until;
    periods.push(isQuarter ? year * 10 + month / 3 + 1 : year * 100 + month + 1);
    month += isQuarter ? 3 : 1;
  }
  return periods;
}

/** The months that a span touches, by their first days. */
export function monthsTouched({ from, until }: DaySpan): Day[] {
  const months: Day[] = [];
  for (let month = firstOfMonth(from); month < until; month = nextMonth(month)) months.push(month);
  return months;
}

/** First day of the month of a day. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** First day of the month after that of a day. */
export function nextMonth(day: Day): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

function monthIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
