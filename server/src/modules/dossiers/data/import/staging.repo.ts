// SPDX-License-Identifier: Apache-2.0

import { sql } from 'kysely';
import type pg from 'pg';
import { type ImportsDb, workingTable } from './tables.ts';

export type RepeatedRow = { readonly line: number; readonly code: string; readonly firstLine: number };
export type ForeignRow = { readonly line: number; readonly code: string; readonly unit: string };

/** Takes out rows whose code stands in an earlier row already. */
export async function takeOutRepeated(client: pg.ClientBase, importId: string): Promise<RepeatedRow[]> {
  const table = workingTable(importId);
  const { rows } = await client.query<RepeatedRow>(`
    with repeated as (select code, min(line) as line from ${table} group by code having count(*) > 1)
    delete from ${table} s using repeated where s.code = repeated.code and s.line > repeated.line
    returning s.line, s.code, repeated.line as "firstLine"`);
  return rows.sort((a, b) => a.line - b.line);
}

/** Takes out rows whose code belongs to a dossier of another unit. */
export async function takeOutForeign(client: pg.ClientBase, importId: string): Promise<ForeignRow[]> {
  const table = workingTable(importId);
  const { rows } = await client.query<ForeignRow>(`
    with elsewhere as materialized (
      select s.line, d.unit_id from ${table} s join dossiers.dossier d on d.code = s.code and d.unit_id <> s.unit_id
    )
    delete from ${table} s using elsewhere join units.unit u on u.id = elsewhere.unit_id
    where s.line = elsewhere.line
    returning s.line, s.code, u.name as unit`);
  return rows.sort((a, b) => a.line - b.line);
}

export async function analyzeWorkingTable(client: pg.ClientBase, importId: string): Promise<void> {
  await client.query(`analyze ${workingTable(importId)}`);
}

/** Number of rows that wait in the working table; null where it is gone, as after a crash of the database. */
export async function countStaged(db: ImportsDb, importId: string): Promise<number | null> {
  const table = workingTable(importId);
  const { rows } = await sql<{ name: string | null }>`select to_regclass(${table})::text as name`.execute(db);
  if (rows[0]?.name === null || rows[0] === undefined) return null;
  const counted = await sql<{ count: number }>`select count(*)::int as count from ${sql.raw(table)}`.execute(db);
  return counted.rows[0]?.count ?? null;
}

export async function dropWorkingTable(db: ImportsDb, importId: string): Promise<void> {
  await sql.raw(`drop table if exists ${workingTable(importId)}`).execute(db);
}
