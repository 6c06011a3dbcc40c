// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { type ReformField, reformFields } from '#kernel/reform-fields';
import { violatedConstraint } from '#platform/db/db';
import type { InspectionsDb } from './tables.ts';
import { oneOf } from './values.ts';

export type ChecklistField = { readonly code: string; readonly reformField: ReformField; readonly name: string };

export type ItemValues = {
  readonly code: string;
  readonly fieldCode: string;
  readonly text: string;
  readonly evidence: string;
  readonly source: string;
  readonly certainty: 'sourced' | 'background';
};
export type ChecklistItem = ItemValues & { readonly id: string; readonly isRetired: boolean; readonly version: number };

export type ChecklistVersion = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: 'draft' | 'published';
  readonly validFrom: string | null;
  readonly publishedAt: string | null;
  readonly itemCount: number;
  readonly updatedBy: string;
  readonly version: number;
};

function selected(db: InspectionsDb) {
  return db
    .selectFrom('inspections.checklist_version as v')
    .select(['v.id', 'v.number', 'v.title', 'v.state', 'v.valid_from', 'v.published_at', 'v.updated_by', 'v.version'])
    .select(
      sql<number>`(select count(*)::int from inspections.checklist_item i where i.version_id = v.id and i.retired_at is null)`.as(
        'item_count',
      ),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function toVersion(row: Row): ChecklistVersion {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: oneOf(['draft', 'published'], row.state),
    validFrom: row.valid_from,
    publishedAt: row.published_at,
    itemCount: row.item_count,
    updatedBy: row.updated_by,
    version: row.version,
  };
}

export async function selectVersions(db: InspectionsDb): Promise<ChecklistVersion[]> {
  const rows = await selected(db).orderBy('v.number', 'desc').execute();
  return rows.map(toVersion);
}

export async function findVersion(db: InspectionsDb, id: string): Promise<ChecklistVersion | undefined> {
  const row = await selected(db).where('v.id', '=', id).executeTakeFirst();
  return row && toVersion(row);
}

export async function lockVersion(db: InspectionsDb, id: string): Promise<void> {
  await db.selectFrom('inspections.checklist_version').select('id').where('id', '=', id).forUpdate().execute();
}

export async function selectFields(db: InspectionsDb, versionId: string): Promise<ChecklistField[]> {
  const rows = await db
    .selectFrom('inspections.checklist_field')
    .select(['code', 'reform_field', 'name'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ code: row.code, reformField: oneOf(reformFields, row.reform_field), name: row.name }));
}

export async function selectItems(
  db: InspectionsDb,
  versionId: string,
  including: 'all' | 'current' = 'current',
): Promise<ChecklistItem[]> {
  const rows = await db
    .selectFrom('inspections.checklist_item')
    .select(['id', 'field_code', 'code', 'text', 'evidence', 'source', 'certainty', 'retired_at', 'version'])
    .where('version_id', '=', versionId)
    .$if(including === 'current', (query) => query.where('retired_at', 'is', null))
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    fieldCode: row.field_code,
    text: row.text,
    evidence: row.evidence,
    source: row.source,
    certainty: oneOf(['background', 'sourced'], row.certainty),
    isRetired: row.retired_at !== null,
    version: row.version,
  }));
}

/** @throws AppError `inspections.draft_exists` */
export async function insertDraft(db: InspectionsDb, by: string, title: string, fields: readonly ChecklistField[]): Promise<string> {
  const id = newId();
  try {
    await db
      .insertInto('inspections.checklist_version')
      .values({
        id,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from inspections.checklist_version)`,
        title,
        valid_from: null,
        published_at: null,
        updated_by: by,
      })
      .execute();
  } catch (error) {
    if (violatedConstraint(error) === 'checklist_version_one_draft') throw new AppError('conflict', 'inspections.draft_exists');
    throw error;
  }
  await db
    .insertInto('inspections.checklist_field')
    .values(
      fields.map((field, position) => ({ version_id: id, code: field.code, reform_field: field.reformField, name: field.name, position })),
    )
    .execute();
  return id;
}

/** @throws AppError `inspections.checklist_published`, `inspections.item_code_taken`, `inspections.item_field_unknown` */
export async function insertItems(db: InspectionsDb, versionId: string, items: readonly ItemValues[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({ id: newId(), version_id: versionId, retired_at: null, ...columnsOf(item) }));
  await translated(items, () => db.insertInto('inspections.checklist_item').values(rows).execute());
}

/** Replaces an item of a draft that still has the version read; false where someone was quicker. */
export async function updateItem(db: InspectionsDb, id: string, version: number, item: ItemValues, isRetired = false): Promise<boolean> {
  const result = await translated([item], () =>
    db
      .updateTable('inspections.checklist_item')
      .set({ ...columnsOf(item), retired_at: isRetired ? sql<string>`now()` : null, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst(),
  );
  return result.numUpdatedRows === 1n;
}

/** Publishes a draft; false where someone was quicker. */
export async function setPublished(db: InspectionsDb, id: string, version: number, by: string, validFrom: string): Promise<boolean> {
  const result = await db
    .updateTable('inspections.checklist_version')
    .set({
      state: 'published',
      valid_from: validFrom,
      published_at: sql<string>`now()`,
      version: version + 1,
      updated_at: sql<string>`now()`,
      updated_by: by,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function columnsOf(item: ItemValues) {
  return {
    field_code: item.fieldCode,
    code: item.code,
    text: item.text.normalize('NFC'),
    evidence: item.evidence.normalize('NFC'),
    source: item.source.normalize('NFC'),
    certainty: item.certainty,
  };
}

async function translated<T>(items: readonly ItemValues[], write: () => Promise<T>): Promise<T> {
  const [first] = items;
  try {
    return await write();
  } catch (error) {
    const constraint = violatedConstraint(error);
    if (constraint === 'checklist_published') throw new AppError('conflict', 'inspections.checklist_published');
    if (constraint === 'checklist_item_code_key')
      throw new AppError('conflict', 'inspections.item_code_taken', { code: first?.code ?? '' });
    if (constraint === 'checklist_item_field')
      throw new AppError('invalid', 'inspections.item_field_unknown', { field: first?.fieldCode ?? '' });
    throw error;
  }
}
