// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareCounts, type DeclaredFigure, type FigureVerdict, figureStatus, isRoundedOrCut, recompute } from './figures.ts';

const ratio = (numerator: string | null, denominator: string | null, statedPercent: string | null): DeclaredFigure => ({
  kind: 'ratio',
  numerator,
  denominator,
  parts: [],
  statedPercent,
});

describe('ratios', () => {
  test.each([
    ['7', '21', '30', 'inconsistent', '33.33', '07/21 là 33,33 %, văn bản ghi 30 %.'],
    ['5', '11', '45.45', 'consistent', '45.45', '05/11 là 45,45 %, khớp với 45,45 % của văn bản.'],
    ['79', '170', '46.5', 'consistent', '46.47', '79/170 là 46,47 %, khớp với 46,5 % của văn bản.'],
    ['5126', '5369', '95.5', 'consistent', '95.47', '5.126/5.369 là 95,47 %, khớp với 95,5 % của văn bản.'],
    ['5126', '5369', '95.4', 'consistent', '95.47', '5.126/5.369 là 95,47 %, khớp với 95,4 % của văn bản.'],
    ['5126', '5369', '95.6', 'inconsistent', '95.47', '5.126/5.369 là 95,47 %, văn bản ghi 95,6 %.'],
    ['3', '2', '150', 'consistent', '150.00', '03/02 là 150,00 %, khớp với 150 % của văn bản.'],
  ])('%s/%s stated as %s is %s', (numerator, denominator, stated, verdict, percent, message) => {
    expect(recompute(ratio(numerator, denominator, stated))).toMatchObject({ verdict, percent, message });
  });

  test('a percent without operands is not judged', () => {
    expect(recompute(ratio(null, null, '99.60'))).toMatchObject({ verdict: 'not_computable', code: 'operands_missing' });
    expect(recompute(ratio(null, '8418', '97.52'))).toMatchObject({ verdict: 'not_computable' });
    expect(recompute(ratio('5', '0', '10'))).toMatchObject({ verdict: 'not_computable', code: 'base_zero' });
  });

  test('a rounded or a cut-off percent is always consistent, at any number of decimals', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 0, max: 6 }), (n, d, decimals) => {
        const unit = 10n ** BigInt(decimals);
        const [cut, rounded] = [(100n * n * unit) / d, (2n * 100n * n * unit + d) / (2n * d)];
        for (const digits of [cut, rounded]) expect(isRoundedOrCut(String(n), String(d), decimal(digits, decimals))).toBe(true);
        for (const digits of [cut - 1n, cut + 2n])
          if (digits >= 0n) expect(isRoundedOrCut(String(n), String(d), decimal(digits, decimals))).toBe(false);
      }),
    );
  });
});

const decimal = (digits: bigint, scale: number): string => {
  const text = digits.toString().padStart(scale + 1, '0');
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
};

describe('sums', () => {
  const sum = (total: string, ...values: string[]): DeclaredFigure => ({
    kind: 'sum',
    numerator: total,
    denominator: null,
    parts: values.map((value, at) => ({ label: `Phần ${at}`, value })),
    statedPercent: null,
  });

  test('the dossiers of huyện Mường Chà add up', () => {
    expect(recompute(sum('25718', '18254', '7139', '94', '231'))).toMatchObject({ verdict: 'consistent', sum: '25718', difference: '0' });
  });

  test('a total that its parts do not give is told with the difference', () => {
    expect(recompute(sum('5369', '5190', '5126', '64'))).toMatchObject({
      verdict: 'inconsistent',
      sum: '10380',
      difference: '-5011',
      message: '5.190 + 5.126 + 64 = 10.380, văn bản ghi tổng 5.369.',
    });
  });

  test('decimals are added exactly', () => {
    expect(recompute(sum('0.3', '0.1', '0.2'))).toMatchObject({ verdict: 'consistent', sum: '0.3' });
    expect(recompute(sum('1.50', '1', '0.5'))).toMatchObject({ verdict: 'consistent' });
  });

  test('a single part is no sum', () => {
    expect(recompute(sum('5', '5'))).toMatchObject({ verdict: 'not_computable' });
  });
});

describe('the team’s own count', () => {
  test('agrees or differs by so many', () => {
    expect(compareCounts({ numerator: '79', denominator: '170' }, { numerator: '81', denominator: '170' })).toEqual({
      agrees: false,
      numeratorDifference: '2',
      percent: '47.65',
    });
    expect(compareCounts({ numerator: '79', denominator: '170' }, { numerator: '79', denominator: '170' })).toMatchObject({ agrees: true });
    expect(compareCounts({ numerator: '79', denominator: '170' }, null)).toBeNull();
    expect(compareCounts({ numerator: null, denominator: null }, { numerator: '5', denominator: null })).toEqual({
      agrees: false,
      numeratorDifference: null,
      percent: null,
    });
  });
});

describe('where a figure stands', () => {
  const standing = (kind: 'ratio' | 'count', verdict: FigureVerdict, agrees: boolean | null = null, code = 'percent_agrees') =>
    figureStatus(kind, { verdict, code: code as 'percent_agrees' }, agrees === null ? null : { agrees });

  test('a wrong calculation stays wrong, whatever was counted', () => {
    expect(standing('ratio', 'inconsistent')).toBe('inconsistent');
    expect(standing('ratio', 'inconsistent', true)).toBe('inconsistent');
  });

  test('a question is no error: it is unclear until the team has counted', () => {
    expect(standing('count', 'unclear')).toBe('unclear');
    expect(standing('count', 'unclear', true)).toBe('consistent');
    expect(standing('count', 'unclear', false)).toBe('inconsistent');
  });

  test('a number nobody counted is told apart from a calculation that agrees', () => {
    expect(standing('ratio', 'consistent')).toBe('consistent');
    expect(standing('ratio', 'consistent', null, 'percent_not_stated')).toBe('not_counted');
    expect(standing('count', 'not_computable', null, 'count_only')).toBe('not_counted');
    expect(standing('ratio', 'not_computable', null, 'operands_missing')).toBe('not_computable');
  });
});
