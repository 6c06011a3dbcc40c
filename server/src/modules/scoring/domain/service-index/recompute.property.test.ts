// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import content from '../../../../../seeds/service-index-766.json' with { type: 'json' };
import { fixed } from './exact.ts';
import { type IndexCounts, scoreGroupOfParts, scoreMetric, scoreParts, totalOf } from './recompute.ts';
import type { IndexRules, MetricRule } from './rules.ts';

const rules = content.versions[0] as IndexRules;
const metrics = rules.groups.flatMap((group) => group.metrics.map((metric) => ({ group, metric })));

const count = fc.bigInt({ min: 0n, max: 10n ** 12n });
const metricWithCounts = fc.tuple(fc.constantFrom(...metrics), count, count);

/** Counts under which a metric has this numerator and denominator. */
function countsOf(metric: MetricRule, numerator: bigint, denominator: bigint): IndexCounts {
  return {
    ...Object.fromEntries(metric.numerator.keys.map((key, index) => [key, index === 0 ? numerator : 0n])),
    [metric.denominator.key]: denominator,
  };
}

/** Points of one metric alone, by the rounding of its group. */
function pointsOf({ group, metric }: (typeof metrics)[number], numerator: bigint, denominator: bigint): string | null {
  const counts = countsOf(metric, numerator, denominator);
  if (group.kind === 'metrics') return scoreMetric(metric, counts, 2).score;
  return scoreParts(group, counts, 2).find((part) => part.metric.code === metric.code)?.score ?? null;
}

test('points lie between 0 and the maximum, for any counts', () => {
  fc.assert(
    fc.property(metricWithCounts, ([one, numerator, denominator]) => {
      const points = pointsOf(one, numerator, denominator);
      if (points !== null) {
        expect(Number(points)).toBeGreaterThanOrEqual(0);
        expect(Number(points)).toBeLessThanOrEqual(Number(one.metric.maximum));
      }
    }),
  );
});

test('one more in the numerator never costs a point', () => {
  fc.assert(
    fc.property(metricWithCounts, ([one, numerator, denominator]) => {
      const [before, after] = [pointsOf(one, numerator, denominator), pointsOf(one, numerator + 1n, denominator)];
      expect(Number(after ?? 0)).toBeGreaterThanOrEqual(Number(before ?? 0));
    }),
  );
});

test('rounding agrees with one that goes digit by digit', () => {
  fc.assert(
    fc.property(count, fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 4 }), (top, bottom, decimals) => {
      let rest = top % bottom;
      let digits = (top / bottom).toString();
      for (let place = 0; place < decimals; place += 1) {
        rest *= 10n;
        digits += (rest / bottom).toString();
        rest %= bottom;
      }
      const up = rest * 2n >= bottom ? 1n : 0n;
      const units = (BigInt(digits) + up).toString().padStart(decimals + 1, '0');
      const wanted = decimals === 0 ? units : `${units.slice(0, -decimals)}.${units.slice(-decimals)}`;

      expect(fixed({ of: top, over: bottom }, decimals)).toBe(wanted);
    }),
  );
});

test('payment agrees with the exact value of the double, rounded by whole numbers', () => {
  const payment = rules.groups.find(({ code }) => code === 'payment');
  const first = payment?.metrics[0];
  if (!payment || !first) throw new Error('no payment group');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const counts = countsOf(first, BigInt(hundredths), 10_000n);
      const points = scoreParts(payment, counts, 2)[0]?.score;

      expect(points).toBe(roundedDouble((6 * (hundredths / 100)) / 100));
    }),
    { numRuns: 1_000 },
  );
});

/** Two decimals, half up, of the value that the 64 bits of a double stand for. */
function roundedDouble(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n);
  const shift = BigInt(1075 - Math.max(exponent, 1));
  const hundredths = (mantissa * 200n + (1n << shift)) >> (shift + 1n);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}

test('a total is the sum of its parts to the hundredth, and its ratio at most 100 where they are within their maxima', () => {
  const hundredths = fc.array(fc.option(fc.integer({ min: 0, max: 250 })), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(hundredths, (parts) => {
      const total = totalOf(
        parts.map((part) => (part === null ? null : (part / 100).toFixed(2))),
        '20',
        2,
      );

      expect(Math.round(Number(total.score) * 100)).toBe(parts.reduce<number>((sum, part) => sum + (part ?? 0), 0));
      expect(Number(total.ratio)).toBeLessThanOrEqual(100);
    }),
  );
});

test('the total of a group of parts is that of its parts', () => {
  const groups = rules.groups.filter(({ kind }) => kind === 'parts');
  fc.assert(
    fc.property(fc.constantFrom(...groups), fc.array(count, { minLength: 12, maxLength: 12 }), (group, numbers) => {
      const keys = [...new Set(group.metrics.flatMap(({ numerator, denominator }) => [...numerator.keys, denominator.key]))];
      const counts = Object.fromEntries(keys.map((key, index) => [key, numbers[index] ?? 0n]));
      const sum = scoreParts(group, counts, 2).reduce((total, { score }) => total + Math.round(Number(score) * 100), 0);

      expect(Math.round(Number(scoreGroupOfParts(group, counts, 2).score) * 100)).toBe(sum);
    }),
  );
});
