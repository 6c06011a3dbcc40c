// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { decimal, scaledText } from '../arithmetic/decimal.ts';
import { compare, difference, type Fraction, zero } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import type { Whole } from '../arithmetic/whole.ts';
import type { DecimalText } from '../criteria/rule.ts';
import type { CompiledSet } from '../engine/compiled-set.ts';
import type { ItemInput, UnitInputs } from '../engine/input.ts';
import type { CompiledItem } from '../engine/item.ts';
import { comparedIndex } from '../engine/rank.ts';
import type { UnitResult } from '../engine/result.ts';
import { scoreUnit } from '../engine/score-unit.ts';
import { candidateInputs } from './candidates.ts';

/** What a unit would have: total, index, and its rank among its peers as they stand. */
export type Standing = { readonly total: DecimalText; readonly index: DecimalText | null; readonly rank: number | null };

/** One way to more points at an item, everything else as it is. */
export type Step = Standing & {
  readonly input: ItemInput;
  /** Points of the item with it. */
  readonly points: DecimalText;
  /** What the total gains by it. */
  readonly gain: DecimalText;
};

/** An item that could win points: the least step that gives any, and the one that gives the most where that is another. */
export type Possibility = {
  readonly itemCode: string;
  readonly points: DecimalText;
  readonly now: ItemInput | null;
  readonly steps: readonly Step[];
};

export type WhatIf = {
  readonly now: Standing;
  /** Greatest gain first. */
  readonly possibilities: readonly Possibility[];
  /** With the best step of every item at once. */
  readonly everything: Standing;
};

/**
 * Where a unit could still win points, and what total, index and rank each step would give. Every step was computed by the engine
 * itself; `peers` are the compared indices of the other units of the group.
 */
export function whatIf(set: CompiledSet, inputs: UnitInputs, peers: readonly (Fraction | null)[]): WhatIf {
  const before = scoreUnit(set, inputs);
  const possibilities = set.items.flatMap((item, at): Possibility[] => {
    const now = inputs[item.node.code];
    const useful = stepsOf(item, now).flatMap(({ input, printed }): Step[] => {
      const after = scoreUnit(set, { ...inputs, [item.node.code]: input });
      const gain = gainOf(set, before, after);
      // A total that is capped or rounded may gain nothing by points of an item.
      if (compare(numberOf(gain), zero) <= 0) return [];
      return [{ input, points: scaledText(printed, set.conventions.decimals), gain, ...standing(set, after, peers) }];
    });
    if (useful.length === 0) return [];
    return [{ itemCode: item.node.code, points: before.items[at]?.points ?? '0', now: now ?? null, steps: useful }];
  });
  const all = Object.fromEntries(possibilities.map(({ itemCode, steps }) => [itemCode, bestOf(steps).input]));
  return {
    now: standing(set, before, peers),
    possibilities: possibilities.sort((a, b) => compare(numberOf(bestOf(b.steps).gain), numberOf(bestOf(a.steps).gain))),
    everything: standing(set, scoreUnit(set, { ...inputs, ...all }), peers),
  };
}

type Tried = { readonly input: ItemInput; readonly printed: Whole };

/** The candidates that give the item more points: the least and the greatest of them. */
function stepsOf(item: CompiledItem, now: ItemInput | undefined): Tried[] {
  const present = item.score(now);
  if (present.outcome === 'not_applicable') return [];
  const better = candidateInputs(item, now)
    .flatMap((input) => tried(item, input))
    .filter(({ printed }) => printed > present.printed);
  const [least] = better.toSorted((a, b) => byPoints(a, b) || byEffort(now, a, b));
  const [most] = better.toSorted((a, b) => byPoints(b, a) || byEffort(now, a, b));
  if (!least || !most) return [];
  return least.printed === most.printed ? [most] : [least, most];
}

function tried(item: CompiledItem, input: ItemInput): Tried[] {
  try {
    const { outcome, printed } = item.score(input);
    return outcome === 'scored' ? [{ input, printed }] : [];
  } catch (error) {
    // What the rule refuses is no way to points.
    if (error instanceof AppError) return [];
    throw error;
  }
}

function byPoints(a: Tried, b: Tried): number {
  return a.printed < b.printed ? -1 : a.printed > b.printed ? 1 : 0;
}

/** The nearer of two inputs that give the same. */
function byEffort(now: ItemInput | undefined, a: Tried, b: Tried): number {
  const from = countOf(now) ?? zero;
  const distance = ({ input }: Tried): Fraction => {
    const away = difference(countOf(input) ?? zero, from);
    return compare(away, zero) < 0 ? difference(zero, away) : away;
  };
  return compare(distance(a), distance(b));
}

function countOf(input: ItemInput | undefined): Fraction | undefined {
  if (input?.kind === 'ratio') return decimal(input.numerator);
  if (input?.kind === 'amount') return decimal(input.amount);
  return input?.kind === 'cases' ? decimal(input.cases) : undefined;
}

function standing(set: CompiledSet, result: UnitResult, peers: readonly (Fraction | null)[]): Standing {
  const own = comparedIndex(set.conventions, result);
  const ahead = own === null ? null : peers.filter((peer) => peer !== null && compare(peer, own) > 0).length;
  return { total: result.total, index: result.index, rank: ahead === null ? null : ahead + 1 };
}

function gainOf({ conventions: { decimals } }: CompiledSet, before: UnitResult, after: UnitResult): DecimalText {
  return scaledText(rounded(difference(numberOf(after.total), numberOf(before.total)), decimals, 'truncate'), decimals);
}

function bestOf(steps: readonly Step[]): Step {
  const best = steps.at(-1);
  if (!best) throw new RangeError('a possibility without steps');
  return best;
}

function numberOf(points: DecimalText): Fraction {
  return decimal(points) ?? zero;
}
