// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Claim, checkText } from '#modules/claims';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { knownFiles } from '../../data/answers.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { findVisit, updateVisit } from '../../data/visits.repo.ts';
import { requireStillDeclaring, requireVisitPart } from '../../domain/editing.ts';
import { openVisit, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';

export type ReportInput = { readonly version: number; readonly text: string | null; readonly fileId: string | null };

/**
 * Keeps the unit's report and reads its numeric claims, which can then be entered as declared figures. Nothing is
 * entered by itself: a person decides what the unit declares.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.report_handed_in`, `inspections.file_unknown`, `platform.stale`
 */
export async function handInReport(
  db: Db,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: ReportInput,
): Promise<{ claims: readonly Claim[] }> {
  return inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    const { visit, round } = access;
    requireCapacity(access, ['unit_officer', 'unit_leader', 'secretary', 'organiser']);
    requireVisitPart('report', visit.step);
    requireStillDeclaring('report', access.held, round.form, visit.step);
    if (input.fileId !== null && (await knownFiles(own, [visit.unitId, round.organisingUnitId], [input.fileId])) === 0)
      throw new AppError('invalid', 'inspections.file_unknown');
    const saved = await updateVisit(own, visitId, input.version, actor.name, { reportText: input.text, reportFileId: input.fileId });
    await requireSaved(saved, () => findVisit(own, visitId));
    const claims = input.text === null ? [] : checkText(input.text).claims;
    await recordAudit(tx, actor, {
      action: 'inspections.report_handed_in',
      subject: ['visit', visitId],
      unitId: visit.unitId,
      data: { fileId: input.fileId, characters: input.text?.length ?? 0, claims: claims.length },
    });
    return { claims };
  });
}

/**
 * What the inspected unit says to the minutes: its opinion, kept even where it agrees.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`, `platform.stale`
 */
export async function recordOpinion(
  db: Db,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: { readonly version: number; readonly opinion: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    requireCapacity(access, ['unit_officer', 'unit_leader', 'secretary', 'head']);
    requireVisitPart('unit_voice', access.visit.step);
    await requireSaved(await updateVisit(own, visitId, input.version, actor.name, { opinion: input.opinion.trim() }), () =>
      findVisit(own, visitId),
    );
    await recordAudit(tx, actor, {
      action: 'inspections.opinion_recorded',
      subject: ['visit', visitId],
      unitId: access.visit.unitId,
      data: { opinion: input.opinion },
    });
  });
}
