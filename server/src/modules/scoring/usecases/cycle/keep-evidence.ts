// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { getDocument } from '#modules/documents';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { getFile } from '#platform/files/file-records';
import { insertEvidence, insertWithdrawal, type NewEvidence, selectEvidence } from '../../data/cycle/evidence.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { type Act, requireAct } from '../../domain/cycle/acts.ts';
import { requireInTime } from '../../domain/cycle/due.ts';
import type { Phase } from '../../domain/cycle/phases.ts';
import { lastDayOf, openSheet, type Scope, type SheetAccess, setOfSheet } from './open-round.ts';

export type EvidenceInput = {
  readonly itemCode: string;
  readonly fileId: string | null;
  readonly documentId: string | null;
  readonly place: string | null;
  /** Day of the paper; of a document of the register its own day stands in. */
  readonly datedOn: Day | null;
  readonly expiresOn: Day | null;
};

/**
 * Attaches a file or a document of the registers to an item: while the unit scores, and again while it explains.
 *
 * @throws AppError `scoring.round_unit_not_found`, those of `requireAct`, `scoring.phase_over`, `scoring.item_unknown`,
 * `scoring.evidence_unknown`
 */
export async function addEvidence(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: EvidenceInput,
  today: Day = todayInVietnam(),
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const access = await openSheet(tx, actor, scope, id, { lock: 'unit' });
    await requireOpen(tx, access, today);
    const set = await setOfSheet(tx, access);
    if (!set.itemAt.has(input.itemCode)) throw new AppError('invalid', 'scoring.item_unknown', { item: input.itemCode });
    const row = await sourceOf(tx, scope, input);
    const [evidenceId = ''] = await insertEvidence(cycleDb(tx), actor, [{ ...row, roundUnitId: id }]);
    await recordAudit(tx, actor, {
      action: 'scoring.evidence_added',
      subject: ['round_unit', id],
      unitId: access.unit.unitId,
      data: { evidenceId, item: input.itemCode, name: row.name, sha256: row.sha256, documentId: row.documentId },
    });
    return { id: evidenceId };
  });
}

/**
 * Takes evidence back, with a reason; the row stays.
 *
 * @throws AppError `scoring.round_unit_not_found`, those of `requireAct`, `scoring.phase_over`, `scoring.evidence_not_found`
 */
export async function withdrawEvidence(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly evidenceId: string; readonly reason: string },
  today: Day = todayInVietnam(),
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const access = await openSheet(tx, actor, scope, id, { lock: 'unit' });
    await requireOpen(tx, access, today);
    const own = cycleDb(tx);
    const evidence = (await selectEvidence(own, id)).find((one) => one.id === input.evidenceId);
    if (!evidence) throw new AppError('not_found', 'scoring.evidence_not_found');
    await insertWithdrawal(own, actor, evidence.id, input.reason);
    await recordAudit(tx, actor, {
      action: 'scoring.evidence_withdrawn',
      subject: ['round_unit', id],
      unitId: access.unit.unitId,
      data: { evidenceId: evidence.id, item: evidence.itemCode, reason: input.reason },
    });
  });
}

async function requireOpen(db: Db, { round, unit, held }: SheetAccess, today: Day): Promise<void> {
  const isExplaining = round.phase === 'explanation';
  const act: Act = isExplaining ? 'object' : 'score';
  const phase: Phase = isExplaining ? 'explanation' : 'self_scoring';
  requireAct(act, { held, phase: round.phase, unitState: unit.state });
  requireInTime(phase, await lastDayOf(db, round, phase, unit.id, today), today);
}

async function sourceOf(db: Db, scope: Scope, input: EvidenceInput): Promise<Omit<NewEvidence, 'roundUnitId'>> {
  const { itemCode, place, datedOn, expiresOn } = input;
  const unknown = (error: unknown): never => {
    if (error instanceof AppError && error.kind === 'not_found') throw new AppError('invalid', 'scoring.evidence_unknown');
    throw error;
  };
  if (input.documentId !== null) {
    const document = await getDocument(db, scope, input.documentId).catch(unknown);
    const name = [document.code, document.subject].filter(Boolean).join(' – ').slice(0, 500);
    const day = document.issuedOn ?? datedOn;
    return { itemCode, fileId: null, documentId: document.id, sha256: null, name, place, datedOn: day, expiresOn };
  }
  if (input.fileId === null) throw new AppError('invalid', 'scoring.evidence_unknown');
  const file = await getFile(db, scope, input.fileId).catch(unknown);
  return { itemCode, fileId: file.id, documentId: null, sha256: file.sha256, name: file.name, place, datedOn, expiresOn };
}
