// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { Actor } from '#platform/auth/actor';
import type { CycleDb } from './tables.ts';

export type Evidence = {
  readonly id: string;
  readonly roundUnitId: string;
  readonly itemCode: string;
  readonly fileId: string | null;
  readonly documentId: string | null;
  readonly sha256: string | null;
  readonly name: string;
  readonly place: string | null;
  readonly datedOn: string | null;
  readonly expiresOn: string | null;
  readonly at: string;
  readonly actorName: string;
};

export type NewEvidence = Omit<Evidence, 'id' | 'at' | 'actorName'>;

const columns = [
  'e.id',
  'e.round_unit_id as roundUnitId',
  'e.item_code as itemCode',
  'e.file_id as fileId',
  'e.document_id as documentId',
  'e.sha256',
  'e.name',
  'e.place',
  'e.dated_on as datedOn',
  'e.expires_on as expiresOn',
  'e.at',
  'e.actor_name as actorName',
] as const;

function standing(db: CycleDb) {
  return db
    .selectFrom('scoring.evidence as e')
    .leftJoin('scoring.evidence_withdrawal as w', 'w.evidence_id', 'e.id')
    .select(columns)
    .where('w.evidence_id', 'is', null);
}

/** Evidence of a sheet that was not withdrawn. */
export async function selectEvidence(db: CycleDb, roundUnitId: string): Promise<Evidence[]> {
  return standing(db).where('e.round_unit_id', '=', roundUnitId).orderBy('e.at').execute();
}

/** Evidence of all sheets of a round; of some sheets only, what stands there and what is the same on other sheets. */
export async function selectRoundEvidence(db: CycleDb, roundId: string, sheetIds?: readonly string[]): Promise<Evidence[]> {
  const sheets = [...(sheetIds ?? [])];
  const there = sql`select k.sha256, k.document_id from scoring.evidence k where k.round_unit_id = any(${sheets}::uuid[])`;
  return standing(db)
    .innerJoin('scoring.round_unit as ru', 'ru.id', 'e.round_unit_id')
    .where('ru.round_id', '=', roundId)
    .$if(sheetIds !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(e.round_unit_id = any(${sheets}::uuid[]) or e.sha256 in (select sha256 from (${there}) t)
          or e.document_id in (select document_id from (${there}) t))`,
      ),
    )
    .orderBy('e.at')
    .execute();
}

/** Evidence that was taken back, with who did it and why. */
export type WithdrawnEvidence = Evidence & { readonly reason: string; readonly withdrawnAt: string; readonly withdrawnBy: string };

/** Evidence of a sheet that was withdrawn, in the order in which that happened. */
export async function selectWithdrawn(db: CycleDb, roundUnitId: string): Promise<WithdrawnEvidence[]> {
  return db
    .selectFrom('scoring.evidence as e')
    .innerJoin('scoring.evidence_withdrawal as w', 'w.evidence_id', 'e.id')
    .select([...columns, 'w.reason', 'w.at as withdrawnAt', 'w.actor_name as withdrawnBy'])
    .where('e.round_unit_id', '=', roundUnitId)
    .orderBy('w.at')
    .execute();
}

export async function insertEvidence(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  rows: readonly NewEvidence[],
): Promise<readonly string[]> {
  const values = rows.map((row) => ({
    id: newId(),
    round_unit_id: row.roundUnitId,
    item_code: row.itemCode,
    file_id: row.fileId,
    document_id: row.documentId,
    sha256: row.sha256,
    name: row.name,
    place: row.place,
    dated_on: row.datedOn,
    expires_on: row.expiresOn,
    actor_id: actor.id,
    actor_name: actor.name,
  }));
  for (let from = 0; from < values.length; from += 3_000)
    await db
      .insertInto('scoring.evidence')
      .values(values.slice(from, from + 3_000))
      .execute();
  return values.map(({ id }) => id);
}

export async function insertWithdrawal(db: CycleDb, actor: Pick<Actor, 'id' | 'name'>, evidenceId: string, reason: string): Promise<void> {
  await db
    .insertInto('scoring.evidence_withdrawal')
    .values({ evidence_id: evidenceId, reason, actor_id: actor.id, actor_name: actor.name })
    .execute();
}
