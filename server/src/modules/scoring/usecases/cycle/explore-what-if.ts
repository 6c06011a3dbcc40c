// SPDX-License-Identifier: Apache-2.0
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { selectLatestScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { selectRoundUnits } from '../../data/cycle/units.repo.ts';
import type { ScoringMethod } from '../../domain/criteria/criteria-set.ts';
import { inputsOf } from '../../domain/cycle/stages.ts';
import { comparedIndex } from '../../domain/engine/rank.ts';
import { scoreUnit } from '../../domain/engine/score-unit.ts';
import { type Possibility, type Standing, type Step, whatIf } from '../../domain/what-if/what-if.ts';
import { whatItTakes } from '../../domain/what-if/what-it-takes.ts';
import type { Language } from '../../domain/wording/numbers.ts';
import { openSheet, type Scope, setOfSheet } from './open-round.ts';

export type ToldPossibility = Omit<Possibility, 'now' | 'steps'> & {
  readonly itemName: string;
  readonly maximum: string;
  readonly method: ScoringMethod | null;
  readonly steps: readonly (Omit<Step, 'input'> & { readonly takes: string })[];
};

export type Outlook = {
  readonly round: { readonly id: string; readonly title: string };
  readonly unit: { readonly id: string; readonly name: string };
  readonly base: string;
  /** How many units are ranked together; null where the reader may not know ranks yet. */
  readonly peers: number | null;
  readonly now: Standing;
  readonly everything: Standing;
  readonly possibilities: readonly ToldPossibility[];
};

/**
 * Where a unit could still win points, what that takes, and what rank it would give among its peers as they stand. Nothing is changed.
 * Ranks are told to whoever sees all units of the round, and to everybody once it is published.
 *
 * @throws AppError `scoring.round_unit_not_found`
 */
export async function exploreWhatIf(db: Db, actor: Actor, scope: Scope, id: string, language: Language): Promise<Outlook> {
  const access = await openSheet(db, actor, scope, id);
  const { round, unit } = access;
  const own = cycleDb(db);
  const set = await setOfSheet(db, access);
  const scores = await selectLatestScores(own, round.id);
  const others = (await selectRoundUnits(own, { roots: null }, round.id)).filter(
    (one) => one.groupCode === unit.groupCode && one.id !== unit.id,
  );
  const inputs = inputsOf(scores.get(unit.id) ?? [], 'final');
  const peers = others.map((one) => comparedIndex(set.conventions, scoreUnit(set, inputsOf(scores.get(one.id) ?? [], 'final'))));
  const { now, everything, possibilities } = whatIf(set, inputs, peers);
  const isRanked = round.full || round.phase === 'published';
  const told = (standing: Standing): Standing => (isRanked ? standing : { ...standing, rank: null });
  return {
    round: { id: round.id, title: round.title },
    unit: { id: unit.id, name: unit.authorityName },
    base: scoreUnit(set, inputs).base,
    peers: isRanked ? others.length + 1 : null,
    now: told(now),
    everything: told(everything),
    possibilities: possibilities.flatMap(({ itemCode, points, now: given, steps }) => {
      const node = set.items[set.itemAt.get(itemCode) ?? -1]?.node;
      if (!node) return [];
      return [
        {
          itemCode,
          itemName: node.name,
          maximum: node.maximum,
          method: node.method,
          points,
          steps: steps.map(({ input, ...step }) => ({ ...step, ...told(step), takes: whatItTakes(node, given, input, language) })),
        },
      ];
    }),
  };
}
