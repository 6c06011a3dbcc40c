// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { keptPlan } from '#platform/db/kept-plans';
import { readColumns } from '#platform/db/read-columns';

export type ProcedureName = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly sectorId: string;
};

const kept = new Map<string, Promise<readonly ProcedureName[]>>();
const mostKept = 32;

/**
 * Every procedure with the name and sector it had on a day, or else those of its nearest version. A day's list is read once and kept
 * until the catalogue changes, which one short query finds out each time.
 */
export async function procedureNames(db: Db, day: Day): Promise<readonly ProcedureName[]> {
  const key = `${await catalogueMark(db)} ${day}`;
  const known = kept.get(key);
  if (known) return known;
  const reading = readNames(db, day);
  kept.set(key, reading);
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  reading.catch(() => kept.delete(key));
  return reading;
}

/** Versions are only ever added, which the database sees to; the moment tells apart one that was taken back from the next. */
async function catalogueMark(db: Db): Promise<string> {
  const { rows } = await sql<{ mark: string }>`${keptPlan}
    select concat_ws(' ', current_database(), count(*), max(recorded_at)) as mark from procedures.version`.execute(db);
  return rows[0]?.mark ?? '';
}

async function readNames(db: Db, day: Day): Promise<ProcedureName[]> {
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
