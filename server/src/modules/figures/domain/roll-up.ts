// SPDX-License-Identifier: Apache-2.0
import { sumOf } from './decimal.ts';
import type { Lane } from './figure.ts';
import type { Parts } from './indicator.ts';

export type TreeUnit = { readonly id: string; readonly parentId: string | null };
export type Contribution = Parts & { readonly unitId: string; readonly lane: Lane };

/**
 * What is in use for each unit of a tree, for an indicator whose parts are summed: an official value stands for its unit and
 * all below it; else what the unit has itself and what its children are worth, numerator by numerator. Units without
 * anything are not there. The database keeps the same sums (`settleCells`); a test holds both together.
 */
export function rollUp(tree: readonly TreeUnit[], values: readonly Contribution[]): Map<string, Parts> {
  const at = (unitId: string, lane: Lane): Contribution | undefined =>
    values.find((value) => value.unitId === unitId && value.lane === lane);
  const worth = new Map<string, Parts>();
  const visit = (unit: TreeUnit): Parts | undefined => {
    const below = tree.filter((child) => child.parentId === unit.id).flatMap((child) => visit(child) ?? []);
    const official = at(unit.id, 'official');
    const mine = at(unit.id, 'own');
    const summed = official ? [official] : [...(mine ? [mine] : []), ...below];
    if (summed.length === 0) return undefined;
    const add = (part: keyof Parts): string | null => {
      const texts = summed.flatMap((one) => one[part] ?? []);
      return texts.length === 0 ? null : sumOf(texts);
    };
    const parts = { numerator: add('numerator'), denominator: add('denominator') };
    worth.set(unit.id, parts);
    return parts;
  };
  for (const unit of tree) if (unit.parentId === null) visit(unit);
  return worth;
}
