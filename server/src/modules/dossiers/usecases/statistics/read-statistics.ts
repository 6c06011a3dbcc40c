// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day } from '#kernel/dates';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type ProcedureName, procedureNames } from '../../data/procedure-names.repo.ts';
import { hasGenerated, type StatisticScope } from '../../data/statistics/statistics.repo.ts';
import { type Counts, countKeys, type Mutable, noCounts } from '../../domain/statistics/form-06a.ts';
import { channels } from '../../domain/statistics/measures.ts';
import { pageOfRows, type RowPage } from '../../domain/statistics/page-of-rows.ts';
import { type DaySpan, firstOfMonth, isPeriod, nextMonth } from '../../domain/statistics/period.ts';
import type { StatisticRow } from '../../domain/statistics/statistic-row.ts';
import { countMonths, countPeriod, readPeriod } from './assemble-counts.ts';
import { procedureRows, sectorRows } from './catalogue-rows.ts';
import { haveMonthsBegun } from './fold-waiting-changes.ts';
import { unitsRightBelow } from './units-right-below.ts';

export const statisticGroupings = ['total', 'month', 'procedure', 'sector', 'unit', 'channel'] as const;
export type StatisticGrouping = (typeof statisticGroupings)[number];

/** What is asked: dossiers of a unit and all below it, on the days `from` to `to`, both included. */
export type StatisticQuestion = {
  readonly unitId: string;
  readonly from: Day;
  readonly to: Day;
  readonly by: StatisticGrouping;
  readonly procedureId?: string | undefined;
  readonly sectorId?: string | undefined;
  /** National channel code 1 to 3. */
  readonly channel?: number | undefined;
};

/** `rows` are those of the page that was asked for, `count` is how many there are in all, `total` the counts of all dossiers. */
export type Statistics = {
  readonly rows: StatisticRow[];
  readonly count: number;
  readonly total: Counts;
  readonly countedAt: string /** Dossiers that the program made are among the counted ones. */;
  readonly someGenerated: boolean;
};

const longestYears = 30;
const everyRow: RowPage = { order: 'asc', offset: 0, limit: 1_000_000 };

/**
 * Counts dossiers in one snapshot of the database, waiting changes included: what was committed before is in the answer.
 *
 * @throws AppError `units.not_found`, `dossiers.period_reversed`, `dossiers.period_too_long`
 */
export async function readStatistics(
  db: Db,
  scope: UnitScope,
  question: StatisticQuestion,
  now: Date = new Date(),
  page: RowPage = everyRow,
): Promise<Statistics> {
  const { from, to } = question;
  if (!isPeriod(from, to)) throw new AppError('invalid', 'dossiers.period_reversed', { from, to });
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > longestYears)
    throw new AppError('invalid', 'dossiers.period_too_long', { years: longestYears });
  await getUnit(db, scope, question.unitId);
  await haveMonthsBegun(db, now);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const names = await namesFor(snapshot, question);
      const base: StatisticScope = {
        unitIds: [question.unitId],
        procedureIds: question.procedureId ? [question.procedureId] : question.sectorId ? idsOfSector(names, question.sectorId) : null,
        channels: question.channel ? [question.channel] : [1, 2, 3],
        key: 'total',
      };
      const counts = await counted(snapshot, question, base, names, now, page);
      return { ...counts, countedAt: now.toISOString(), someGenerated: await hasGenerated(snapshot, question.unitId, question) };
    });
}

type Counted = Pick<Statistics, 'rows' | 'count' | 'total'>;

async function counted(
  db: Db,
  question: StatisticQuestion,
  base: StatisticScope,
  names: readonly ProcedureName[],
  now: Date,
  page: RowPage,
): Promise<Counted> {
  const { from, to, by } = question;
  if (by === 'procedure' || by === 'sector') {
    const period = await readPeriod(db, { ...base, key: 'procedure' }, from, to, now);
    if (by === 'procedure') return procedureRows(db, period, names, question, page);
    const sectors = await sectorRows(db, period, names, question);
    return { ...sectors, ...pageOfRows(sectors.rows, page) };
  }
  const { rows, total } = await allRows(db, question, base, now);
  return { ...pageOfRows(rows, page), total };
}

async function allRows(
  db: Db,
  question: StatisticQuestion,
  base: StatisticScope,
  now: Date,
): Promise<{ rows: StatisticRow[]; total: Counts }> {
  const { from, to, by } = question;
  if (by === 'month') {
    const rows = await monthRows(db, base, from, to, now);
    return { rows, total: totalOfMonths(rows) };
  }
  if (by === 'channel') {
    const rows = await channelRows(db, question, base, now);
    // Every dossier has one channel, so these rows add up to all of them.
    return { rows, total: sumOf(rows) };
  }
  const total = (await countPeriod(db, base, from, to, now)).get('') ?? noCounts;
  return { rows: by === 'unit' ? await unitRows(db, question, base, total, now) : [], total };
}

async function monthRows(db: Db, base: StatisticScope, from: Day, to: Day, now: Date): Promise<StatisticRow[]> {
  const spans = await countMonths(db, base, from, to, now);
  return spans.map(({ span, counts }) => {
    const month = span.from.slice(0, 7);
    return {
      key: month,
      code: null,
      label: monthLabel(span),
      from: span.from,
      to: addDays(span.until, -1),
      counts,
    };
  });
}

/** A month by its number; one that is cut by the days that are in it. */
function monthLabel({ from, until }: DaySpan): string {
  const month = `${from.slice(5, 7)}/${from.slice(0, 4)}`;
  const isWhole = from === firstOfMonth(from) && until === nextMonth(from);
  return isWhole ? month : `${from.slice(8)}–${addDays(until, -1).slice(8)}/${month}`;
}

/** Flows add up; the stocks are those at the beginning of the first month and at the end of the last one. */
function totalOfMonths(rows: readonly StatisticRow[]): Counts {
  const [first, last] = [rows[0]?.counts ?? noCounts, rows.at(-1)?.counts ?? noCounts];
  return { ...sumOf(rows), carried: first.carried, open: last.open, overdue: last.overdue };
}

async function unitRows(db: Db, question: StatisticQuestion, base: StatisticScope, total: Counts, now: Date): Promise<StatisticRow[]> {
  const { from, to, unitId } = question;
  const children = await unitsRightBelow(db, unitId, [from, to]);
  if (children.size === 0) return [];
  const counts = await countPeriod(db, { ...base, key: 'unit', unitIds: [...children.keys()] }, from, to, now);
  const rows = [...children].map(([id, { code, name }]) => ({ key: id, code, label: name, from, to, counts: counts.get(id) ?? noCounts }));
  const rest = minus(
    total,
    rows.map((row) => row.counts),
  );
  const own = { key: unitId, code: null, label: '', from, to, counts: rest };
  return countKeys.some((key) => rest[key] !== 0) ? [own, ...rows] : rows;
}

async function channelRows(db: Db, question: StatisticQuestion, base: StatisticScope, now: Date): Promise<StatisticRow[]> {
  const { from, to } = question;
  const rows: StatisticRow[] = [];
  for (const code of base.channels) {
    const counts = (await countPeriod(db, { ...base, channels: [code] }, from, to, now)).get('') ?? noCounts;
    rows.push({ key: String(code), code: String(code), label: channels[code - 1] ?? '', from, to, counts });
  }
  return rows;
}

function namesFor(db: Db, question: StatisticQuestion): Promise<readonly ProcedureName[]> {
  const needed = question.by === 'procedure' || question.by === 'sector' || question.sectorId !== undefined;
  return needed ? procedureNames(db, question.to) : Promise.resolve([]);
}

const idsOfSector = (names: readonly ProcedureName[], sectorId: string): string[] =>
  names.filter((name) => name.sectorId === sectorId).map((name) => name.id);

function sumOf(rows: readonly StatisticRow[]): Counts {
  const sum = { ...noCounts };
  for (const row of rows) addCounts(sum, row.counts);
  return sum;
}

function addCounts(sum: Mutable<Counts>, counts: Counts): void {
  for (const key of countKeys) sum[key] += counts[key];
}

function minus(total: Counts, parts: readonly Counts[]): Counts {
  return Object.fromEntries(countKeys.map((key) => [key, parts.reduce((rest, part) => rest - part[key], total[key])])) as Counts;
}
