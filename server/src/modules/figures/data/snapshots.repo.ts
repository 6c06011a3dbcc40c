// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import type { PinnedVersion } from '../domain/compare-snapshot.ts';
import type { Cell } from '../domain/figure.ts';
import type { FiguresDb } from './tables.ts';

export type Snapshot = {
  readonly id: string;
  readonly unitId: string;
  readonly period: string;
  readonly number: number;
  readonly approvedAt: string;
  readonly approvedByName: string;
  readonly note: string | null;
};

const columns = [
  's.id',
  's.unit_id as unitId',
  's.period',
  's.number',
  's.approved_at as approvedAt',
  's.approved_by_name as approvedByName',
  's.note',
] as const;

/** The newest approval of each unit that has one in a period. */
export async function newestSnapshots(db: FiguresDb, unitIds: readonly string[], period: string): Promise<Map<string, Snapshot>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('figures.snapshot as s')
    .distinctOn('s.unit_id')
    .select(columns)
    .where('s.unit_id', 'in', [...unitIds])
    .where('s.period', '=', period)
    .orderBy('s.unit_id')
    .orderBy('s.number', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.unitId, row]));
}

/** The figures exactly as an approval pinned them. */
export async function pinnedCells(db: FiguresDb, snapshotId: string): Promise<PinnedVersion[]> {
  return db
    .selectFrom('figures.snapshot_cell')
    .select(['indicator_id as indicatorId', 'indicator_number as indicatorNumber', 'numerator', 'denominator', 'origin'])
    .where('snapshot_id', '=', snapshotId)
    .execute();
}

export async function insertSnapshot(
  db: FiguresDb,
  snapshot: Omit<Snapshot, 'id' | 'approvedAt'> & { readonly periodTo: Day; readonly approvedBy: string },
  cells: readonly (Cell & { readonly indicatorNumber: number | null })[],
): Promise<string> {
  const id = newId();
  await db
    .insertInto('figures.snapshot')
    .values({
      id,
      unit_id: snapshot.unitId,
      period: snapshot.period,
      period_to: snapshot.periodTo,
      number: snapshot.number,
      approved_by: snapshot.approvedBy,
      approved_by_name: snapshot.approvedByName,
      note: snapshot.note,
    })
    .execute();
  await db
    .insertInto('figures.snapshot_cell')
    .values(
      cells.map((cell) => ({
        snapshot_id: id,
        indicator_id: cell.indicatorId,
        indicator_number: cell.indicatorNumber,
        numerator: cell.numerator,
        denominator: cell.denominator,
        origin: cell.origin,
        own_number: cell.ownNumber,
        official_number: cell.officialNumber,
        parts: cell.parts,
      })),
    )
    .execute();
  return id;
}

/** A unit below that has something to report in a period, and how its newest approval stands to its figures. */
export type BelowUnit = { readonly unitId: string; readonly unitName: string; readonly state: 'approved' | 'changed' | 'missing' };

/** The units below one that have recorded anything in a period, each with the standing of its approval. */
export async function listBelow(db: FiguresDb, unitId: string, period: string, to: Day): Promise<BelowUnit[]> {
  const { rows } = await sql<BelowUnit>`
    with below as (
      select distinct c.unit_id from units.lineage_span s
      join figures.cell c on c.unit_id = s.descendant_id and c.period = ${period} and (c.own_origin is not null or c.official_numerator is not null)
      where s.ancestor_id = ${unitId} and s.descendant_id <> ${unitId} and ${to}::date between s.valid_from and s.valid_to
    )
    select below.unit_id as "unitId", u.authority_name as "unitName",
      case when newest.id is null then 'missing'
        when exists (
          select from (select * from figures.cell where unit_id = below.unit_id and period = ${period} and origin is not null) c
          full join (select * from figures.snapshot_cell where snapshot_id = newest.id) p on p.indicator_id = c.indicator_id
          where (c.numerator, c.denominator, c.origin) is distinct from (p.numerator, p.denominator, p.origin)
        ) then 'changed' else 'approved' end as state
    from below join units.unit u on u.id = below.unit_id
    left join lateral (select id from figures.snapshot s where s.unit_id = below.unit_id and s.period = ${period} order by number desc limit 1) newest on true
    order by u.authority_name`.execute(db);
  return rows;
}

/** The last day of any period in which a figure of an indicator was approved. */
export async function lastApprovedDay(db: FiguresDb, indicatorId: string): Promise<Day | null> {
  const { day } = await db
    .selectFrom('figures.snapshot_cell as c')
    .innerJoin('figures.snapshot as s', 's.id', 'c.snapshot_id')
    .select((query) => query.fn.max('s.period_to').as('day'))
    .where('c.indicator_id', '=', indicatorId)
    .executeTakeFirstOrThrow();
  return day;
}
