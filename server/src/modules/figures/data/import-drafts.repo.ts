// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { Comparison } from '../domain/exchange/compare-sheet.ts';
import type { DraftState, FiguresDb } from './tables.ts';

/** What was read from a file, and the stored file itself. */
export type DraftContent = Comparison & { readonly fileId: string; readonly across: 'units' | 'periods' };

export type DraftHead = {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: string;
  readonly fileName: string;
  readonly state: DraftState;
  readonly createdAt: string;
  readonly createdByName: string;
  readonly settledBy: string | null;
};

export type Draft = DraftHead & { readonly sha256: string; readonly content: DraftContent };

const headColumns = [
  'd.id',
  'd.unit_id as unitId',
  'u.authority_name as unitName',
  'd.period',
  'd.file_name as fileName',
  'd.state',
  'd.created_at as createdAt',
  'd.created_by_name as createdByName',
  'd.settled_by as settledBy',
] as const;

function drafts(db: FiguresDb, scope: Pick<UnitScope, 'roots'>) {
  return db
    .selectFrom('figures.import_draft as d')
    .innerJoin('units.unit as u', 'u.id', 'd.unit_id')
    .where(withinScope('d.unit_id', scope));
}

export async function insertDraft(
  db: FiguresDb,
  draft: {
    readonly unitId: string;
    readonly period: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly content: DraftContent;
    readonly createdBy: string;
    readonly createdByName: string;
  },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('figures.import_draft')
    .values({
      id,
      unit_id: draft.unitId,
      period: draft.period,
      file_name: draft.fileName,
      sha256: draft.sha256,
      content: JSON.stringify(draft.content),
      created_by: draft.createdBy,
      created_by_name: draft.createdByName,
      settled_at: null,
      settled_by: null,
    })
    .execute();
  return id;
}

/** Files that wait for a decision, newest first. */
export async function listOpenDrafts(db: FiguresDb, scope: Pick<UnitScope, 'roots'>): Promise<DraftHead[]> {
  return drafts(db, scope).select(headColumns).where('d.state', '=', 'open').orderBy('d.created_at', 'desc').limit(100).execute();
}

export async function findDraft(
  db: FiguresDb,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<Draft | undefined> {
  const row = await drafts(db, scope)
    .select([...headColumns, 'd.sha256', 'd.content'])
    .where('d.id', '=', id)
    .$if(options.lock === true, (query) => query.forUpdate('d'))
    .executeTakeFirst();
  // The content was written by this module alone.
  return row && { ...row, content: row.content as DraftContent };
}

export async function settleDraft(db: FiguresDb, id: string, state: 'saved' | 'discarded', by: string): Promise<void> {
  await db.updateTable('figures.import_draft').set({ state, settled_at: sql`now()`, settled_by: by }).where('id', '=', id).execute();
}
