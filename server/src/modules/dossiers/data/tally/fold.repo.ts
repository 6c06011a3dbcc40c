// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { keptPlan } from '#platform/db/kept-plans';
import type { CountedChange } from '../../domain/statistics/measures.ts';
import type { DossiersDb, TallyChangeTable } from '../tables.ts';
import { cellsOf } from './cells.sql.ts';
import { countColumns, namesOf, type SumTable, sumsOf, sumTables, timeColumn } from './columns.ts';
import { type CountedRelation, days, halves, leaf, withLeaves } from './leaves.sql.ts';

/** Every dossier that counts. */
export const receivedDossiers: CountedRelation = sql`select d.*, 1 as sign from dossiers.dossier d where d.received_at is not null`;

/**
 * One writer of the sums at a time, so that no two can wait for each other's rows. Whoever only appends to
 * `dossiers.tally_change` never waits here.
 */
export async function lockTally(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('dossiers.tally'))`.execute(db);
}

/** As `lockTally`, but tells at once that another writer is there. */
export async function tryLockTally(db: Db): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(hashtext('dossiers.tally')) as locked`.execute(db);
  return rows[0]?.locked === true;
}

/** The day that the stocks have been brought forward to. */
export async function stockDay(db: Db): Promise<Day> {
  const { rows } = await sql<{ day: Day }>`${keptPlan} select day from dossiers.stock_day`.execute(db);
  return rows[0]?.day ?? '';
}

/** Adds what a few dossiers count to the sums of their units and of every unit above; `lockTally` first. */
export async function foldDossiers(db: Db, counted: CountedRelation): Promise<void> {
  const span = { day: await stockDay(db) };
  for (const table of sumTables) for (const cells of cellsOf[table](span)) await addTo(db, table, withLeaves(counted, span, cells));
}

/** As `foldDossiers`, for so many that they are looked at only once. */
export async function foldManyDossiers(db: Db, counted: CountedRelation): Promise<void> {
  const span = { day: await stockDay(db) };
  await sql`create temp table ${leaf.halves} on commit drop as ${halves(counted, span)}`.execute(db);
  await sql`create temp table ${leaf.days} on commit drop as ${days(counted)}`.execute(db);
  // Without it the planner takes a table of the moment for a small one.
  await sql`analyze ${leaf.halves}, ${leaf.days}`.execute(db);
  for (const table of sumTables) for (const cells of cellsOf[table](span)) await addTo(db, table, cells);
  await sql`drop table ${leaf.halves}, ${leaf.days}`.execute(db);
}

/** Moves at most `limit` waiting changes into the sums; returns how many, 0 when none wait. `lockTally` first. */
export async function foldChanges(db: Db, limit: number): Promise<number> {
  const { rows } = await sql<Omit<TallyChangeTable, 'id'>>`
    with oldest as (select id, unit_id from dossiers.tally_change order by id limit ${limit})
    delete from dossiers.tally_change c using oldest where c.id = oldest.id and c.unit_id = oldest.unit_id
    returning c.unit_id, c.procedure_id, c.channel, c.timeliness, c.received_at, c.due_at, c.finished_at, c.sign`.execute(db);
  if (rows.length === 0) return 0;
  const column = (name: keyof (typeof rows)[number]) => sql.val(rows.map((row) => row[name]));
  await foldDossiers(
    db,
    sql`
    select * from unnest(${column('unit_id')}::uuid[], ${column('procedure_id')}::uuid[], ${column('channel')}::smallint[],
      ${column('timeliness')}::smallint[], ${column('received_at')}::timestamptz[], ${column('due_at')}::timestamptz[],
      ${column('finished_at')}::timestamptz[], ${column('sign')}::smallint[])
      as taken (unit_id, procedure_id, channel, timeliness, received_at, due_at, finished_at, sign)`,
  );
  return rows.length;
}

/**
 * Brings the stocks forward to a day: open dossiers are counted at the months that have begun, and those past due among them. What
 * waits has not been folded yet, so its part is left out here and comes with it. `lockTally` first.
 */
export async function bringStockForward(db: Db, day: Day): Promise<void> {
  const since = await stockDay(db);
  if (since >= day) return;
  const still = sql`(finished_at is null or finished_at >= date_trunc('month', ${since}::date + interval '1 month'))`;
  const columns = sql`unit_id, procedure_id, channel, timeliness, received_at, due_at, finished_at`;
  const folded = sql`select ${columns}, 1 as sign from dossiers.dossier where received_at is not null and ${still}`;
  const waiting = sql`select ${columns}, -sign as sign from dossiers.tally_change where ${still}`;
  for (const cells of cellsOf.stock({ day, since })) {
    // One statement, hence one look at both; each is counted by itself, because spread tables are not joined below a union.
    const both = [folded, waiting].map((counted) => sql`select * from (${withLeaves(counted, { day, since }, cells)}) as counted`);
    await addTo(
      db,
      'stock',
      sql`select unit_id, at, procedure_id, ${sumsOf(countColumns.stock)} from (${sql.join(both, sql` union all `)}) as cell
        group by unit_id, at, procedure_id`,
    );
  }
  await sql`update dossiers.stock_day set day = ${day}`.execute(db);
}

/** What one dossier's change does to the statistics, as rows of `dossiers.tally_change`. */
export function changeRows(changes: readonly CountedChange[]): Omit<TallyChangeTable, 'id'>[] {
  return changes.map(({ unitId, procedureId, channel, timeliness, receivedAt, dueAt, finishedAt, sign }) => ({
    unit_id: unitId,
    procedure_id: procedureId,
    channel,
    timeliness,
    received_at: receivedAt,
    due_at: dueAt,
    finished_at: finishedAt,
    sign,
  }));
}

/** Appends what one dossier's change does to the statistics; they show it from this transaction's commit on. */
export async function appendChanges(db: DossiersDb, changes: readonly CountedChange[]): Promise<void> {
  if (changes.length > 0) await db.insertInto('dossiers.tally_change').values(changeRows(changes)).execute();
}

/** Counts everything anew from the dossiers. */
export async function rebuildTally(db: Db): Promise<void> {
  await lockTally(db);
  await sql`delete from dossiers.tally_change`.execute(db);
  await sql`delete from dossiers.tally`.execute(db);
  await sql`delete from dossiers.tally_part`.execute(db);
  await sql`delete from dossiers.stock`.execute(db);
  await foldManyDossiers(db, receivedDossiers);
}

async function addTo(db: Db, table: SumTable, cells: RawBuilder<unknown>): Promise<void> {
  const [time, columns] = [sql.ref(timeColumn[table]), countColumns[table]];
  const added = columns.map(({ name }) => sql`${sql.ref(name)} = cell.${sql.ref(name)} + excluded.${sql.ref(name)}`);
  await sql`
    insert into ${sql.ref(`dossiers.${table}`)} as cell (unit_id, ${time}, procedure_id, ${namesOf(columns)})
    select * from (${cells}) as added order by 1, 2, 3
    on conflict (unit_id, ${time}, procedure_id) do update set ${sql.join(added)}`.execute(db);
}
