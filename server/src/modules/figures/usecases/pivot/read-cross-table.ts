// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { listVersions } from '../../data/indicators.repo.ts';
import { crossCells, namedUnitsBelow } from '../../data/pivot.repo.ts';
import { type FiguresDb, figuresDb } from '../../data/tables.ts';
import { type CrossColumn, standingStill, valuesOf, versionFor } from '../../domain/cross-table.ts';
import type { IndicatorVersion } from '../../domain/indicator.ts';
import type { Period, PeriodKind } from '../../domain/period.ts';
import { getPeriod } from '../get-period.ts';
import { periodsOfYears } from './periods-of-years.ts';

/** A question to the cross table: which dimension lies where, and the one member of the third. */
export type CrossQuestion = {
  readonly rows: CrossColumn;
  readonly columns: CrossColumn;
  /** Where units are a dimension: this one and all below it, each with the sum of its own subtree. */
  readonly unitId: string;
  readonly indicatorId?: string | undefined;
  readonly period?: string | undefined;
  /** Where periods are a dimension: those of one kind, from the first day of one year to the last of another. */
  readonly periodKind: PeriodKind;
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
};

export type Window = { readonly rowOffset: number; readonly rowLimit: number; readonly columnOffset: number; readonly columnLimit: number };

/** A row or a column; `id` is the unit, the indicator or the key of the period. */
export type CrossHead = { readonly id: string; readonly code: string; readonly name: string; readonly unitOfMeasure: string | null };

export type CrossTable = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly fixed: CrossHead & { readonly dimension: CrossColumn };
  readonly rows: readonly CrossHead[];
  readonly columns: readonly CrossHead[];
  readonly rowTotal: number;
  readonly columnTotal: number;
  /** A value for each column of each row; null where no figure is in use. */
  readonly cells: readonly (readonly (string | null)[])[];
};

/** The members of a dimension, with what values are worked out by. */
type Members = {
  readonly heads: Readonly<Record<CrossColumn, readonly CrossHead[]>>;
  readonly versions: ReadonlyMap<string, readonly IndicatorVersion[]>;
  readonly periods: ReadonlyMap<string, Period>;
};

/**
 * Figures of units, indicators and periods crossed two by two, as they are in use at this moment. A higher unit shows the sums of its
 * parts, never a mean of percents, because the cells keep them so.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`, `figures.indicator_not_found`,
 * `figures.cross_unsound`
 */
export async function readCrossTable(db: Db, scope: UnitScope, question: CrossQuestion, window: Window): Promise<CrossTable> {
  const unit = await getUnit(db, scope, question.unitId);
  const dimension = standingStill(question.rows, question.columns);
  if (!dimension) throw new AppError('invalid', 'figures.cross_unsound');
  const own = figuresDb(db);
  const named = { id: unit.id, name: unit.authorityName };
  const members = await membersOf(own, named, question, dimension);
  const fixed = members.heads[dimension][0];
  if (!fixed) throw new AppError('not_found', dimension === 'indicators' ? 'figures.indicator_not_found' : 'figures.figure_not_found');
  const [allRows, allColumns] = [members.heads[question.rows], members.heads[question.columns]];
  const rows = allRows.slice(window.rowOffset, window.rowOffset + window.rowLimit);
  const columns = allColumns.slice(window.columnOffset, window.columnOffset + window.columnLimit);
  const found = await crossCells(own, {
    ...question,
    fixed: dimension,
    rowKeys: rows.map((head) => head.id),
    columnKeys: columns.map((head) => head.id),
    fixedKey: fixed.id,
  });
  const versionAt = versionsAt(members, question, dimension, rows, columns, fixed);
  const cells = rows.map((): readonly (string | null)[] => []);
  for (const { place, cells: text } of found) cells[place] = valuesOf(text, columns.length, (column) => versionAt(place, column));
  const empty = columns.map(() => null);
  return {
    unit: named,
    fixed: { ...fixed, dimension },
    rows,
    columns,
    rowTotal: allRows.length,
    columnTotal: allColumns.length,
    cells: cells.map((row) => (row.length > 0 ? row : empty)),
  };
}

async function membersOf(
  own: FiguresDb,
  unit: { readonly id: string; readonly name: string },
  question: CrossQuestion,
  fixed: CrossColumn,
): Promise<Members> {
  const { period, indicatorId, periodKind, fromYear, toYear } = question;
  if (fixed === 'periods' ? period === undefined : fromYear === undefined || toYear === undefined)
    throw new AppError('invalid', 'figures.cross_unsound');
  if (fixed === 'indicators' && indicatorId === undefined) throw new AppError('invalid', 'figures.cross_unsound');
  const periods =
    fixed === 'periods' ? [await getPeriod(own, period ?? '')] : await periodsOfYears(own, periodKind, fromYear ?? 0, toYear ?? 0);
  const last = periods.at(-1);
  if (!last) throw new AppError('invalid', 'figures.period_unknown', { period: `${fromYear}–${toYear}` });
  const versions = byIndicator(await listVersions(own, fixed === 'indicators' ? indicatorId : undefined));
  const kept = keptIndicators(versions, periods);
  const units = fixed === 'units' ? [{ ...unit, code: '' }] : await namedUnitsBelow(own, unit.id, last.to);
  return {
    heads: {
      units: units.map((one) => ({ ...one, unitOfMeasure: null })),
      indicators: kept.map(({ indicatorId, code, name, unitOfMeasure }) => ({ id: indicatorId, code, name, unitOfMeasure })),
      periods: periods.map(({ key, name }) => ({ id: key, code: key, name, unitOfMeasure: null })),
    },
    versions,
    periods: new Map(periods.map((period) => [period.key, period])),
  };
}

/** The versions of each indicator, in the order of the codes. */
export function byIndicator(versions: readonly IndicatorVersion[]): Map<string, IndicatorVersion[]> {
  const grouped = new Map<string, IndicatorVersion[]>();
  for (const version of versions) {
    const some = grouped.get(version.indicatorId);
    if (some) some.push(version);
    else grouped.set(version.indicatorId, [version]);
  }
  return grouped;
}

/** Indicators that are kept for any of the periods, each by its latest version among them. */
export function keptIndicators(versions: ReadonlyMap<string, readonly IndicatorVersion[]>, periods: readonly Period[]): IndicatorVersion[] {
  return [...versions.values()].flatMap((some) => periods.flatMap((period) => versionFor(some, period) ?? []).at(-1) ?? []);
}

/** The version by which the cell of a row and a column is counted; only where periods are crossed does it change along the way. */
function versionsAt(
  { versions, periods }: Members,
  question: Pick<CrossQuestion, 'rows' | 'columns'>,
  fixed: CrossColumn,
  rows: readonly CrossHead[],
  columns: readonly CrossHead[],
  still: CrossHead,
): (row: number, column: number) => IndicatorVersion | undefined {
  const headsOf = (dimension: CrossColumn): readonly CrossHead[] =>
    dimension === fixed ? [still] : dimension === question.rows ? rows : columns;
  const periodHeads = headsOf('periods');
  const counted = headsOf('indicators').map(({ id }) =>
    periodHeads.map((head) => {
      const period = periods.get(head.id);
      return period ? versionFor(versions.get(id) ?? [], period) : undefined;
    }),
  );
  const placeOf = (dimension: CrossColumn, row: number, column: number): number =>
    dimension === fixed ? 0 : dimension === question.rows ? row : column;
  return (row, column) => counted[placeOf('indicators', row, column)]?.[placeOf('periods', row, column)];
}
