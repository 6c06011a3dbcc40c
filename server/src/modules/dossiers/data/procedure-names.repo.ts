// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { readColumns } from '#platform/db/read-columns';

export type ProcedureName = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly sectorId: string;
};

/** Every procedure with the name and sector it had on a day, or else those of its nearest version. */
export async function procedureNames(db: Db, day: Day): Promise<ProcedureName[]> {
  const rows = sql`
    select distinct on (v.procedure_id) v.procedure_id as id, p.code, v.name, v.sector_id as "sectorId"
    from procedures.version v
    join procedures.procedure p on p.id = v.procedure_id
    order by v.procedure_id, (v.valid_from <= ${day}) desc, case when v.valid_from <= ${day} then -(v.valid_from - '2000-01-01'::date) else v.valid_from - '2000-01-01'::date end`;
  const { id, code, name, sectorId } = await readColumns(db, rows, ['id', 'code', 'name', 'sectorId'], []);
  return id.map((one, index) => ({ id: one, code: code[index] ?? '', name: name[index] ?? '', sectorId: sectorId[index] ?? '' }));
}

export type SectorName = { readonly id: string; readonly code: string; readonly name: string };

/** Every sector. */
export async function sectorNames(db: Db): Promise<SectorName[]> {
  const { rows } = await sql<SectorName>`select id, code, name from procedures.sector`.execute(db);
  return rows;
}
