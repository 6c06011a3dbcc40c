// SPDX-License-Identifier: Apache-2.0
import { type Insertable, type SqlBool, sql, type UpdateObject } from 'kysely';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { Fault } from '../../domain/import/faults.ts';
import type { ImportState } from '../../domain/import/states.ts';
import type { ImportsDb, ImportsTables, ImportTable } from './tables.ts';

type Changes = UpdateObject<ImportsTables, 'dossiers.import'>;
type Scope = Pick<UnitScope, 'roots'>;

const columns = [
  'i.id',
  'i.unit_id as unitId',
  'u.name as unitName',
  'i.file_name as fileName',
  'i.sha256',
  'i.size_bytes as sizeBytes',
  'i.origin',
  'i.generated',
  'i.state',
  'i.columns',
  'i.shape',
  'i.bytes_read as bytesRead',
  'i.rows_read as rowsRead',
  'i.rows_good as rowsGood',
  'i.rows_bad as rowsBad',
  'i.faults',
  'i.faults_kept as faultsKept',
  'i.mode',
  'i.inserted',
  'i.updated',
  'i.unchanged',
  'i.older',
  'i.failure',
  'i.cancel_asked as cancelAsked',
  'i.created_at as createdAt',
  'i.created_by as createdBy',
  'i.created_by_name as createdByName',
  'i.work_began_at as workBeganAt',
  'i.work_ended_at as workEndedAt',
  'i.settled_at as settledAt',
  'i.settled_by as settledBy',
  'i.settled_by_name as settledByName',
] as const;

/** Seconds of work so far, so that a rate can be told. */
const workSeconds = sql<number>`coalesce(extract(epoch from coalesce(i.work_ended_at, clock_timestamp()) - i.work_began_at), 0)::float8`.as(
  'workSeconds',
);

function imports(db: ImportsDb) {
  return db.selectFrom('dossiers.import as i').innerJoin('units.unit as u', 'u.id', 'i.unit_id').select(columns).select(workSeconds);
}

export type StoredImport = NonNullable<Awaited<ReturnType<typeof findImport>>>;

export async function findImport(db: ImportsDb, scope: Scope, id: string) {
  return imports(db).where('i.id', '=', id).where(withinScope('i.unit_id', scope)).executeTakeFirst();
}

/** As `findImport`, held until the end of the transaction. */
export async function lockImport(db: ImportsDb, scope: Scope, id: string): Promise<StoredImport | undefined> {
  return imports(db).where('i.id', '=', id).where(withinScope('i.unit_id', scope)).forUpdate('i').executeTakeFirst();
}

export async function listImports(db: ImportsDb, scope: Scope, page: { readonly offset: number; readonly limit: number }) {
  const rows = await imports(db)
    .where(withinScope('i.unit_id', scope))
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const { count } = await db
    .selectFrom('dossiers.import as i')
    .where(withinScope('i.unit_id', scope))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(count) };
}

export async function insertImport(db: ImportsDb, values: Insertable<ImportTable>): Promise<void> {
  await db.insertInto('dossiers.import').values(values).execute();
}

export async function updateImport(db: ImportsDb, id: string, changes: Changes): Promise<void> {
  await db.updateTable('dossiers.import').set(changes).where('id', '=', id).execute();
}

/** Moves an import on from one of the states given; false where it is in another by now. */
export async function moveImport(db: ImportsDb, id: string, from: readonly ImportState[], changes: Changes): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dossiers.import')
    .set(changes)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export type Progress = {
  readonly bytesRead: number;
  readonly rowsRead: number;
  readonly rowsGood: number;
  readonly rowsBad: number;
  readonly faultsFound: number;
};

/** Notes how far a reading is; false where somebody asked to cancel it. */
export async function noteProgress(db: ImportsDb, id: string, progress: Progress): Promise<boolean> {
  const row = await db
    .updateTable('dossiers.import')
    .set({
      bytes_read: progress.bytesRead,
      rows_read: progress.rowsRead,
      rows_good: progress.rowsGood,
      rows_bad: progress.rowsBad,
      faults: progress.faultsFound,
    })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .returning('cancel_asked')
    .executeTakeFirst();
  return row !== undefined && !row.cancel_asked;
}

/** Imports on which somebody should be working since so many seconds. */
export async function listWorking(db: ImportsDb, seconds: number): Promise<{ id: string; state: ImportState }[]> {
  return db
    .selectFrom('dossiers.import')
    .select(['id', 'state'])
    .where('state', 'in', ['reading', 'applying'])
    .where(sql<SqlBool>`coalesce(work_began_at, created_at) <= clock_timestamp() - make_interval(secs => ${seconds})`)
    .orderBy('id')
    .execute();
}

/** Whether nobody works on an import: whoever does holds its lock until the end of the transaction. */
export async function tryLockWork(db: ImportsDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select pg_try_advisory_xact_lock(${workLock(id)}) as locked`.execute(db);
  return rows[0]?.locked === true;
}

export function workLock(id: string) {
  return sql<bigint>`hashtextextended(${`dossiers.import ${id}`}, 0)`;
}

export async function deleteFaults(db: ImportsDb, importId: string): Promise<void> {
  await db.deleteFrom('dossiers.import_fault').where('import_id', '=', importId).execute();
}

export async function insertFaults(db: ImportsDb, importId: string, from: number, faults: readonly Fault[]): Promise<void> {
  if (faults.length === 0) return;
  const column = <Value>(pick: (fault: Fault) => Value) => sql.val(faults.map(pick));
  await sql`
    insert into dossiers.import_fault (import_id, position, line, column_number, column_name, value, reason, params)
    select ${importId}::uuid, ${from}::int + n, line, column_number, column_name, value, reason, params::jsonb
    from unnest(${column(({ line }) => line)}::int[], ${column(({ column: place }) => place)}::int[],
      ${column(({ columnName }) => columnName)}::text[], ${column(({ value }) => value)}::text[],
      ${column(({ reason }) => reason)}::text[], ${column(({ params }) => JSON.stringify(params))}::text[])
      with ordinality as fault (line, column_number, column_name, value, reason, params, n)
    on conflict do nothing`.execute(db);
}

export async function listFaults(db: ImportsDb, importId: string, page: { readonly offset: number; readonly limit: number }) {
  return db
    .selectFrom('dossiers.import_fault')
    .select(['line', 'column_number as column', 'column_name as columnName', 'value', 'reason', 'params'])
    .where('import_id', '=', importId)
    .orderBy('line')
    .orderBy('position')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

/** The unit at the top of the tree, for whom the program's own imports are. */
export async function findTopUnit(db: ImportsDb): Promise<string | undefined> {
  const row = await db
    .selectFrom('units.unit as u')
    .select('u.id')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('units.lineage as l')
            .whereRef('l.descendant_id', '=', 'u.id')
            .whereRef('l.ancestor_id', '<>', 'u.id')
            .select(sql<SqlBool>`true`.as('x')),
        ),
      ),
    )
    .where('u.valid_to', 'is', null)
    .orderBy((eb) => eb.selectFrom('units.lineage as l').whereRef('l.ancestor_id', '=', 'u.id').select(eb.fn.countAll().as('n')), 'desc')
    .executeTakeFirst();
  return row?.id;
}

/** Whether a unit exists within a scope. */
export async function isUnitWithin(db: ImportsDb, scope: Scope, unitId: string): Promise<boolean> {
  const row = await db
    .selectFrom('units.unit as u')
    .select('u.id')
    .where('u.id', '=', unitId)
    .where(withinScope('u.id', scope))
    .executeTakeFirst();
  return row !== undefined;
}
