// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { findLastScore, insertScores, type NewScore, selectScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { type Act, requireAct } from '../../domain/cycle/acts.ts';
import { appraisesItem, requireField, requireReason } from '../../domain/cycle/appraisal.ts';
import { requireInTime } from '../../domain/cycle/due.ts';
import { scoreOne } from '../../domain/cycle/score-one.ts';
import { countingScore, isScoredAt, latestScores, type Score, type Stage, scoresBefore, standingScore } from '../../domain/cycle/stages.ts';
import type { CompiledSet } from '../../domain/engine/compiled-set.ts';
import type { ItemInput } from '../../domain/engine/input.ts';
import type { CompiledItem } from '../../domain/engine/item.ts';
import { lastDayOf, openSheet, type Scope, type SheetAccess, setOfSheet } from './open-round.ts';

/** Stages at which a person gives a score; survey scores come from an import, those of the system from figures. */
export type GivenStage = Exclude<Stage, 'survey' | 'system'>;

export type ScoreInput = {
  readonly stage: GivenStage;
  readonly itemCode: string;
  readonly input: ItemInput;
  /** Written explanation of the unit, or reason of the appraiser. */
  readonly note: string | null;
  /** Number of the latest score of this stage that the person saw; 0 where there was none. */
  readonly seen: number;
};

const actOfStage: Readonly<Record<GivenStage, Act>> = {
  self: 'score',
  appraised_1: 'appraise_1',
  appraised_2: 'appraise_2',
  council: 'decide',
};

/**
 * Gives one item points at a stage: the engine computes them from what was declared or chosen. Earlier scores stay.
 *
 * @throws AppError `scoring.round_unit_not_found`, those of `requireAct`, `scoring.phase_over`, `scoring.item_unknown`,
 * `scoring.item_not_scored_here`, `scoring.not_your_field`, `scoring.score_changed`, `scoring.reason_missing`, those of `scoreUnit`
 */
export async function giveScore(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: ScoreInput,
  today: Day = todayInVietnam(),
): Promise<{ sequence: number; points: string }> {
  return inTransaction(db, async (tx) => {
    const access = await openSheet(tx, actor, scope, id, { lock: 'unit' });
    await requireStage(tx, access, input.stage, today);
    const set = await setOfSheet(tx, access);
    const item = requireItem(set, input, access);
    const own = cycleDb(tx);
    const last = await findLastScore(own, id, input.itemCode, input.stage);
    if ((last?.sequence ?? 0) !== input.seen)
      throw new AppError('conflict', 'scoring.score_changed', { item: input.itemCode, by: last?.actorName ?? '' });
    const result = scoreOne(item, set.conventions.decimals, input.input);
    const scores = latestScores(await selectScores(own, id)).get(input.itemCode);
    if (input.stage !== 'self') requireReason(result, scoreBefore(scores, input.stage), input.note);
    const sequence = input.seen + 1;
    const score: NewScore = {
      itemCode: input.itemCode,
      stage: input.stage,
      sequence,
      input: input.input,
      outcome: result.outcome === 'not_applicable' ? 'not_applicable' : 'scored',
      points: result.points,
      note: input.note,
      source: null,
      origin: null,
      inSightOf: scoresBefore(scores, input.stage),
    };
    if (!(await insertScores(own, actor, [{ ...score, roundUnitId: id }])))
      throw new AppError('conflict', 'scoring.score_changed', { item: input.itemCode, by: '' });
    await recordAudit(tx, actor, {
      action: 'scoring.item_scored',
      subject: ['round_unit', id],
      unitId: access.unit.unitId,
      data: { item: score.itemCode, stage: score.stage, sequence, input: score.input, points: score.points },
    });
    return { sequence, points: result.points };
  });
}

/**
 * Takes over the unit's own scores, and what figures filled in, for every item of the appraiser's fields that is not appraised yet.
 *
 * @throws AppError `scoring.round_unit_not_found`, those of `requireAct`
 */
export async function acceptRest(db: Db, actor: Actor, scope: Scope, id: string): Promise<{ accepted: number; left: number }> {
  return inTransaction(db, async (tx) => {
    const access = await openSheet(tx, actor, scope, id, { lock: 'unit' });
    requireAct('appraise_1', { held: access.held, phase: access.round.phase, unitState: access.unit.state, isOwn: access.isOwn });
    const set = await setOfSheet(tx, access);
    const own = cycleDb(tx);
    const latest = latestScores(await selectScores(own, id));
    const open = set.items.filter(
      ({ node }) =>
        isScoredAt(node, 'appraised_1') && appraisesItem(node, access.fields) && !standingScore(latest.get(node.code), 'appraised_1'),
    );
    const taken = open.flatMap(({ node }) => {
      const scores = latest.get(node.code);
      const given = scores?.self ?? scores?.system;
      if (!scores || !given) return [];
      const sequence = (scores.appraised_1?.sequence ?? 0) + 1;
      return [{ ...given, sequence, inSightOf: scoresBefore(scores, 'appraised_1') }];
    });
    await insertScores(
      own,
      actor,
      taken.map((score) => ({ ...score, roundUnitId: id, stage: 'appraised_1' as const, note: null })),
    );
    await recordAudit(tx, actor, {
      action: 'scoring.self_scores_accepted',
      subject: ['round_unit', id],
      unitId: access.unit.unitId,
      data: { items: taken.map(({ itemCode }) => itemCode) },
    });
    return { accepted: taken.length, left: open.length - taken.length };
  });
}

async function requireStage(db: Db, access: SheetAccess, stage: GivenStage, today: Day): Promise<void> {
  const { held, round, unit, isOwn } = access;
  requireAct(actOfStage[stage], { held, phase: round.phase, unitState: unit.state, isOwn });
  if (stage === 'self') requireInTime('self_scoring', await lastDayOf(db, round, 'self_scoring', unit.id, today), today);
}

function requireItem(set: CompiledSet, { itemCode, stage, input }: ScoreInput, { fields }: SheetAccess): CompiledItem {
  const item = set.items[set.itemAt.get(itemCode) ?? -1];
  if (!item) throw new AppError('invalid', 'scoring.item_unknown', { item: itemCode });
  if (!isScoredAt(item.node, stage)) throw new AppError('invalid', 'scoring.item_not_scored_here', { item: itemCode });
  // Points in place of the rule are for those who judge, not for the unit that is judged.
  if (stage === 'self' && input.kind === 'decided') throw new AppError('invalid', 'scoring.item_not_scored_here', { item: itemCode });
  if (stage === 'appraised_1' || stage === 'appraised_2') requireField(item.node, fields);
  return item;
}

/** The score that one of a later stage is compared with. */
function scoreBefore(scores: Partial<Record<Stage, Score>> | undefined, stage: GivenStage): Score | undefined {
  const { [stage]: _, ...others } = scores ?? {};
  return countingScore(others, stage === 'appraised_1' ? 'appraised_1' : 'final');
}
