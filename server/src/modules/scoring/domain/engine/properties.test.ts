// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#kernel/app-error';
import { faultlessSet, setWithInputs } from '../../../../../test/factories/arbitrary-set.ts';
import { decimal, scaledText } from '../arithmetic/decimal.ts';
import { compare, type Fraction, fractionText, product, quotient, sum } from '../arithmetic/fraction.ts';
import { rounded } from '../arithmetic/rounding.ts';
import { findFaults } from '../criteria/find-faults.ts';
import { explainItem } from '../wording/explain-item.ts';
import { compileSet } from './compile-set.ts';
import { competitionRanks } from './rank.ts';
import { scoreUnit } from './score-unit.ts';

const whole = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.maxSafeInteger(), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }));
const positive = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  fc.bigInt({ min: 1n, max: 10n ** 40n }),
);
const fraction = fc.record({ of: whole, over: positive });
const same = (a: Fraction, of: bigint, over: bigint): boolean => BigInt(a.of) * over === of * BigInt(a.over);

test('fast and large numbers follow the same arithmetic', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      const [x, y, z, w] = [BigInt(a.of), BigInt(a.over), BigInt(b.of), BigInt(b.over)];
      expect(same(sum(a, b), x * w + z * y, y * w)).toBe(true);
      expect(same(product(a, b), x * z, y * w)).toBe(true);
      expect(Math.sign(compare(a, b))).toBe(x * w < z * y ? -1 : x * w > z * y ? 1 : 0);
      if (z > 0n) expect(same(quotient(a, b), x * w, y * z)).toBe(true);
    }),
  );
});

test('rounding gives the nearest multiple, ties by the mode', () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const unit = 10n ** BigInt(decimals);
      const [of, over] = [BigInt(value.of) * unit, BigInt(value.over)];
      const distance = (digits: bigint): bigint => (digits * over > of ? digits * over - of : of - digits * over);
      const [up, even, cut] = (['half_up', 'half_even', 'truncate'] as const).map((mode) => BigInt(rounded(value, decimals, mode)));

      expect(distance(up!) * 2n <= over && distance(even!) * 2n <= over && distance(cut!) < over).toBe(true);
      if (distance(up!) * 2n === over) expect([up! ** 2n > cut! ** 2n, even! % 2n]).toEqual([true, 0n]);
      expect(cut! === 0n || cut! < 0n === of < 0n).toBe(true);
    }),
  );
});

test('decimal text is written one way', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
      const text = scaledText(digits, decimals);

      expect(text).not.toMatch(/\.$|\.\d*0$/);
      expect(fractionText(decimal(text) ?? { of: -1, over: 1 })).toBe(fractionText({ of: digits, over: 10n ** BigInt(decimals) }));
    }),
  );
});

test('a set without faults gives points within its maxima for every input, or refuses it by a code', () => {
  fc.assert(
    fc.property(setWithInputs, ({ set, inputs }) => {
      const compiled = compileSet(set);
      try {
        const result = scoreUnit(compiled, inputs);
        for (const { item, points } of compiled.items.map((item, index) => ({ item, points: Number(result.items[index]!.points) }))) {
          const most = Number(item.node.maximum);
          const [low, high] = item.node.kind === 'deduction' ? [-most, 0] : [0, most];
          expect(points >= low && points <= high).toBe(true);
        }
        expect(Number(result.total) >= 0).toBe(true);
        if (set.conventions.aboveMaximum === 'cap') expect(Number(result.total) <= Number(result.base)).toBe(true);
        for (const node of result.nodes) expect(node.index === null || Number(node.index) <= 100).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect((error as AppError).code).toMatch(/^scoring\.numerator_/);
      }
    }),
    { numRuns: 400 },
  );
});

test('the steps of an explanation end with its points', () => {
  fc.assert(
    fc.property(setWithInputs, ({ set, inputs }) => {
      const compiled = compileSet(set);
      for (const item of compiled.items) {
        try {
          const { result, steps, sentence } = explainItem(item, set.conventions, inputs[item.node.code], 'vi');
          const last = steps.at(-1);
          if (result.outcome === 'scored') expect(last).toMatchObject({ step: 'rounded', points: result.points });
          expect(sentence).toMatch(/^\p{Lu}|^\d.*\.$/u);
        } catch (error) {
          expect((error as AppError).code).toMatch(/^scoring\.numerator_/);
        }
      }
    }),
  );
});

test('generated sets have no fault', () => {
  fc.assert(
    fc.property(faultlessSet, (set) => {
      expect(findFaults(set)).toEqual([]);
    }),
  );
});

test('a rank counts the greater ones', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.record({ of: fc.integer({ min: 0, max: 20 }), over: fc.integer({ min: 1, max: 3 }) }))), (values) => {
      const naive = values.map((value) =>
        value === null ? null : 1 + values.filter((other) => other && compare(other, value) > 0).length,
      );

      expect(competitionRanks(values)).toEqual(naive);
    }),
  );
});
