// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { getDocument } from '#modules/documents';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { insertEvent, type Round, updateRound } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { requireAct } from '../../domain/cycle/acts.ts';
import { movesFrom, type Phase, phaseNames } from '../../domain/cycle/phases.ts';
import type { Unsettled } from '../../domain/cycle/snapshot.ts';
import { fillRound } from '../system/fill-system.ts';
import { findObstacle, type Obstacle } from './gates.ts';
import { openRound, type Scope } from './open-round.ts';
import { freezeResult } from './publish-result.ts';

export type MoveInput = {
  readonly to: Phase;
  readonly version: number;
  readonly reason: string | null;
  /** The decision that approves the result; asked for when publishing. */
  readonly decisionDocumentId: string | null;
};

/** `apartFromFigures` are scores that the figures of today would not give, as `fillSystem` tells one by one. */
export type Moved = { readonly publicationId: string | null; readonly apartFromFigures: number };

/**
 * Takes a round to another phase where its gate is met; going back needs a reason, and so does passing what yields to one (see
 * `findObstacle`). The items of the system are filled as self-scores and the appraisal open; publishing freezes the result.
 *
 * @throws AppError `scoring.round_not_found`, `platform.stale`, those of `requireAct`, `scoring.moves_nowhere`,
 * `scoring.move_reason_missing`, `scoring.units_not_ready`, `scoring.items_not_appraised`, `scoring.objections_open`,
 * `scoring.items_unsettled`, `scoring.time_left`, `scoring.decision_missing`, `scoring.round_document_unknown`
 */
export async function moveRound(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: MoveInput,
  today: Day = todayInVietnam(),
): Promise<Moved> {
  return inTransaction(db, async (tx) => {
    const { round, held } = await openRound(tx, actor, scope, id, { lock: 'round' });
    const { to, reason } = input;
    requireAct(round.phase === 'published' ? 'reopen' : to === 'published' ? 'publish' : 'move', { held, phase: round.phase });
    if (round.version !== input.version) throw new AppError('conflict', 'platform.stale', { by: round.updatedBy, at: round.updatedAt });
    const move = movesFrom(round.phase).find((one) => one.to === to);
    if (!move) throw new AppError('conflict', 'scoring.moves_nowhere', { from: phaseNames[round.phase], to: phaseNames[to] });
    if (move.isBack && !reason) throw new AppError('invalid', 'scoring.move_reason_missing');
    const obstacle = move.isBack ? null : await findObstacle(tx, round, to, today);
    const isPassed = obstacle?.yieldsToReason === true && reason !== null && reason !== '';
    if (obstacle && !isPassed) throw obstacle.refusal;

    const own = cycleDb(tx);
    const published =
      to === 'published' ? await publishWith(tx, actor, scope, round, input.decisionDocumentId, unsettledBy(obstacle, reason)) : null;
    await updateRound(own, id, actor.name, {
      phase: to,
      phaseSince: today,
      ...(published ? { decisionDocumentId: input.decisionDocumentId } : {}),
    });
    const filled = to === 'self_scoring' || to === 'appraisal' ? await fillRound(tx, actor, round) : null;
    await insertEvent(own, actor, { roundId: id, roundUnitId: null, from: round.phase, to, reason });
    await publish(tx, { name: 'scoring.round_moved', payload: { id, from: round.phase, to, publicationId: published?.id ?? null } });
    await recordAudit(tx, actor, {
      action: 'scoring.round_moved',
      subject: ['scoring_round', id],
      unitId: round.organisingUnitId,
      data: {
        ...{ from: round.phase, to, reason },
        ...(obstacle ? { passed: obstacle.refusal.code, ...obstacle.refusal.params } : {}),
        ...(published ? { publication: published.number, sha256: published.sha256 } : {}),
      },
    });
    const apartFromFigures = (filled?.judgedOtherwise.length ?? 0) + (filled?.figureGone.length ?? 0);
    return { publicationId: published?.id ?? null, apartFromFigures };
  });
}

/** What counts nothing in a result that is published past the obstacle of unsettled items. */
function unsettledBy(obstacle: Obstacle | null, reason: string | null): Unsettled | null {
  if (obstacle?.refusal.code !== 'scoring.items_unsettled' || reason === null) return null;
  const { count, units } = obstacle.refusal.params;
  return { items: Number(count), units: Number(units), reason };
}

async function publishWith(
  db: Db,
  actor: Actor,
  scope: Scope,
  round: Round,
  decisionId: string | null,
  unsettled: Unsettled | null,
): ReturnType<typeof freezeResult> {
  if (decisionId === null) throw new AppError('conflict', 'scoring.decision_missing');
  const decision = await getDocument(db, scope, decisionId).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'not_found') throw new AppError('invalid', 'scoring.round_document_unknown');
    throw error;
  });
  if (decision.state !== 'issued' || decision.issuedOn === null) throw new AppError('invalid', 'scoring.round_document_unknown');
  return freezeResult(db, actor, round, decision, unsettled);
}
