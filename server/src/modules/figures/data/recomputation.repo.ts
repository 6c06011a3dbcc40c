// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { FiguresDb } from './tables.ts';

/** The last time that the program counted the open periods by itself. */
export type Recomputation = { readonly at: string; readonly periods: readonly string[]; readonly units: number; readonly changed: number };

const key = 'figures.recomputation';

export async function keepRecomputation(db: FiguresDb, value: Recomputation): Promise<void> {
  await sql`
    insert into platform.setting (key, value) values (${key}, ${JSON.stringify(value)}::jsonb)
    on conflict (key) do update set value = excluded.value, updated_at = now()`.execute(db);
}

export async function findRecomputation(db: FiguresDb): Promise<Recomputation | null> {
  const { rows } = await sql<{ value: Recomputation }>`select value from platform.setting where key = ${key}`.execute(db);
  return rows[0]?.value ?? null;
}

/** Every unit that exists on a day. */
export async function unitsOn(db: FiguresDb, day: Day): Promise<string[]> {
  const rows = await db
    .selectFrom('units.unit')
    .select('id')
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', day)]))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
