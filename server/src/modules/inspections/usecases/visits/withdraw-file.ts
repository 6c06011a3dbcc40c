// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { selectAnswers, updateAnswer, withdrawAnswerFile } from '../../data/answers.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { findVisit, updateVisit } from '../../data/visits.repo.ts';
import { insertWithdrawnLink, type NewWithdrawal } from '../../data/withdrawn-links.repo.ts';
import { requireStillDeclaring, requireVisitPart } from '../../domain/editing.ts';
import { openVisit, requireCapacity, type Scope, type VisitAccess } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';
import { requireOwnItems } from '../field-work/save-answers.ts';

export type FileWithdrawal = { readonly fileId: string; readonly reason: string } & (
  | { readonly kind: 'report' /** Version of the visit. */; readonly version: number }
  | { readonly kind: 'evidence'; readonly itemId: string /** Version of the answer. */; readonly version: number }
);

/**
 * Takes off a file that was linked by mistake: the unit's report, or the evidence of a checklist item. File and link
 * stay in the history with the reason. What agreed minutes rest on is closed.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.report_handed_in`, `inspections.field_not_yours`, `inspections.item_not_on_checklist`,
 * `inspections.link_not_there`, `inspections.withdrawal_reason_missing`, `platform.stale`
 */
export async function withdrawVisitFile(db: Db, actor: Actor, scope: Scope, visitId: string, input: FileWithdrawal): Promise<void> {
  await inTransaction(db, async (tx) => {
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    const reason = input.reason.trim();
    const take = input.kind === 'report' ? takeReport : takeEvidence;
    const itemId = await take(tx, actor, access, input);
    if (reason === '') throw new AppError('invalid', 'inspections.withdrawal_reason_missing');
    const { kind, fileId } = input;
    const link: NewWithdrawal = { roundId: access.round.id, visitId, kind, fileId, itemId, reason };
    await insertWithdrawnLink(inspectionsDb(tx), actor, link);
    await recordAudit(tx, actor, {
      action: 'inspections.file_withdrawn',
      subject: ['visit', visitId],
      unitId: access.visit.unitId,
      data: { kind, fileId, itemId, reason },
    });
  });
}

async function takeReport(db: Db, actor: Actor, access: VisitAccess, input: FileWithdrawal): Promise<null> {
  const { visit, round, held } = access;
  requireCapacity(access, ['unit_officer', 'unit_leader', 'secretary', 'organiser']);
  requireVisitPart('report', visit.step);
  requireStillDeclaring('report', held, round.form, visit.step);
  if (visit.reportFileId !== input.fileId) throw new AppError('not_found', 'inspections.link_not_there');
  const own = inspectionsDb(db);
  await requireSaved(await updateVisit(own, visit.id, input.version, actor.name, { reportFileId: null }), () => findVisit(own, visit.id));
  return null;
}

async function takeEvidence(db: Db, actor: Actor, access: VisitAccess, input: FileWithdrawal): Promise<string> {
  const { visit } = access;
  requireCapacity(access, ['head', 'secretary', 'member', 'organiser']);
  requireVisitPart('field_work', visit.step);
  const itemId = input.kind === 'evidence' ? input.itemId : '';
  await requireOwnItems(db, access, [{ itemId }]);
  const own = inspectionsDb(db);
  const answerOf = async () => (await selectAnswers(own, visit.id)).find((one) => one.itemId === itemId);
  const answer = await answerOf();
  if (!answer?.files.some((file) => file.fileId === input.fileId)) throw new AppError('not_found', 'inspections.link_not_there');
  await requireSaved(await updateAnswer(own, visit.id, input.version, actor, answer), answerOf);
  await withdrawAnswerFile(own, answer.id, input.fileId);
  return itemId;
}
