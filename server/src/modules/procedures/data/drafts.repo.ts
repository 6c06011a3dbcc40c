// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { DraftState, ProceduresDb } from './tables.ts';

export type DraftHead = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly fileName: string;
  readonly state: DraftState;
  readonly createdAt: string;
  readonly createdByName: string;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
};

export type Draft = DraftHead & { readonly sha256: string; readonly content: unknown; readonly result: unknown };

const headColumns = [
  'd.id',
  'd.unit_id as unitId',
  'u.authority_name as unitName',
  'd.file_name as fileName',
  'd.state',
  'd.created_at as createdAt',
  'd.created_by_name as createdByName',
  'd.settled_at as settledAt',
  'd.settled_by as settledBy',
] as const;

function drafts(db: ProceduresDb, scope: Pick<UnitScope, 'roots'>) {
  return db
    .selectFrom('procedures.import_draft as d')
    .innerJoin('units.unit as u', 'u.id', 'd.unit_id')
    .where(withinScope('d.unit_id', scope));
}

export async function insertDraft(
  db: ProceduresDb,
  draft: { unitId: string; fileName: string; sha256: string; content: unknown; createdBy: string; createdByName: string },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('procedures.import_draft')
    .values({
      id,
      unit_id: draft.unitId,
      file_name: draft.fileName,
      sha256: draft.sha256,
      content: JSON.stringify(draft.content),
      created_by: draft.createdBy,
      created_by_name: draft.createdByName,
    } as never)
    .execute();
  return id;
}

export async function listOpenDrafts(db: ProceduresDb, scope: Pick<UnitScope, 'roots'>): Promise<DraftHead[]> {
  return drafts(db, scope).select(headColumns).where('d.state', '=', 'open').orderBy('d.created_at', 'desc').limit(100).execute();
}

export async function findDraft(
  db: ProceduresDb,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<Draft | undefined> {
  return drafts(db, scope)
    .select([...headColumns, 'd.sha256', 'd.content', 'd.result'])
    .where('d.id', '=', id)
    .$if(options.lock === true, (query) => query.forUpdate('d'))
    .executeTakeFirst();
}

export async function settleDraft(
  db: ProceduresDb,
  id: string,
  settled: { readonly state: 'saved' | 'discarded'; readonly by: string; readonly result: unknown },
): Promise<void> {
  await db
    .updateTable('procedures.import_draft')
    .set({ state: settled.state, settled_at: sql`now()`, settled_by: settled.by, result: JSON.stringify(settled.result) } as never)
    .where('id', '=', id)
    .execute();
}

export type CatalogueHead = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly unitId: string;
  readonly unitName: string;
};

/** Every entry of the catalogue with its keeping unit. */
export async function listHeads(db: ProceduresDb): Promise<CatalogueHead[]> {
  return db
    .selectFrom('procedures.procedure as p')
    .innerJoin('units.unit as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.code', 'p.version', 'p.unit_id as unitId', 'u.authority_name as unitName'])
    .orderBy('p.id')
    .execute();
}

/** Keeps the entries of a unit as they are until the commit. */
export async function lockKept(db: ProceduresDb, unitId: string): Promise<void> {
  await db.selectFrom('procedures.procedure').select('id').where('unit_id', '=', unitId).orderBy('id').forUpdate().execute();
}
