// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import content from '../../../../../seeds/service-index-766.json' with { type: 'json' };
import provinces from '../../../../../seeds/service-index-provinces-2026-10-05.json' with { type: 'json' };
import { fixed } from './exact.ts';
import { gapOf } from './gap.ts';
import { bestOf, meanOf, ranksOf } from './ranks.ts';
import { scoreInBinary, scoreMetric } from './recompute.ts';
import type { IndexRules } from './rules.ts';

const rules = content.versions[0] as IndexRules;
const metrics = rules.groups.flatMap((group) => group.metrics.map((metric) => ({ group, metric })));
const named = (code: string) => metrics.find(({ metric }) => metric.code === code)!;

test('what is missing is told in points, in more successes, and in further ones', () => {
  const { group, metric } = named('ONLINE_DOSSIERS');

  expect(gapOf(group, metric, { channelOnlineSum: 40n, channelTotalSum: 100n }, 2)).toEqual({ points: '1.20', more: 10n, further: 20n });
  expect(gapOf(group, metric, { channelOnlineSum: 50n, channelTotalSum: 100n }, 2)).toBeNull();
});

test('rounding counts: 20 points are reached a little before every dossier is on time', () => {
  const { group, metric } = named('PROGRESS_ON_TIME');
  const gap = gapOf(group, metric, { totalOnTime: 528_684n, totalReceived: 597_918n }, 2);

  expect(gap).toMatchObject({ points: '2.32', more: 69_085n });
});

test('what has no counts, no points to win or no total, misses nothing', () => {
  const counts = { numerator: null, denominator: null };
  expect(gapOf(named('DOSSIER_SYNC').group, named('DOSSIER_SYNC').metric, counts, 2)).toBeNull();
  const petitions = named('PETITION_CLASSIFICATION_TTHC');
  expect(gapOf(petitions.group, petitions.metric, { numerator: 1n, denominator: 2n }, 2)).toBeNull();
  const empty = named('PETITION_PROCESSING_ON_TIME');
  expect(gapOf(empty.group, empty.metric, { numerator: 0n, denominator: 0n }, 2)).toBeNull();
});

test('the numbers are the least ones: with them the points are full, with one less they are not', () => {
  const scored = metrics.filter(({ metric }) => metric.rule !== 'unscored');
  const share = fc.bigInt({ min: 0n, max: 1_000_000n });
  fc.assert(
    fc.property(fc.constantFrom(...scored), share, share, ({ group, metric }, a, b) => {
      const [numerator, denominator] = a < b ? [a, b] : [b, a];
      const at = (top: bigint, bottom: bigint) => ({
        ...Object.fromEntries(metric.numerator.keys.map((key, index) => [key, index === 0 ? top : 0n])),
        [metric.denominator.key]: bottom,
      });
      const score = group.rounding === 'binary' ? scoreInBinary : scoreMetric;
      const isFull = (top: bigint, bottom: bigint) => Number(score(metric, at(top, bottom), 2).score ?? 0) >= Number(metric.maximum);
      const gap = gapOf(group, metric, at(numerator, denominator), 2);
      if (denominator === 0n) return;
      expect(gap === null).toBe(isFull(numerator, denominator));
      if (!gap) return;
      expect([isFull(numerator + gap.more, denominator), isFull(numerator + gap.more - 1n, denominator)]).toEqual([true, false]);
      const further = gap.further ?? 0n;
      expect([isFull(numerator + further, denominator + further), isFull(numerator + further - 1n, denominator + further - 1n)]).toEqual([
        true,
        false,
      ]);
    }),
  );
});

test('equal scores share a rank, and the next one counts all before it', () => {
  expect(ranksOf(['9', '7', null, '7.00', '5'])).toEqual([1, 2, null, 2, 4]);
  expect(ranksOf([])).toEqual([]);
  expect([bestOf(['1.5', null, '10', '9']), bestOf([null])]).toEqual(['10', null]);
  expect(fixed(meanOf(['1', '2', null])!, 2)).toBe('1.50');
});

test('the published table of 5/10/2026: 34 provinces whose groups add up; Điện Biên is 27th, third in progress, last online', () => {
  const rows = provinces.provinces;
  const own = rows.findIndex(({ code }) => code === 'H18');
  const rankOf = (scores: readonly number[]) => ranksOf(scores.map(String))[own];
  const sums = rows.map(({ groups }) => Object.values(groups).reduce((sum, points) => sum + Math.round(points * 100), 0));

  expect(rows).toHaveLength(34);
  expect(sums).toEqual(rows.map(({ total }) => Math.round(total * 100)));
  expect([
    rankOf(rows.map(({ total }) => total)),
    rankOf(rows.map(({ groups }) => groups.TDGQ)),
    rankOf(rows.map(({ groups }) => groups.CLGQ)),
    rankOf(rows.map(({ groups }) => groups.MDSH)),
  ]).toEqual([27, 3, 34, 5]);
});
