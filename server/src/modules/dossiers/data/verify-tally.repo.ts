// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/db/db';
import { receivedDossiers, stockDay } from './fold-tally.repo.ts';
import { flowCells, partCells, stockCells } from './tally-cells.sql.ts';
import { type CountColumn, flowColumns, namesOf, partColumns, type SumTable, stockColumns, sumsOf, timeColumn } from './tally-columns.ts';

/** A wrong sum: of a period as in `dossiers.tally`, of a day or part of a month as in `dossiers.tally_part` or of the beginning of a month as in `dossiers.stock`. */
export type WrongCell = { readonly unit_id: string; readonly time: string; readonly procedure_id: string };

const waitingChanges = sql`select * from dossiers.tally_change`;

/** Cells whose stored sums differ from a count of the dossiers themselves, at most `limit`; none when all is right. */
export async function differingCells(db: Db, limit: number): Promise<WrongCell[]> {
  const day = await stockDay(db);
  const flows = await differing(db, 'tally', flowColumns, [flowCells(receivedDossiers), flowCells(waitingChanges)], limit);
  const parts = await differing(
    db,
    'tally_part',
    partColumns,
    [partCells(receivedDossiers), partCells(waitingChanges)],
    limit - flows.length,
  );
  const stocks = await differing(
    db,
    'stock',
    stockColumns,
    [stockCells(receivedDossiers, day), stockCells(waitingChanges, day)],
    limit - flows.length - parts.length,
  );
  return [...flows, ...parts, ...stocks];
}

async function differing(
  db: Db,
  table: SumTable,
  columns: readonly CountColumn[],
  [counted, waiting]: readonly [RawBuilder<unknown>, RawBuilder<unknown>],
  limit: number,
): Promise<WrongCell[]> {
  const time = sql.ref(timeColumn[table]);
  const key = sql`unit_id, ${time}, procedure_id`;
  const names = namesOf(columns);
  const isNothing = sql.join(
    columns.map(({ name }) => sql`${sql.ref(name)} = 0`),
    sql` and `,
  );
  const { rows } = await sql<WrongCell>`
    with counted as (${counted}),
    waiting as (${waiting}),
    stored as (
      select ${key}, ${sumsOf(columns)}
      from (select ${key}, ${names} from ${sql.ref(`dossiers.${table}`)} union all select ${key}, ${names} from waiting) as cell
      group by ${key}
    ),
    right_ones as (select ${key}, ${names} from counted where not (${isNothing})),
    kept as (select ${key}, ${names} from stored where not (${isNothing})),
    different as ((table kept except table right_ones) union (table right_ones except table kept))
    select unit_id, ${time}::text as time, procedure_id from different
    group by ${key} order by ${key} limit ${limit}`.execute(db);
  return rows;
}
