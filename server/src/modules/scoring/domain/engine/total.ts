// SPDX-License-Identifier: Apache-2.0
import { scaledText } from '../arithmetic/decimal.ts';
import { compare, type Fraction, fractionText, least, lowest, product, quotient, sum, zero } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import { tenTo, type Whole } from '../arithmetic/whole.ts';
import type { CompiledSet } from './compiled-set.ts';
import type { ScoredItem } from './item.ts';
import { hundred } from './rates.ts';
import type { UnitResult } from './result.ts';
import { exactAt, type Sums } from './sums.ts';

type Total = Pick<UnitResult, 'total' | 'exactTotal' | 'base' | 'index' | 'exactIndex' | 'gradeCode'>;

/** Total, index and grade of a unit (docs/domain/scoring-rules.md, 5–7). */
export function totalOf(compiled: CompiledSet, scored: readonly ScoredItem[], sums: Sums): Total {
  const { conventions, maximum, fields, units } = compiled;
  const won = fields.reduce((total, place) => sum(total, exactAt(sums, place, units)), zero);
  const applying = sums.applicable === compiled.maxima ? compiled.sumOfMaxima : sumOfFields(fields, sums.applicable);
  const base = conventions.notApplicable === 'share' ? applying : maximum;
  if (applying.of === 0) return { total: '0', exactTotal: '0', base: decimalText(base), index: null, exactIndex: null, gradeCode: null };

  const stretched = conventions.notApplicable === 'rescale' ? product(won, quotient(maximum, applying)) : won;
  const modified = compiled.items.reduce(
    (total, item, index) => (item.isModifier ? sum(total, scored[index]?.exact ?? zero) : total),
    stretched,
  );
  const kept = compare(modified, zero) < 0 ? zero : modified;
  const total = lowest(conventions.aboveMaximum === 'cap' ? least(kept, base) : kept);
  const printed = rounded(total, conventions.decimals, conventions.rounding);
  const index = indexOf(printed, base, conventions);
  const exactIndex = lowest(product(quotient(total, base), hundred));
  const compared = conventions.compareBy === 'exact' ? exactIndex : { of: index, over: tenTo(conventions.indexDecimals) };
  return {
    total: scaledText(printed, conventions.decimals),
    exactTotal: fractionText(total),
    base: decimalText(base),
    index: scaledText(index, conventions.indexDecimals),
    exactIndex: fractionText(exactIndex),
    gradeCode: compiled.grades.find(({ from }) => compare(compared, from) >= 0)?.code ?? null,
  };
}

/** What the fields come to together. */
export function sumOfFields(fields: readonly number[], values: readonly Fraction[]): Fraction {
  return fields.reduce((total, place) => sum(total, values[place] ?? zero), zero);
}

/** Index in percent, from printed points in units of 10⁻ᵏ. */
export function indexOf(points: Whole, base: Fraction, { decimals, indexDecimals, rounding }: CompiledSet['conventions']): Whole {
  return rounded(product(quotient({ of: points, over: tenTo(decimals) }, base), hundred), indexDecimals, rounding);
}

/** A sum of maxima, whose denominators are powers of ten up to 10⁶. */
export function decimalText(value: Fraction): string {
  return scaledText(rounded(value, 6, 'truncate'), 6);
}
