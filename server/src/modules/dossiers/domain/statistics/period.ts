// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day } from '#kernel/dates';

/** Days from `from` to before `until`. */
export type DaySpan = { readonly from: Day; readonly until: Day };

/** A period cut for reading: whole months come from the sums, the days beside them are counted one dossier at a time. */
export type CutPeriod = {
  /** First days of the first whole month and of the month after the last one; null where the period holds no whole month. */
  readonly months: DaySpan | null;
  /** Days of one month each. */
  readonly edges: readonly DaySpan[];
};

/**
 * Cuts the period of the days `from` to `to`, both included. Nothing happens after `today`, so a month that has come no further
 * than the period's end is whole.
 */
export function cutPeriod(from: Day, to: Day, today: Day): CutPeriod {
  const until = to < today ? addDays(to, 1) : nextMonth(to);
  const whole = { from: from === firstOfMonth(from) ? from : nextMonth(from), until: firstOfMonth(until) };
  if (whole.from > whole.until) return { months: null, edges: [{ from, until }] };
  const edges = [
    { from, until: whole.from },
    { from: whole.until, until },
  ].filter((edge) => edge.from < edge.until);
  return { months: whole.from < whole.until ? whole : null, edges };
}

/**
 * The fewest years, quarters and months that make up whole months, by their numbers in `dossiers.tally.period`.
 *
 * @example
 * periodsOf({ from: '2025-11-01', until: '2026-11-01' }) // [202511, 202512, 20261, 20262, 20263, 202610]
 */
export function periodsOf(months: DaySpan): number[] {
  const periods: number[] = [];
  const end = monthIndex(months.until);
  for (let index = monthIndex(months.from); index < end; ) {
    const [year, month] = [Math.floor(index / 12), index % 12];
    const length = month === 0 && index + 12 <= end ? 12 : month % 3 === 0 && index + 3 <= end ? 3 : 1;
    periods.push(length === 12 ? year : length === 3 ? year * 10 + month / 3 + 1 : year * 100 + month + 1);
    index += length;
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
