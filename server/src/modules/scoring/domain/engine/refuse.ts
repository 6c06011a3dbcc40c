// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { decimal } from '../arithmetic/decimal.ts';
import type { Fraction } from '../arithmetic/fraction.ts';

/** @throws AppError `scoring.input_number` where the text is no decimal number, or no whole one where one is asked for */
export function requireNumber(code: string, text: string, whole?: 'whole'): Fraction {
  const value = decimal(text);
  if (!value || (whole && value.over !== 1)) throw new AppError('invalid', 'scoring.input_number', { item: code, value: text });
  return value;
}
