// SPDX-License-Identifier: Apache-2.0
import { decimal, scaledText } from '../arithmetic/decimal.ts';
import { compare, type Fraction } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import type { Report } from './fault.ts';
import type { DecimalText } from './rule.ts';

/** A decimal number that needs at most 12 digits after the point, as text. */
export function plainDecimal(value: Fraction): DecimalText {
  return scaledText(rounded(value, 12, 'truncate'), 12);
}

/** The number of a text; reports and gives nothing where it is none, not above zero where that is asked for, or too great. */
export function checkedNumber(
  text: DecimalText,
  path: string,
  report: Report,
  limits: { readonly most?: Fraction | undefined; readonly aboveZero?: boolean } = {},
): Fraction | undefined {
  const value = decimal(text);
  if (!value) {
    report('number', path, { value: text });
    return undefined;
  }
  if (limits.aboveZero && value.of === 0) report('not_positive', path);
  if (limits.most && compare(value, limits.most) > 0) report('above', path, { value: text, most: plainDecimal(limits.most) });
  return value;
}

const codeForm = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** Reports a code that is empty or holds anything but letters, digits, points, hyphens and underscores. */
export function checkCode(code: string, path: string, report: Report): void {
  if (code === '') report('empty', path);
  else if (!codeForm.test(code)) report('code_form', path, { value: code });
}
