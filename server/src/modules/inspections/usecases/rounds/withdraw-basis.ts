// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { clearBasis, findRound } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { insertWithdrawnLink } from '../../data/withdrawn-links.repo.ts';
import { openRound, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';

/**
 * Takes a plan or decision off a round to which it was linked by mistake; it stays in the round's history with the
 * reason. A round that was decided rests on both: it goes back to its plan first, or gets the right document instead.
 *
 * @throws AppError `inspections.round_not_found`, `inspections.not_your_part`, `inspections.basis_fixed`,
 * `inspections.link_not_there`, `inspections.withdrawal_reason_missing`, `platform.stale`
 */
export async function withdrawRoundBasis(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  input: { readonly version: number; readonly kind: 'plan' | 'decision'; readonly reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openRound(tx, actor, scope, roundId, { lock: true });
    requireCapacity(access, ['organiser']);
    const { round } = access;
    if (round.step !== 'planned') throw new AppError('conflict', 'inspections.basis_fixed');
    const documentId = input.kind === 'plan' ? round.planDocumentId : round.decisionDocumentId;
    if (documentId === null) throw new AppError('not_found', 'inspections.link_not_there');
    const reason = input.reason.trim();
    if (reason === '') throw new AppError('invalid', 'inspections.withdrawal_reason_missing');
    await requireSaved(await clearBasis(own, roundId, input.version, actor.name, input.kind), () =>
      findRound(own, { roots: null, actorId: actor.id }, roundId),
    );
    await insertWithdrawnLink(own, actor, { roundId, visitId: null, kind: input.kind, documentId, reason });
    await recordAudit(tx, actor, {
      action: 'inspections.basis_withdrawn',
      subject: ['round', roundId],
      unitId: round.organisingUnitId,
      data: { kind: input.kind, documentId, reason },
    });
  });
}
