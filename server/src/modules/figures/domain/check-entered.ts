// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { vietnameseDay } from '#kernel/dates';
import { readDecimal } from './decimal.ts';
import type { IndicatorVersion, Parts } from './indicator.ts';
import type { Period } from './period.ts';

/** What was typed into the two parts of a figure. */
export type EnteredParts = { readonly numerator: string | null; readonly denominator: string | null };

const mostDecimals = 6;
const longest = 18;

/**
 * A typed number as decimal text: `1.234,5`, `1234,5` and `1234.5` are the same; null where nothing was typed.
 *
 * @throws AppError `figures.number_unreadable`
 */
export function readTyped(typed: string | null): string | null {
  const text = (typed ?? '').replace(/[\s\u00a0\u202f]/g, '');
  if (text === '') return null;
  // A lone dot before exactly three digits groups thousands, as Vietnamese writes them; elsewhere it is a decimal point.
  const isGrouped = /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text);
  const plain = isGrouped ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.');
  const read = readDecimal(plain);
  if (!read || plain.startsWith('-') || read.scale > mostDecimals || plain.length > longest)
    throw new AppError('invalid', 'figures.number_unreadable', { value: typed ?? '' });
  const [whole = '0', fraction = ''] = plain.split('.');
  const kept = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${kept ? `.${kept}` : ''}`;
}

/**
 * The parts that a person may record for an indicator in a period; both null take the value back.
 *
 * @throws AppError `figures.indicator_not_in_force`, `figures.period_kind_not_used`, `figures.number_unreadable`,
 * `figures.part_missing`, `figures.part_measured`
 */
export function checkEntered(indicator: IndicatorVersion, period: Period, typed: EnteredParts): Parts {
  const { code, numerator, denominator } = indicator;
  if (indicator.validFrom > period.to || (indicator.validTo !== null && indicator.validTo < period.to))
    throw new AppError('invalid', 'figures.indicator_not_in_force', { code, day: vietnameseDay(period.to) });
  if (!indicator.periodKinds.includes(period.kind)) throw new AppError('invalid', 'figures.period_kind_not_used', { code });
  const parts = { numerator: readTyped(typed.numerator), denominator: readTyped(typed.denominator) };
  const isMeasured = numerator.measure !== null || (denominator !== null && denominator.measure !== null);
  const wrongly = (parts.numerator !== null && numerator.measure !== null) || (parts.denominator !== null && denominator?.measure != null);
  if (wrongly || (isMeasured && numerator.measure !== null && (denominator === null || denominator.measure !== null)))
    throw new AppError('invalid', 'figures.part_measured', { code });
  if (denominator === null && parts.denominator !== null) throw new AppError('invalid', 'figures.part_measured', { code });
  const isEmpty = parts.numerator === null && parts.denominator === null;
  const lacks =
    (numerator.measure === null && parts.numerator === null) ||
    (denominator !== null && denominator.measure === null && parts.denominator === null);
  if (!isEmpty && lacks) throw new AppError('invalid', 'figures.part_missing', { code });
  return parts;
}
