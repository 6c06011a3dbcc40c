// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import { type ExportQuestion, type ExportState, keptDays, mostAttempts } from '../domain/export.ts';
import type { FiguresDb } from './tables.ts';

export type Export = {
  readonly id: string;
  readonly unitId: string;
  readonly question: ExportQuestion;
  readonly state: ExportState;
  readonly rowsDone: number;
  readonly rowsTotal: number;
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
  readonly problem: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
};

function exports(db: FiguresDb) {
  return db
    .selectFrom('figures.export')
    .select([
      'id',
      'unit_id as unitId',
      'question',
      'state',
      'rows_done as rowsDone',
      'rows_total as rowsTotal',
      'sha256',
      'size_bytes as sizeBytes',
      'problem',
      'created_at as createdAt',
      'expires_at as expiresAt',
    ])
    .$narrowType<{ question: ExportQuestion }>();
}

export async function insertExport(
  db: FiguresDb,
  question: ExportQuestion,
  rowsTotal: number,
  by: { readonly id: string; readonly name: string },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('figures.export')
    .values({
      id,
      unit_id: question.unitId,
      question: JSON.stringify(question),
      state: 'waiting',
      rows_total: rowsTotal,
      created_by: by.id,
      created_by_name: by.name,
    })
    .execute();
  return id;
}

/** Exports of one person, newest first. */
export async function exportsOf(db: FiguresDb, createdBy: string): Promise<Export[]> {
  return exports(db).where('created_by', '=', createdBy).orderBy('created_at', 'desc').limit(20).execute();
}

/** One export of one person. */
export async function findExport(db: FiguresDb, createdBy: string, id: string): Promise<Export | undefined> {
  return exports(db).where('id', '=', id).where('created_by', '=', createdBy).executeTakeFirst();
}

/** How many exports of one person are under way; whoever counts them at the same time waits until the commit. */
export async function countUnderWay(db: FiguresDb, createdBy: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`figures.exports_of ${createdBy}`}, 0))`.execute(db);
  const { count } = await db
    .selectFrom('figures.export')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('created_by', '=', createdBy)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow();
  return count;
}

/** Exports that wait for somebody to write them, or that somebody writes. */
export async function listUnderWay(db: FiguresDb): Promise<string[]> {
  const rows = await db
    .selectFrom('figures.export')
    .select('id')
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('created_at')
    .limit(20)
    .execute();
  return rows.map((row) => row.id);
}

/** Takes an export to write until the end of the transaction; false where somebody else holds it. */
export async function tryLockExport(db: FiguresDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`figures.export ${id}`}, 0)) as locked`.execute(db);
  return rows[0]?.locked === true;
}

/** Marks an export as begun; what was begun too often has failed and is not given. */
export async function beginExport(db: FiguresDb, id: string): Promise<Export | undefined> {
  const { rows } = await sql<{ state: string }>`
    update figures.export set
      state = case when attempts >= ${mostAttempts} then 'failed' else 'running' end,
      problem = case when attempts >= ${mostAttempts} then 'figures.export_interrupted' end,
      attempts = attempts + 1, rows_done = 0, touched_at = now()
    where id = ${id} and state in ('waiting', 'running') returning state`.execute(db);
  return rows[0]?.state === 'running' ? exports(db).where('id', '=', id).executeTakeFirst() : undefined;
}

/** Says how far an export is; false where it was cancelled meanwhile. */
export async function noteProgress(db: FiguresDb, id: string, rowsDone: number): Promise<boolean> {
  return moved(db, id, sql`rows_done = ${rowsDone}`);
}

export async function finishExport(
  db: FiguresDb,
  id: string,
  { sha256, sizeBytes, rows }: { readonly sha256: string; readonly sizeBytes: number; readonly rows: number },
): Promise<boolean> {
  return moved(
    db,
    id,
    sql`state = 'done', rows_done = ${rows}, rows_total = ${rows}, sha256 = ${sha256}, size_bytes = ${sizeBytes},
      expires_at = now() + make_interval(days => ${keptDays})`,
  );
}

export async function failExport(db: FiguresDb, id: string, problem: string): Promise<boolean> {
  return moved(db, id, sql`state = 'failed', problem = ${problem}`);
}

async function moved(db: FiguresDb, id: string, change: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql`
    update figures.export set ${change}, touched_at = now() where id = ${id} and state = 'running' returning id`.execute(db);
  return rows.length > 0;
}

/** Whether any export names a content; equal tables of several exports are one content. */
export async function isKept(db: FiguresDb, sha256: string): Promise<boolean> {
  const { rows } = await sql`select from figures.export where sha256 = ${sha256} limit 1`.execute(db);
  return rows.length > 0;
}

/** Cancels an export of one person; false where it has ended. */
export async function cancelUnderWay(db: FiguresDb, createdBy: string, id: string): Promise<boolean> {
  const rows = await db
    .updateTable('figures.export')
    .set({ state: 'cancelled', touched_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('created_by', '=', createdBy)
    .where('state', 'in', ['waiting', 'running'])
    .returning('id')
    .execute();
  return rows.length > 0;
}

/** Lets go of files whose time is over; gives the contents that no export names any more. */
export async function expireExports(db: FiguresDb): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    with old as (select id, sha256 from figures.export where state = 'done' and expires_at < now() for update),
    gone as (update figures.export e set state = 'expired', sha256 = null, size_bytes = null, touched_at = now() from old where e.id = old.id)
    select distinct sha256 from old
    where not exists (select from figures.export k where k.sha256 = old.sha256 and k.id not in (select id from old))`.execute(db);
  return rows.map((row) => row.sha256);
}
