// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { type Answer, insertAnswer, knownFiles, replaceAnswerFiles, selectAnswers, updateAnswer } from '../../data/answers.repo.ts';
import { selectFields } from '../../data/checklists.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { requireVisitPart } from '../../domain/editing.ts';
import type { Verdict } from '../../domain/vocabulary.ts';
import { openVisit, requireCapacity, type Scope, type VisitAccess } from '../access/open-round.ts';
import { itemsOf } from '../access/step-facts.ts';

export type AnswerInput = {
  readonly itemId: string;
  /** Version read; null where the item was unanswered. */
  readonly version: number | null;
  readonly verdict: Verdict | null;
  readonly note: string | null;
  /** Evidence files of the item, those it has among them; left out where they stay as they are. */
  readonly fileIds?: readonly string[] | undefined;
};

/**
 * Saves answers to checklist items in one go: all of them or, where one is refused, none.
 *
 * Members answer only items of their reform fields. Each row carries the version that was read, so that two people who
 * fill different items never disturb each other, and two who fill the same one find out.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.item_not_on_checklist`, `inspections.field_not_yours`, `inspections.file_unknown`,
 * `inspections.withdrawal_reason_missing` where evidence would be dropped, `platform.stale`
 */
export async function saveAnswers(db: Db, actor: Actor, scope: Scope, visitId: string, inputs: readonly AnswerInput[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    requireCapacity(access, ['head', 'secretary', 'member', 'organiser']);
    requireVisitPart('field_work', access.visit.step);
    await requireOwnItems(tx, access, inputs);
    await requireFiles(
      tx,
      access,
      inputs.flatMap((input) => input.fileIds ?? []),
    );
    for (const input of inputs) await saveOne(tx, actor, visitId, input);
    await recordAudit(tx, actor, {
      action: 'inspections.answers_saved',
      subject: ['visit', visitId],
      unitId: access.visit.unitId,
      data: { answers: inputs.map(({ itemId, verdict, note, fileIds }) => ({ itemId, verdict, note, ...(fileIds ? { fileIds } : {}) })) },
    });
  });
}

/**
 * Items that are checked at the visit, each once, and within the person's reform fields.
 *
 * @throws AppError `inspections.item_not_on_checklist`, `inspections.field_not_yours`
 */
export async function requireOwnItems(
  db: Db,
  { round, visit, fields }: VisitAccess,
  inputs: readonly Pick<AnswerInput, 'itemId'>[],
): Promise<void> {
  const items = new Map((await itemsOf(db, round, visit)).map((item) => [item.id, item]));
  const fieldOf = new Map(
    (round.checklistVersionId === null ? [] : await selectFields(inspectionsDb(db), round.checklistVersionId)).map((field) => [
      field.code,
      field.reformField,
    ]),
  );
  for (const { itemId } of inputs) {
    const item = items.get(itemId);
    const reformField = item && fieldOf.get(item.fieldCode);
    if (!item || !reformField) throw new AppError('invalid', 'inspections.item_not_on_checklist');
    if (fields !== null && !fields.includes(reformField))
      throw new AppError('forbidden', 'inspections.field_not_yours', { item: item.code });
  }
  if (new Set(inputs.map((input) => input.itemId)).size !== inputs.length)
    throw new AppError('invalid', 'inspections.item_not_on_checklist');
}

async function requireFiles(db: Db, { round, visit }: VisitAccess, fileIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(fileIds)];
  if ((await knownFiles(inspectionsDb(db), [visit.unitId, round.organisingUnitId], wanted)) !== wanted.length)
    throw new AppError('invalid', 'inspections.file_unknown');
}

async function saveOne(db: Db, actor: Actor, visitId: string, input: AnswerInput): Promise<void> {
  const own = inspectionsDb(db);
  const { itemId, version, verdict, note, fileIds } = input;
  const saved =
    version === null
      ? await insertAnswer(own, visitId, actor, { itemId, verdict, note })
      : await updateAnswer(own, visitId, version, actor, { itemId, verdict, note });
  if (!saved) throw new AppError('conflict', 'platform.stale', { by: (await answerTo(db, visitId, itemId))?.updatedBy ?? '' });
  if (fileIds === undefined) return;
  const answer = await answerTo(db, visitId, itemId);
  // Evidence is taken off by `withdrawVisitFile`, with its reason; saving an answer only adds.
  if (answer?.files.some((file) => !fileIds.includes(file.fileId))) throw new AppError('invalid', 'inspections.withdrawal_reason_missing');
  if (answer) await replaceAnswerFiles(own, answer.id, [...new Set(fileIds)], actor.name);
}

async function answerTo(db: Db, visitId: string, itemId: string): Promise<Answer | undefined> {
  return (await selectAnswers(inspectionsDb(db), visitId)).find((answer) => answer.itemId === itemId);
}
