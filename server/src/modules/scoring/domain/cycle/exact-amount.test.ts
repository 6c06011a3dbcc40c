// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimal } from '../arithmetic/decimal.ts';
import { compare, type Fraction } from '../arithmetic/fraction.ts';
import { exactAmount } from './exact-amount.ts';

test('a value just below a band edge stays below it, whatever the indicator prints', () => {
  expect(exactAmount('19999', '25000', '100')).toBe('79.996');
  expect(exactAmount('95', '100', '100')).toBe('95');
  expect(exactAmount('12.5', '1', '0.001')).toBe('0.0125');
});

test('without end it is told to six decimals, the last one odd', () => {
  expect(exactAmount('2', '3', '100')).toBe('66.666667');
  expect(exactAmount('1', '3', '100')).toBe('33.333333');
  expect(exactAmount('80000000001', '100000000000', '100')).toBe('80.000001');
});

test('nothing follows from a denominator of zero, or from what is no number of an input', () => {
  expect([exactAmount('0', '0', '100'), exactAmount('-1', '2', '100'), exactAmount('999999999999999', '1', '100')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('lies on the same side of every edge of up to five decimals as the quotient itself', () => {
  const count = fc.integer({ min: 1, max: 10_000_000 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 0, max: 20_000_000 }), (a, b, edge) => {
      const [quotient, at]: Fraction[] = [
        { of: a * 100, over: b },
        { of: edge, over: 100_000 },
      ];
      const held = decimal(exactAmount(String(a), String(b), '100') ?? '');
      if (!held || !quotient || !at) throw new RangeError('no amount');
      expect(Math.sign(compare(held, at))).toBe(Math.sign(compare(quotient, at)));
      const nearest = { of: Math.floor((a * 10_000_000) / b), over: 100_000 };
      expect(Math.sign(compare(held, nearest))).toBe(Math.sign(compare(quotient, nearest)));
    }),
  );
});
