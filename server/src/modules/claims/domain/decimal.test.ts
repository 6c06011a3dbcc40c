// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, divide, formatFixed, formatVietnamese, multiply, subtract, toNumber } from './decimal.ts';

describe('exact decimals', () => {
  it('adds tenths without binary surprises', () => {
    expect(compare(add(decimal(1, 1), decimal(2, 1)), decimal(3, 1))).toBe(0);
  });

  it('rounds a quotient half up, on both sides of zero', () => {
    expect(formatVietnamese(divide(decimal(1), decimal(8), 2))).toBe('0,13');
    expect(formatVietnamese(divide(decimal(-1), decimal(8), 2))).toBe('-0,13');
    expect(formatVietnamese(divide(decimal(700), decimal(21), 2))).toBe('33,33');
  });

  it('writes thousands with dots and decimals with a comma', () => {
    expect(formatVietnamese(decimal(123456780, 2))).toBe('1.234.567,8');
    expect(formatFixed(decimal(9960, 2))).toBe('99,60');
    expect(toNumber(decimal(-45, 2))).toBe(-0.45);
  });

  it('keeps the laws of arithmetic for any figures', () => {
    const figure = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
      .map(([units, scale]) => decimal(units, scale));
    fc.assert(
      fc.property(figure, figure, figure, (a, b, c) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0);
      }),
    );
  });
});
