// SPDX-License-Identifier: Apache-2.0
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { isDecimal, scaledText } from '../arithmetic/decimal.ts';
import type { Fraction } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import { times } from '../arithmetic/whole.ts';
import type { FractionText } from '../engine/result.ts';

export type Language = 'vi' | 'en';

/** A number of a set as the language prints it; what is no number yet is left as it stands. */
export function printed(text: string, language: Language): string {
  return language === 'vi' && isDecimal(text.replace('-', '')) ? vietnameseNumber(text) : text;
}

/** A fraction as it stands, whole numbers with their separators. */
export function printedFraction(text: FractionText, language: Language): string {
  const [of = '', over] = text.split('/');
  return over === undefined ? printed(of, language) : text;
}

/** A rate in percent with at most two decimals: `= 50 %`, or `≈ 66,67 %` where something was rounded off. */
export function equalPercent(rate: FractionText, language: Language, scale: 1 | 100): string {
  const [of = '0', over = '1'] = rate.split('/');
  const value: Fraction = { of: times(BigInt(of), scale), over: BigInt(over) };
  const digits = rounded(value, 2, 'half_up');
  const isExact = BigInt(times(value.of, 100)) === BigInt(times(digits, value.over));
  return `${isExact ? '=' : '≈'} ${printed(scaledText(digits, 2), language)} %`;
}
