// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { CrossColumn, CrossKeys } from '../domain/cross-table.ts';
import type { FiguresDb } from './tables.ts';

const columns: Readonly<Record<CrossColumn, 'unit_id' | 'indicator_id' | 'period'>> = {
  units: 'unit_id',
  indicators: 'indicator_id',
  periods: 'period',
};
const kinds: Readonly<Record<CrossColumn, 'uuid[]' | 'text[]'>> = { units: 'uuid[]', indicators: 'uuid[]', periods: 'text[]' };

/** One row of a crossing: its place, and its cells as `place:numerator:denominator`, a space between two. */
export type CrossedRow = { readonly place: number; readonly cells: string };

/**
 * The figures in use where rows and columns cross while the third dimension stands still, a text for each row that has any: one
 * value of the driver for hundreds of cells. Each of the three directions has an index that holds all it needs.
 */
export async function crossCells(
  db: FiguresDb,
  asked: { readonly rows: CrossColumn; readonly columns: CrossColumn; readonly fixed: CrossColumn } & CrossKeys,
): Promise<CrossedRow[]> {
  const [row, column, fixed] = [columns[asked.rows], columns[asked.columns], columns[asked.fixed]].map((name) => sql.ref(`c.${name}`));
  const { rows } = await sql<CrossedRow>`
    select r.place::int - 1 as place,
      string_agg((k.place - 1) || ':' || coalesce(c.numerator::text, '') || ':' || coalesce(c.denominator::text, ''), ' ') as cells
    from figures.cell c
    join unnest(${[...asked.rowKeys]}::${sql.raw(kinds[asked.rows])}) with ordinality as r (key, place) on r.key = ${row}
    join unnest(${[...asked.columnKeys]}::${sql.raw(kinds[asked.columns])}) with ordinality as k (key, place) on k.key = ${column}
    where ${fixed} = ${asked.fixedKey} and c.origin is not null
    group by r.place`.execute(db);
  return rows;
}

/** The figures in use of one unit, a text for each period that has any, cells as of `crossCells` by the place of their indicator. */
export async function unitCells(
  db: FiguresDb,
  unitId: string,
  periods: readonly string[],
  indicatorIds: readonly string[],
): Promise<CrossedRow[]> {
  return crossCells(db, {
    rows: 'periods',
    columns: 'indicators',
    fixed: 'units',
    rowKeys: periods,
    columnKeys: indicatorIds,
    fixedKey: unitId,
  });
}

/** A unit and all below it that exist on a day, the unit itself first, then by code. */
export async function namedUnitsBelow(db: FiguresDb, unitId: string, day: Day): Promise<{ id: string; code: string; name: string }[]> {
  return db
    .selectFrom('units.lineage_span as s')
    .innerJoin('units.unit as u', 'u.id', 's.descendant_id')
    .select(['u.id', 'u.code', 'u.authority_name as name'])
    .where('s.ancestor_id', '=', unitId)
    .where('s.valid_from', '<=', day)
    .where('s.valid_to', '>=', day)
    .where('u.valid_from', '<=', day)
    .where((eb) => eb.or([eb('u.valid_to', 'is', null), eb('u.valid_to', '>=', day)]))
    .orderBy((eb) => eb('u.id', '<>', unitId))
    .orderBy('u.code')
    .execute();
}
