// SPDX-License-Identifier: Apache-2.0
import type { Transaction } from 'kysely';
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { releaseRecommendations } from '#modules/actions';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { type Conclusion, type Round, setRoundStep } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { insertTransition } from '../../data/transitions.repo.ts';
import { selectVisits } from '../../data/visits.repo.ts';
import { type PaperFloors, requirePaperDay } from '../../domain/deadlines.ts';
import { requireRoundStep, stepFromVisits } from '../../domain/steps.ts';
import type { RoundStep } from '../../domain/vocabulary.ts';
import { openRound, type Scope } from '../access/open-round.ts';
import { roundPaperFloors } from '../access/paper-floors.ts';
import { roundFacts } from '../access/step-facts.ts';

export type MoveInput = {
  readonly to: RoundStep;
  readonly version: number;
  readonly reason: string | null;
  /** Day of a conclusion that was issued outside of this installation; the usual way is `issueConclusion`. */
  readonly paperIssuedOn?: Day | null | undefined;
};

/**
 * Takes a round to another step, where the table of steps lets this person do it and every gate is met.
 *
 * @throws AppError `inspections.round_not_found`, `platform.stale`, `inspections.issue_first` and those of `requireRoundStep`, `requirePaperDay`
 */
export async function moveRound(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  input: MoveInput,
  today: Day = todayInVietnam(),
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { round, held } = await openRound(tx, actor, scope, roundId, { lock: true });
    if (round.version !== input.version) throw new AppError('conflict', 'platform.stale', { by: round.updatedBy });
    requireRoundStep(await roundFacts(tx, round), held, input.to, input.reason);
    const conclusion = conclusionOf(round, input, await roundPaperFloors(tx, round), today);
    if (conclusion?.issuedOn) await releaseRecommendations(tx, { module: 'inspections', id: round.id });
    await takeStep(tx, actor, round, input.to, input.reason, conclusion);
    await recordMove(tx, actor, round, input.to, input.reason);
  });
}

/** What the step means for the conclusion: issued on paper, taken back (its document stays, to be replaced), or nothing. */
function conclusionOf(round: Round, { to, paperIssuedOn }: MoveInput, floors: PaperFloors, today: Day): Conclusion | undefined {
  if (round.step === 'conclusion_issued' && to === 'team_report') return { documentId: round.conclusionDocumentId, issuedOn: null };
  if (round.step !== 'team_report' || to !== 'conclusion_issued') return undefined;
  if (!paperIssuedOn) throw new AppError('conflict', 'inspections.issue_first');
  requirePaperDay(paperIssuedOn, floors, today);
  return { documentId: null, issuedOn: paperIssuedOn };
}

/** Stores a step of a round with its row of history. */
export async function takeStep(
  tx: Transaction<unknown>,
  actor: Actor,
  round: Round,
  to: RoundStep,
  reason: string | null,
  conclusion?: Conclusion,
): Promise<void> {
  const own = inspectionsDb(tx);
  await setRoundStep(own, round.id, actor.name, to, conclusion);
  await insertTransition(own, actor, { roundId: round.id, visitId: null, unitId: round.organisingUnitId, from: round.step, to, reason });
  await publish(tx, { name: 'inspections.round_moved', payload: { id: round.id, unitId: round.organisingUnitId, from: round.step, to } });
}

/** The audit entry of a step, written last. */
export async function recordMove(
  tx: Transaction<unknown>,
  actor: Actor,
  round: Round,
  to: RoundStep,
  reason: string | null,
): Promise<void> {
  await recordAudit(tx, actor, {
    action: 'inspections.round_moved',
    subject: ['round', round.id],
    unitId: round.organisingUnitId,
    data: { from: round.step, to, reason },
  });
}

/** While units are being inspected the round stands where the slowest of them stands. */
export async function followVisits(tx: Transaction<unknown>, actor: Actor, round: Round): Promise<void> {
  const visits = await selectVisits(inspectionsDb(tx), { roots: null }, round.id);
  const to = stepFromVisits(
    round.step,
    visits.map((visit) => visit.step),
  );
  if (to !== round.step) await takeStep(tx, actor, round, to, 'Theo bước của các đơn vị được kiểm tra');
}
