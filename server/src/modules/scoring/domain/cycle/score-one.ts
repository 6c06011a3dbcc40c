// SPDX-License-Identifier: Apache-2.0
import { scaledText } from '../arithmetic/decimal.ts';
import { fractionText } from '../arithmetic/fraction.ts';
import type { ItemInput } from '../engine/input.ts';
import type { CompiledItem } from '../engine/item.ts';
import type { ItemResult } from '../engine/result.ts';

/**
 * The points of one item as the engine prints them.
 *
 * @throws AppError what the rule refuses, see `scoreUnit`
 */
export function scoreOne(item: CompiledItem, decimals: number, input: ItemInput | undefined): ItemResult {
  const { outcome, printed, exact } = item.score(input);
  return { code: item.node.code, outcome, points: scaledText(printed, decimals), exact: fractionText(exact) };
}
