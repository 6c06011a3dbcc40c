// SPDX-License-Identifier: Apache-2.0
import { decimal, isDecimal, scaledText } from '../arithmetic/decimal.ts';
import { compare, type Fraction, product, quotient } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import { plus, tenTo, type Whole } from '../arithmetic/whole.ts';
import type { DecimalText } from '../criteria/rule.ts';

/** Most decimals of an input, see `docs/domain/scoring-rules.md`, 1. */
const places = 6;

/**
 * numerator ÷ denominator × scale as an input, not as the indicator prints it: 79,996 is not 80. A number with more decimals than an
 * input has ends in an odd sixth digit next to it, so that it lies on its own side of every band edge of up to five decimals. Undefined
 * where there is nothing to divide by, or no input can hold it.
 *
 * @example
 * exactAmount('19999', '25000', '100') // '79.996'
 */
export function exactAmount(numerator: DecimalText, denominator: DecimalText, scale: DecimalText): DecimalText | undefined {
  const [over, under, factor] = [decimal(numerator), decimal(denominator), decimal(scale)];
  if (!over || !under || !factor || under.of === 0) return undefined;
  const value = quotient(product(over, factor), under);
  const text = scaledText(heldDigits(value), places);
  return isDecimal(text) ? text : undefined;
}

function heldDigits(value: Fraction): Whole {
  const digits = rounded(value, places, 'truncate');
  if (compare({ of: digits, over: tenTo(places) }, value) === 0) return digits;
  return BigInt(digits) % 2n === 0n ? plus(digits, 1) : digits;
}
