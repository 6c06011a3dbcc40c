// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { Round } from '../../data/cycle/rounds.repo.ts';
import { insertScores, type NewScore, selectLatestScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { type RoundUnit, selectRoundUnits } from '../../data/cycle/units.repo.ts';
import { requireAct } from '../../domain/cycle/acts.ts';
import { scoreOne } from '../../domain/cycle/score-one.ts';
import { latestScores, type Score, type Stage, standingScore } from '../../domain/cycle/stages.ts';
import { isSameInput, namedMeasure, systemInput } from '../../domain/cycle/system-input.ts';
import type { CompiledSet } from '../../domain/engine/compiled-set.ts';
import type { CompiledItem } from '../../domain/engine/item.ts';
import { openRound, type Scope, setsOfRound } from '../cycle/open-round.ts';
import { findMeasures, type Measured } from './find-measures.ts';

/** A score that somebody gave and that the figure of today would not give; it stays until they give it anew. */
export type JudgedOtherwise = {
  readonly sheetId: string;
  readonly unitName: string;
  readonly itemCode: string;
  readonly judged: string;
  readonly filled: string;
};

/** A score that was filled from a figure which was taken back since, or which the rule takes no longer; it stays until an appraiser judges it. */
export type FigureGone = { readonly sheetId: string; readonly unitName: string; readonly itemCode: string; readonly points: string };

export type FillResult = {
  readonly filled: number;
  readonly unchanged: number;
  /** Items of the system that no figure was found for. */
  readonly withoutFigure: number;
  readonly judgedOtherwise: readonly JudgedOtherwise[];
  readonly figureGone: readonly FigureGone[];
};

/**
 * Fills the items of the system from the figures in use and the service index, for every unit of a round. What somebody has judged
 * is not replaced; where it departs from the figure, that is told.
 *
 * @throws AppError `scoring.round_not_found`, those of `requireAct`
 */
export async function fillSystem(db: Db, actor: Actor, scope: Scope, roundId: string): Promise<FillResult> {
  return inTransaction(db, async (tx) => {
    const { round, held } = await openRound(tx, actor, scope, roundId, { lock: 'round' });
    requireAct('fill_system', { held, phase: round.phase });
    return fillRound(tx, actor, round);
  });
}

/** The same as a part of something larger, such as the opening of a phase. */
export async function fillRound(db: Db, actor: Actor, round: Round): Promise<FillResult> {
  const own = cycleDb(db);
  const { sets } = await setsOfRound(db, round.id);
  const units = await selectRoundUnits(own, { roots: null }, round.id);
  const items = [...sets.values()].flatMap((set) => systemItems(set).map(({ node }) => node));
  const codes = [...new Set(items.map(({ code }) => code))];
  const scores = await selectLatestScores(own, round.id, undefined, codes);
  const measures = items.flatMap(({ measure }) => measure ?? []);
  const find = await findMeasures(
    db,
    units.map(({ unitId }) => unitId),
    [...new Set(measures)],
    round.year,
  );
  const filled: (NewScore & { readonly roundUnitId: string })[] = [];
  const judgedOtherwise: JudgedOtherwise[] = [];
  const figureGone: FigureGone[] = [];
  let [unchanged, withoutFigure] = [0, 0];
  for (const unit of units) {
    const set = sets.get(unit.groupCode);
    const latest = latestScores(scores.get(unit.id) ?? []);
    for (const item of set ? systemItems(set) : []) {
      const measured = find(item.node.measure ?? '', unit.unitId);
      const score = measured && set && scoreOf(item, set, measured);
      const before = latest.get(item.node.code);
      const judged = judgedScore(before);
      const last = judged ?? before?.system;
      if (!score) {
        withoutFigure += 1;
        if (last && !judged) figureGone.push({ ...placeOf(unit, last), points: last.points });
      } else {
        if (last && isSameInput(last.input, score.input)) unchanged += 1;
        else if (judged) judgedOtherwise.push(departing(unit, judged, score.points));
        else filled.push({ ...score, roundUnitId: unit.id, sequence: (before?.system?.sequence ?? 0) + 1 });
      }
    }
  }
  await insertScores(own, actor, filled);
  if (filled.length > 0)
    await recordAudit(db, actor, {
      action: 'scoring.system_filled',
      subject: ['scoring_round', round.id],
      unitId: round.organisingUnitId,
      data: { filled: filled.length, unchanged, withoutFigure, judgedOtherwise: judgedOtherwise.length, figureGone: figureGone.length },
    });
  return { filled: filled.length, unchanged, withoutFigure, judgedOtherwise, figureGone };
}

function systemItems(set: CompiledSet): readonly CompiledItem[] {
  return set.items.filter(({ node }) => node.method === 'system' && namedMeasure(node.measure));
}

type Filled = Omit<NewScore, 'sequence'>;

/** The score that a figure gives; undefined where the rule cannot take it. */
function scoreOf(item: CompiledItem, set: CompiledSet, measured: Measured): Filled | undefined {
  const input = systemInput(item.node.rule, measured);
  if (!input) return undefined;
  try {
    const { outcome, points } = scoreOne(item, set.conventions.decimals, input);
    return {
      itemCode: item.node.code,
      stage: 'system',
      input,
      outcome: outcome === 'not_applicable' ? 'not_applicable' : 'scored',
      points,
      note: null,
      source: measured.source,
      origin: measured.origin,
      inSightOf: 0,
    };
  } catch (error) {
    // A figure that the rule refuses, such as a numerator above its denominator, fills nothing; the appraiser sees the item open.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** What somebody gave at a later stage, where it stands. */
function judgedScore(own: Partial<Record<Stage, Score>> | undefined): Score | undefined {
  return (['appraised_1', 'appraised_2', 'council'] as const).map((stage) => standingScore(own, stage)).findLast((score) => score);
}

function departing(unit: RoundUnit, judged: Score, filled: string): JudgedOtherwise {
  return { ...placeOf(unit, judged), judged: judged.points, filled };
}

const placeOf = (unit: RoundUnit, { itemCode }: Score) => ({ sheetId: unit.id, unitName: unit.authorityName, itemCode });
