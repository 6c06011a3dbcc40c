// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotientOf } from './decimal.ts';

const number = fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.nat(), fc.maxSafeInteger().map(Math.abs)).map(BigInt);

test('a quotient is the nearest decimal number, halves away from zero, whether its parts are short or long', () => {
  fc.assert(
    fc.property(number, number, fc.constantFrom(1n, 100n, 100_000n), fc.integer({ min: 0, max: 6 }), (top, bottom, factor, decimals) => {
      const text = quotientOf(String(top), String(bottom), String(factor), decimals);

      if (bottom === 0n) {
        expect(text).toBeNull();
        return;
      }
      const unit = 10n ** BigInt(decimals);
      const rounded = (2n * top * factor * unit + bottom) / (2n * bottom);
      const [whole, beyond = ''] = (text ?? '').split('.');
      expect(beyond).toHaveLength(decimals);
      expect(BigInt(`${whole}${beyond}`)).toBe(rounded);
    }),
  );
});
