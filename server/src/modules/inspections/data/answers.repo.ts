// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import type { Actor } from '#platform/auth/actor';
import { type Verdict, verdicts } from '../domain/vocabulary.ts';
import type { InspectionsDb } from './tables.ts';
import { oneOf } from './values.ts';

export type Answer = {
  readonly id: string;
  readonly itemId: string;
  readonly verdict: Verdict | null;
  readonly note: string | null;
  readonly illustrative: boolean;
  readonly paragraph: number | null;
  readonly files: readonly { readonly fileId: string; readonly name: string }[];
  readonly updatedBy: string;
  readonly updatedAt: string;
  readonly version: number;
};

export type AnswerValues = {
  readonly itemId: string;
  readonly verdict: Verdict | null;
  readonly note: string | null;
  readonly illustrative?: boolean;
  readonly paragraph?: number | null;
};

export async function selectAnswers(db: InspectionsDb, visitId: string): Promise<Answer[]> {
  const [rows, files] = [
    await db
      .selectFrom('inspections.answer')
      .select(['id', 'item_id', 'verdict', 'note', 'illustrative', 'paragraph', 'updated_by', 'updated_at', 'version'])
      .where('visit_id', '=', visitId)
      .execute(),
    await db
      .selectFrom('inspections.answer_file as af')
      .innerJoin('inspections.answer as a', 'a.id', 'af.answer_id')
      .innerJoin('platform.file as f', 'f.id', 'af.file_id')
      .select(['af.answer_id', 'f.id', 'f.name'])
      .where('a.visit_id', '=', visitId)
      .where('af.withdrawn_at', 'is', null)
      .orderBy('af.added_at')
      .execute(),
  ];
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    verdict: row.verdict === null ? null : oneOf(verdicts, row.verdict),
    note: row.note,
    illustrative: row.illustrative,
    paragraph: row.paragraph,
    files: files.filter((file) => file.answer_id === row.id).map((file) => ({ fileId: file.id, name: file.name })),
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
    version: row.version,
  }));
}

/** A first answer; false where somebody has answered the item meanwhile. */
export async function insertAnswer(db: InspectionsDb, visitId: string, actor: Actor, answer: AnswerValues): Promise<boolean> {
  const result = await db
    .insertInto('inspections.answer')
    .values(rowOf(visitId, actor, answer))
    .onConflict((conflict) => conflict.constraint('answer_item_key').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Many first answers at once, for imported rounds. */
export async function insertAnswers(db: InspectionsDb, visitId: string, actor: Actor, answers: readonly AnswerValues[]): Promise<void> {
  if (answers.length > 0)
    await db
      .insertInto('inspections.answer')
      .values(answers.map((answer) => rowOf(visitId, actor, answer)))
      .execute();
}

function rowOf(visitId: string, actor: Actor, answer: AnswerValues) {
  return {
    id: newId(),
    visit_id: visitId,
    item_id: answer.itemId,
    verdict: answer.verdict,
    note: answer.note?.normalize('NFC') ?? null,
    illustrative: answer.illustrative ?? false,
    paragraph: answer.paragraph ?? null,
    updated_by_id: actor.id,
    updated_by: actor.name,
  };
}

/** Changes an answer that still has the version read; false where someone was quicker. */
export async function updateAnswer(
  db: InspectionsDb,
  visitId: string,
  version: number,
  actor: Actor,
  answer: AnswerValues,
): Promise<boolean> {
  const result = await db
    .updateTable('inspections.answer')
    .set({
      verdict: answer.verdict,
      note: answer.note?.normalize('NFC') ?? null,
      illustrative: false,
      version: version + 1,
      updated_at: sql<string>`now()`,
      updated_by_id: actor.id,
      updated_by: actor.name,
    })
    .where('visit_id', '=', visitId)
    .where('item_id', '=', answer.itemId)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Replaces the evidence files of an answer; what is taken off stays, marked as withdrawn. */
export async function replaceAnswerFiles(db: InspectionsDb, answerId: string, fileIds: readonly string[], by: string): Promise<void> {
  await db
    .updateTable('inspections.answer_file')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('answer_id', '=', answerId)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (fileIds.length === 0) return;
  await db
    .insertInto('inspections.answer_file')
    .values(fileIds.map((fileId) => ({ answer_id: answerId, file_id: fileId, added_by: by, withdrawn_at: null })))
    .onConflict((conflict) => conflict.columns(['answer_id', 'file_id']).doUpdateSet({ withdrawn_at: null, added_by: by }))
    .execute();
}

/** Takes one evidence file off an answer; the row stays, marked as withdrawn. */
export async function withdrawAnswerFile(db: InspectionsDb, answerId: string, fileId: string): Promise<void> {
  await db
    .updateTable('inspections.answer_file')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('answer_id', '=', answerId)
    .where('file_id', '=', fileId)
    .execute();
}

/** Which of the files exist and belong to one of the units or lie below it. */
export async function knownFiles(db: InspectionsDb, unitIds: readonly string[], fileIds: readonly string[]): Promise<number> {
  if (fileIds.length === 0) return 0;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.file f where f.id = any(${[...fileIds]}::uuid[])
      and exists (select from units.lineage l where l.descendant_id = f.unit_id and l.ancestor_id = any(${[...unitIds]}::uuid[]))`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
