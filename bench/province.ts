// SPDX-License-Identifier: Apache-2.0
// Databases with a whole province of generated dossiers, made by the server itself, the same for the same size.
import { sql } from 'kysely';
import { rebuildTally } from '../server/src/modules/dossiers/data/tally/fold.repo.ts';
import { type Database, type Db, inTransaction, openDatabase } from '../server/src/platform/db/db.ts';
import { prepareGround } from './generate-dossiers.ts';
import { inParallel, openMigrated } from './measure.ts';

export type Province = {
  readonly database: Database;
  readonly url: string;
  readonly provinceId: string;
  /** Each with fourteen communes. */
  readonly districtIds: readonly string[];
  readonly communeIds: readonly string[];
};

const piece = 250_000;

/** A database with that many dossiers over 24 months and their sums; one that a kept server has already is used again. */
export async function openProvince(serverUrl: string, rows: number, connections: number): Promise<Province> {
  const name = `province_${rows}`;
  const server = openDatabase(serverUrl, { max: 1 });
  const { rows: known } = await sql`select 1 from pg_database where datname = ${name}`.execute(server.db);
  if (known.length === 0) await sql`create database ${sql.id(name)}`.execute(server.db);
  await server.close();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = await openMigrated(url.href, connections);
  await makeOnce(database.db, 'ground', () => prepareGround(database.db, 150, 2_000, 10));
  await makeOnce(database.db, 'dossiers', () => fill(database.db, rows));
  await makeOnce(database.db, 'sums', () => sumUp(database.db));
  const units = await sql<{ id: string; level: string }>`select id, level from units.unit order by code`.execute(database.db);
  const idsOf = (level: string): string[] => units.rows.filter((unit) => unit.level === level).map((unit) => unit.id);
  return { database, url: url.href, provinceId: idsOf('province')[0] ?? '', districtIds: idsOf('district'), communeIds: idsOf('commune') };
}

async function makeOnce(db: Db, part: string, make: () => Promise<unknown>): Promise<void> {
  await sql`create table if not exists public.bench_part (name text primary key)`.execute(db);
  const { rows } = await sql`select 1 from public.bench_part where name = ${part}`.execute(db);
  if (rows.length > 0) return;
  const began = performance.now();
  await make();
  await sql`insert into public.bench_part values (${part})`.execute(db);
  process.stdout.write(`  made ${part} in ${((performance.now() - began) / 1_000).toFixed(0)} s\n`);
}

/** Indexes of a whole table are built faster after its rows than with them. */
async function fill(db: Db, rows: number): Promise<void> {
  await sql`truncate dossiers.dossier`.execute(db);
  const indexes = await sql<{ name: string; definition: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where i.indrelid = 'dossiers.dossier'::regclass and not i.indisprimary`.execute(db);
  for (const { name } of indexes.rows) await sql.raw(`drop index ${name}`).execute(db);
  await inParallel(Math.ceil(rows / piece), 2, (index) => fillPiece(db, (index - 1) * piece + 1, Math.min(rows, index * piece)));
  for (const { definition } of indexes.rows) {
    await inTransaction(db, async (tx) => {
      await sql`set local maintenance_work_mem = '512MB'`.execute(tx);
      await sql.raw(definition).execute(tx);
    });
  }
  await sql`vacuum analyze dossiers.dossier`.execute(db);
}

async function sumUp(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`set local work_mem = '512MB'`.execute(tx);
    await rebuildTally(tx);
  });
  for (const table of ['tally', 'tally_part', 'stock', 'dossier']) await sql.raw(`vacuum analyze dossiers.${table}`).execute(db);
}

/**
 * Dossiers spread evenly over units, procedures and the 24 months before today: the case with the most cells. One in a hundred is never
 * finished, a fifth of these wait for the citizen, so that a backlog of years is counted too.
 */
async function fillPiece(db: Db, from: number, to: number): Promise<void> {
  await sql`
    insert into dossiers.dossier (code, unit_id, procedure_id, procedure_version, channel, status, origin, generated, applicant_name,
      received_at, due_at, computed_due_at, finished_at, timeliness, state_at)
    select 'H99.' || lpad(n::text, 8, '0'), unit.ids[1 + a % unit.many], procedure.ids[1 + b % procedure.many], 1, 1 + n % 3,
      case when finished is not null then 10 when waits then 5 else 4 end, 3, true, 'Lò Văn Đo',
      received, case when not waits then received + interval '8 days' end, received + interval '8 days', finished,
      case when finished is null then null when finished < received + interval '7 days' then 1 when finished <= received + interval '8 days' then 2 else 3 end,
      received
    from (
      select n, current_date::timestamptz + (hashtextextended(n::text, 1) % 31536000 - 31536000) * interval '1 second' as received,
        abs(hashtextextended(n::text, 2)) % 8200 * interval '1 day' / 1000 as taken, abs(hashtextextended(n::text, 5)) % 500 as fate,
        abs(hashtextextended(n::text, 3)) as a, abs(hashtextextended(n::text, 4)) as b
      from generate_series(${from}::int, ${to}::int) n
    ) as drawn
    cross join lateral (
      select case when received + taken < current_date and fate >= 5 then received + taken end as finished, fate = 0 as waits
    ) as result
    cross join (select array_agg(id order by code) as ids, count(*) as many from units.unit where level = 'commune') as unit
    cross join (select array_agg(id order by code) as ids, count(*) as many from procedures.procedure) as procedure`.execute(db);
}
