// SPDX-License-Identifier: Apache-2.0
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import type { IndicatorContent } from './indicator.ts';

/**
 * How an indicator's value follows from its parts, in words.
 *
 * @example
 * formulaWords(indicator) // 'Việc đã xong ÷ Việc được giao × 100 (%)'
 */
export function formulaWords(indicator: Pick<IndicatorContent, 'numerator' | 'denominator' | 'scale' | 'unitOfMeasure'>): string {
  const { numerator, denominator, scale, unitOfMeasure } = indicator;
  const times = scale === '1' ? '' : ` × ${vietnameseNumber(scale)}`;
  return `${numerator.label}${denominator ? ` ÷ ${denominator.label}` : ''}${times} (${unitOfMeasure})`;
}
