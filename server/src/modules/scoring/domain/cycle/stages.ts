// SPDX-License-Identifier: Apache-2.0
import type { CriteriaNode, ScoringMethod } from '../criteria/criteria-set.ts';
import type { ItemInput, UnitInputs } from '../engine/input.ts';
import type { ScoreOrigin } from './score-origin.ts';

/** Steps at which an item is given points, the later ones standing in for the earlier; `system` is filled from figures, nobody typed it. */
export const stages = ['self', 'system', 'survey', 'appraised_1', 'appraised_2', 'council'] as const;
export type Stage = (typeof stages)[number];

/** What points a reader asks for: what the unit gave itself, what was appraised so far, or what counts in the end. */
export const views = ['self', 'appraised_1', 'final'] as const;
export type View = (typeof views)[number];

const stagesOfView: Readonly<Record<View, readonly Stage[]>> = {
  self: ['self'],
  appraised_1: ['self', 'system', 'survey', 'appraised_1'],
  final: stages,
};

/** One score as it was given. */
export type Score = {
  readonly itemCode: string;
  readonly stage: Stage;
  readonly sequence: number;
  readonly input: ItemInput;
  readonly outcome: 'scored' | 'not_applicable';
  readonly points: string;
  readonly note: string | null;
  readonly source: string | null;
  readonly origin: ScoreOrigin | null;
  /** How many scores of earlier stages it was given in sight of; null where that was not kept. */
  readonly inSightOf: number | null;
  readonly at: string;
  readonly actorName: string;
};

/** The stages at which an item is scored, by who brings its points about. */
export const stagesOfMethod: Readonly<Record<ScoringMethod, readonly Stage[]>> = {
  self: ['self', 'appraised_1', 'appraised_2', 'council'],
  system: ['system', 'appraised_1', 'appraised_2', 'council'],
  appraisal: ['appraised_1', 'appraised_2', 'council'],
  survey: ['survey', 'council'],
  leader: ['council'],
};

/** Whether an item is scored at a stage. */
export function isScoredAt({ method }: Pick<CriteriaNode, 'method'>, stage: Stage): boolean {
  return method !== null && stagesOfMethod[method].includes(stage);
}

/** What of a score says which one counts. */
type Placed = Pick<Score, 'itemCode' | 'stage' | 'sequence'>;
type Seen = Pick<Score, 'sequence' | 'inSightOf'>;
/** As much of a score as the engine computes from. */
export type GivenInput = Placed & Seen & Pick<Score, 'input'>;

/** The latest score of each item at each stage; scores come in any order. */
export function latestScores<S extends Placed>(scores: readonly S[]): ReadonlyMap<string, Partial<Record<Stage, S>>> {
  const latest = new Map<string, Partial<Record<Stage, S>>>();
  for (const score of scores) {
    const own = latest.get(score.itemCode);
    if (!own) latest.set(score.itemCode, { [score.stage]: score } as Partial<Record<Stage, S>>);
    else if ((own[score.stage]?.sequence ?? 0) < score.sequence) own[score.stage] = score;
  }
  return latest;
}

// Survey answers come from elsewhere and judge nobody's score.
const judging: readonly Stage[] = ['self', 'system', 'appraised_1', 'appraised_2', 'council'];
type Numbered = Partial<Record<Stage, Pick<Score, 'sequence'>>>;

/** How many scores an item has at the stages before one; each stage numbers its own from 1. */
export function scoresBefore(own: Numbered | undefined, stage: Stage): number {
  let sum = 0;
  for (let place = judging.indexOf(stage) - 1; place >= 0; place -= 1) sum += own?.[judging[place] ?? stage]?.sequence ?? 0;
  return sum;
}

/**
 * The latest score of a stage, where it still stands. After a round went back and an earlier stage was scored anew, what was given
 * later had judged something else: it stays in the history and has to be given again.
 */
export function standingScore<S extends Seen>(own: Partial<Record<Stage, S>> | undefined, stage: Stage): S | undefined {
  const score = own?.[stage];
  return score && (score.inSightOf === null || score.inSightOf === scoresBefore(own, stage)) ? score : undefined;
}

/** The score that counts for an item in a view: that of the latest stage that stands. */
export function countingScore<S extends Seen>(own: Partial<Record<Stage, S>> | undefined, view: View): S | undefined {
  const ofView = stagesOfView[view];
  for (let place = ofView.length - 1; place >= 0; place -= 1) {
    const score = standingScore(own, ofView[place] ?? 'self');
    if (score) return score;
  }
  return undefined;
}

/** The inputs that count in a view, by item, for the engine. */
export function inputsOf(scores: readonly GivenInput[], view: View): UnitInputs {
  const inputs: Record<string, ItemInput> = {};
  for (const [code, own] of latestScores(scores)) {
    const score = countingScore(own, view);
    if (score) inputs[code] = score.input;
  }
  return inputs;
}
