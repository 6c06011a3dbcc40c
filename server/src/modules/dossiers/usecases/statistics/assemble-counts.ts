// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import {
  flowsByMonth,
  periodSums,
  type ReadPeriod,
  type StatisticScope,
  type SumsState,
  stocksAt,
  sumsState,
} from '../../data/statistics/statistics.repo.ts';
import { type Counts, type Mutable, noCounts } from '../../domain/statistics/form-06a.ts';
import { cutPeriod, type DaySpan, firstOfMonth, monthsTouched, nextMonth } from '../../domain/statistics/period.ts';

/** Counts by key; the key of `total` is the empty text. */
export type KeyedCounts = Map<string, Mutable<Counts>>;

/** A period cut at months, with its counts. */
export type CountedSpan = { readonly span: DaySpan; readonly counts: Counts };

/**
 * Counts of the days `from` to `to`, both included. Flows are added up over the period; the stocks at its two ends are those kept for
 * the beginnings of their months and what changed since, so that 3 = 7 + 11 of form II.06a is a check and not a definition.
 */
export async function countPeriod(db: Db, scope: StatisticScope, from: Day, to: Day, now: Date): Promise<KeyedCounts> {
  return periodSums(db, await readPeriod(db, scope, from, to, now));
}

/** How the days `from` to `to`, both included, are read from the sums as they are in this snapshot. */
export async function readPeriod(db: Db, scope: StatisticScope, from: Day, to: Day, now: Date): Promise<ReadPeriod> {
  return spanOf(await sumsState(db), scope, { from, until: addDays(to, 1) }, now);
}

/** Counts of every month that the period touches, the first and last cut at its ends; for one total only. */
export async function countMonths(db: Db, scope: StatisticScope, from: Day, to: Day, now: Date): Promise<CountedSpan[]> {
  const until = addDays(to, 1);
  const state = await sumsState(db);
  const spans = monthsTouched({ from, until }).map((month) => ({ from: later(from, month), until: earlier(until, nextMonth(month)) }));
  const isWhole = ({ from: first, until: end }: DaySpan): boolean =>
    first === firstOfMonth(first) && end === nextMonth(first) && hasBegun(end, now);
  const whole = await countWholeMonths(db, state, scope, spans.filter(isWhole));
  const counted: CountedSpan[] = [];
  for (const span of spans) {
    const counts = whole.get(span.from) ?? (await periodSums(db, spanOf(state, scope, span, now))).get('') ?? noCounts;
    counted.push({ span, counts });
  }
  return counted;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const hasBegun = (day: Day, now: Date): boolean => Date.parse(`${day}T00:00:00+07:00`) <= now.getTime();

function spanOf(state: SumsState, scope: StatisticScope, { from, until }: DaySpan, now: Date): ReadPeriod {
  // What is open when a day begins that lies ahead is as of now.
  const stockAt = (day: Day): string => (hasBegun(day, now) ? firstOfMonth(day) : 'infinity');
  const ends = { from: stockAt(from), until: stockAt(until), now: now.toISOString() };
  return { state, scope, cut: cutPeriod(from, addDays(until, -1), todayInVietnam(now)), ends };
}

/** Months that are over, all from sums, by their first days. */
async function countWholeMonths(db: Db, state: SumsState, scope: StatisticScope, spans: readonly DaySpan[]): Promise<Map<Day, Counts>> {
  if (spans.length === 0) return new Map();
  const flows = new Map(
    (
      await flowsByMonth(
        db,
        state,
        scope,
        spans.map((span) => span.from),
      )
    ).map((row) => [row.month, row]),
  );
  const points = [...new Set(spans.flatMap((span) => [span.from, span.until]))];
  const stocks = new Map((await stocksAt(db, state, scope, points)).map((row) => [row.at, row]));
  return new Map(
    spans.map((span) => {
      const [flow, begin, end] = [flows.get(span.from), stocks.get(span.from), stocks.get(span.until)];
      const counts: Counts = {
        receivedDirect: flow?.direct ?? 0,
        receivedOnline: flow?.online ?? 0,
        receivedPostal: flow?.postal ?? 0,
        carried: begin?.open ?? 0,
        early: flow?.early ?? 0,
        onTime: flow?.on_time ?? 0,
        late: flow?.late ?? 0,
        closed: flow?.closed ?? 0,
        open: end?.open ?? 0,
        overdue: end?.overdue ?? 0,
      };
      return [span.from, counts];
    }),
  );
}
