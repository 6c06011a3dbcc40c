// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import {
  dailyFlows,
  type FlowRow,
  fallenDueSince,
  flowsByMonth,
  periodSums,
  type StatisticScope,
  type SumsState,
  stockOnDay,
  stocksAt,
  sumsState,
} from '../../data/statistics.repo.ts';
import { type Counts, type Mutable, noCounts } from '../../domain/statistics/form-06a.ts';
import { cutPeriod, type DaySpan, firstOfMonth, monthsTouched, nextMonth } from '../../domain/statistics/period.ts';

/** Counts by key; the key of `total` is the empty text. */
export type KeyedCounts = Map<string, Mutable<Counts>>;

/** A period cut at months, with its counts. */
export type CountedSpan = { readonly span: DaySpan; readonly counts: Counts };

type Stock = { readonly open: number; readonly overdue: number };
const noStock: Stock = { open: 0, overdue: 0 };

/**
 * Counts of the days `from` to `to`, both included. Flows are added up over the period; the stocks at its two ends are
 * counted on their own, so that 3 = 7 + 11 of form II.06a is a check and not a definition.
 */
export async function countPeriod(db: Db, scope: StatisticScope, from: Day, to: Day, now: Date): Promise<KeyedCounts> {
  const { months, edges } = cutPeriod(from, to, todayInVietnam(now));
  const ends = { from: pointOf(from, now), until: pointOf(addDays(to, 1), now) };
  const state = await sumsState(db);
  const counts = await periodSums(db, state, scope, months, { from: ends.from.at, until: ends.until.at });
  if (!ends.until.isWhole) for (const own of counts.values()) own.overdue = 0;
  const countsOf = (key: string): Mutable<Counts> => {
    const known = counts.get(key) ?? { ...noCounts };
    counts.set(key, known);
    return known;
  };
  for (const flow of await flowsOfEdges(db, scope, edges)) addFlow(countsOf(flow.key), flow);
  for (const { key, open } of await changesOfStock(db, state, scope, ends.from, now)) countsOf(key).carried += open;
  for (const { key, open, overdue } of await changesOfStock(db, state, scope, ends.until, now)) {
    countsOf(key).open += open;
    countsOf(key).overdue += overdue;
  }
  return counts;
}

/** Counts of every month that the period touches, the first and last cut at its ends; for one total only. */
export async function countMonths(db: Db, scope: StatisticScope, from: Day, to: Day, now: Date): Promise<CountedSpan[]> {
  const { months, edges } = cutPeriod(from, to, todayInVietnam(now));
  const until = addDays(to, 1);
  const state = await sumsState(db);
  const flows = [...(months ? await flowsByMonth(db, state, scope, monthsTouched(months)) : []), ...(await flowsOfEdges(db, scope, edges))];
  const spans = monthsTouched({ from, until }).map((month) => ({ from: later(from, month), until: earlier(until, nextMonth(month)) }));
  const stocks = await stocksOn(db, state, scope, [...spans.map((span) => span.from), until], now);
  const stockAt = (day: Day): Stock => stocks.get(day) ?? noStock;
  return spans.map((span) => {
    const counts: Mutable<Counts> = {
      ...noCounts,
      carried: stockAt(span.from).open,
      open: stockAt(span.until).open,
      overdue: stockAt(span.until).overdue,
    };
    for (const flow of flows) if (flow.month >= span.from && flow.month < span.until) addFlow(counts, flow);
    return { span, counts };
  });
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

async function flowsOfEdges(db: Db, scope: StatisticScope, edges: readonly DaySpan[]): Promise<FlowRow[]> {
  const rows: FlowRow[] = [];
  for (const edge of edges) rows.push(...(await dailyFlows(db, scope, edge)));
  return rows;
}

function addFlow(counts: Mutable<Counts>, flow: FlowRow): void {
  counts.receivedDirect += flow.direct;
  counts.receivedOnline += flow.online;
  counts.receivedPostal += flow.postal;
  counts.early += flow.early;
  counts.onTime += flow.on_time;
  counts.late += flow.late;
  counts.closed += flow.closed;
}

/** Where the stock at a day's beginning is kept, and what has to be counted beside it. */
type Point = {
  readonly day: Day;
  /** `infinity` for a day that lies ahead: it is as of now. */
  readonly at: string;
  /** The kept overdue ones hold for the day; else all are counted at the day itself. */
  readonly isWhole: boolean;
};

function pointOf(day: Day, now: Date): Point {
  if (Date.parse(`${day}T00:00:00+07:00`) > now.getTime()) return { day, at: 'infinity', isWhole: true };
  return { day, at: firstOfMonth(day), isWhole: day === firstOfMonth(day) };
}

type StockChange = { readonly key: string; readonly open: number; readonly overdue: number };

/** What is counted one by one beside the kept stock: dossiers that fell due today, or the days of the month before the point. */
async function changesOfStock(db: Db, state: SumsState, scope: StatisticScope, point: Point, now: Date): Promise<StockChange[]> {
  if (point.at === 'infinity') {
    const fallen = await fallenDueSince(db, scope, state.day, now.toISOString());
    return fallen.map((row) => ({ ...row, open: 0 }));
  }
  return point.isWhole ? [] : stockOnDay(db, scope, point.day);
}

/** Open and overdue dossiers at the beginning of each day; a day that lies ahead is as of now. For one total only. */
async function stocksOn(db: Db, state: SumsState, scope: StatisticScope, days: readonly Day[], now: Date): Promise<Map<Day, Stock>> {
  const points = days.map((day) => pointOf(day, now));
  const kept = new Map((await stocksAt(db, state, scope, [...new Set(points.map(({ at }) => at))])).map((row) => [row.at, row]));
  const stocks = new Map<Day, Stock>();
  for (const point of points) {
    const { open, overdue } = kept.get(point.at) ?? noStock;
    const [change = noStock] = await changesOfStock(db, state, scope, point, now);
    stocks.set(point.day, { open: open + change.open, overdue: (point.isWhole ? overdue : 0) + change.overdue });
  }
  return stocks;
}
