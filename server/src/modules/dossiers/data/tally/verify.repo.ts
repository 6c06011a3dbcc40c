// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db } from '#platform/db/db';
import { cellsOf } from './cells.sql.ts';
import { countColumns, isAnything, namesOf, type SumTable, sumsOf, sumTables, timeColumn } from './columns.ts';
import { receivedDossiers, stockDay } from './fold.repo.ts';
import { type CountedRelation, type StockSpan, withLeaves } from './leaves.sql.ts';

/** A wrong sum: of a period as in `dossiers.tally`, of a day or part of a month as in `dossiers.tally_part` or of the beginning of a month as in `dossiers.stock`. */
export type WrongCell = { readonly unit_id: string; readonly time: string; readonly procedure_id: string };

const waitingChanges = sql`select * from dossiers.tally_change`;

/** Cells whose stored sums differ from a count of the dossiers themselves, at most `limit`; none when all is right. */
export async function differingCells(db: Db, limit: number): Promise<WrongCell[]> {
  const span = { day: await stockDay(db) };
  const found: WrongCell[] = [];
  for (const table of sumTables) found.push(...(await differing(db, table, span, limit - found.length)));
  return found;
}

async function differing(db: Db, table: SumTable, span: StockSpan, limit: number): Promise<WrongCell[]> {
  const columns = countColumns[table];
  const time = sql.ref(timeColumn[table]);
  const key = sql`unit_id, ${time}, procedure_id`;
  const names = namesOf(columns);
  const allCells = (counted: CountedRelation) =>
    withLeaves(
      counted,
      span,
      sql.join(
        cellsOf[table](span).map((cells) => sql`select * from (${cells}) as cell (${key}, ${names})`),
        sql` union all `,
      ),
    );
  const { rows } = await sql<WrongCell>`
    with counted as (${allCells(receivedDossiers)}),
    waiting as (${allCells(waitingChanges)}),
    stored as (
      select ${key}, ${sumsOf(columns)}
      from (select ${key}, ${names} from ${sql.ref(`dossiers.${table}`)} union all select ${key}, ${names} from waiting) as cell
      group by ${key}
    ),
    right_ones as (select * from (select ${key}, ${sumsOf(columns)} from counted group by ${key}) as cell where ${isAnything(columns)}),
    kept as (select ${key}, ${names} from stored where ${isAnything(columns)}),
    different as ((table kept except table right_ones) union (table right_ones except table kept))
    select unit_id, ${time}::text as time, procedure_id from different
    group by ${key} order by ${key} limit ${limit}`.execute(db);
  return rows;
}
