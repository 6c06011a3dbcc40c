// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, differenceOf, quotientOf, sumOf } from './decimal.ts';
import { explainFigure, type FigureFacts, formulaOf } from './explain.ts';
import { figureValue, judge } from './indicator.ts';
import { readPeriod } from './period.ts';
import { brokenRules } from './validation.ts';

const ratio = {
  name: 'Tỷ lệ hồ sơ đúng hạn',
  kind: 'ratio' as const,
  unitOfMeasure: '%',
  numerator: { label: 'Đúng hạn', measure: null },
  denominator: { label: 'Đã xong', measure: null },
  scale: '100',
  decimals: 2,
};
const count = { ...ratio, kind: 'count' as const, unitOfMeasure: 'hồ sơ', denominator: null, scale: '1', decimals: 0 };
const facts = (more: Partial<FigureFacts>): FigureFacts => ({
  indicator: ratio,
  unitName: 'UBND huyện Điện Biên',
  period: { kind: 'quarter', name: 'quý III/2022', from: '2022-07-01', to: '2022-09-30' },
  inUse: null,
  own: null,
  published: null,
  recorded: null,
  imported: null,
  ...more,
});
const head = 'Tỷ lệ hồ sơ đúng hạn của UBND huyện Điện Biên, quý III/2022 (01/7/2022 – 30/9/2022)';

describe('the sentence of a figure', () => {
  test.each([
    [
      { numerator: '98', denominator: '100', origin: 'summed', parts: 21 },
      '98 ÷ 100 × 100 = 98,00 %, là tổng của 21 đơn vị (cộng tử số với tử số, mẫu số với mẫu số).',
    ],
    [
      { numerator: '5126', denominator: '5190', origin: 'entered', parts: 1 },
      '5.126 ÷ 5.190 × 100 ≈ 98,77 %, số nhập tay, Lò Thị A ghi lúc 08:00 ngày 14/09/2022.',
    ],
    [
      { numerator: '1', denominator: '0', origin: 'computed', parts: 1 },
      '1 ÷ 0 × 100 không có giá trị vì mẫu số bằng 0, do hệ thống tính từ dữ liệu gốc lúc 08:00 ngày 14/09/2022.',
    ],
  ] as const)('%o', (inUse, words) => {
    const recorded = { by: 'Lò Thị A', at: '08:00 ngày 14/09/2022' };

    expect(explainFigure(facts({ inUse, recorded }))).toBe(`${head}: ${words}`);
  });

  test('a published value is told with the unit’s own and their difference; nothing recorded is told too', () => {
    const inUse = { numerator: '5190', denominator: null, origin: 'official', parts: 1 } as const;
    const sentence = explainFigure(
      facts({
        indicator: count,
        inUse,
        own: { numerator: '5126', denominator: null },
        published: { issuer: 'Bộ Nội vụ', citation: '1/QĐ-BNV' },
      }),
    );

    expect(sentence).toContain('5.190 hồ sơ, theo số do Bộ Nội vụ công bố (1/QĐ-BNV); số của đơn vị là 5.126 hồ sơ, chênh lệch 64 hồ sơ.');
    expect(explainFigure(facts({}))).toBe(`${head}: chưa có số.`);
  });

  test('says of any numbers exactly these numbers, and a value that they give', () => {
    const digits = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(digits, digits, fc.integer({ min: 0, max: 4 }), (a, b, decimals) => {
        const [numerator, denominator] = [String(a), String(b)];
        const formula = formulaOf({ ...ratio, decimals }, { numerator, denominator }) ?? '';
        const [top = '', bottom = ''] = formula.split(' × ')[0]?.split(' ÷ ') ?? [];
        expect([top, bottom].map((text) => text.replaceAll('.', ''))).toEqual([numerator, denominator]);
        const told = /([=≈]) ([\d.,]+) %$/.exec(formula);
        if (b === 0) return expect(formula).toContain('mẫu số bằng 0');
        const value = (told?.[2] ?? '').replaceAll('.', '').replace(',', '.');
        expect(value).toBe(figureValue({ ...ratio, decimals }, { numerator, denominator }));
        // Printed × denominator lies within half a unit of the last digit of numerator × 100, and is it where the sign says so.
        const unit = 10n ** BigInt(decimals);
        const error = BigInt(value.replace('.', '')) * BigInt(b) - BigInt(a) * 100n * unit;
        expect(2n * (error < 0n ? -error : error) <= BigInt(b)).toBe(true);
        expect(told?.[1]).toBe(error === 0n ? '=' : '≈');
      }),
    );
  });
});

test('exact decimals: sums, differences and quotients agree with whole numbers of the smallest unit', () => {
  const cents = fc.integer({ min: -9_999_999, max: 9_999_999 });
  const text = (value: number): string =>
    `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`;
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(compareDecimals(sumOf([text(a), text(b)]), text(a + b))).toBe(0);
      expect(compareDecimals(differenceOf(text(a), text(b)), text(a - b))).toBe(0);
      expect(compareDecimals(text(a), text(b))).toBe(Math.sign(a - b));
    }),
  );
  expect([
    quotientOf('1', '8', '1', 2),
    quotientOf('-1', '8', '1', 2),
    quotientOf('1', '0', '1', 2),
    quotientOf('2.5', '0.5', '100', 0),
  ]).toEqual(['0.13', '-0.13', null, '500']);
});

describe('periods', () => {
  const q3 = { code: 'reform_q3', name: 'Báo cáo quý III', from: '2022-06-15', to: '2022-09-14', dueOn: '2022-09-20', citation: 'CV 581' };

  test.each([
    ['2022', '2022-01-01', '2022-12-31', 'năm 2022'],
    ['2022-H2', '2022-07-01', '2022-12-31', '6 tháng cuối năm 2022'],
    ['2022-Q3', '2022-07-01', '2022-09-30', 'quý III/2022'],
    ['2024-02', '2024-02-01', '2024-02-29', 'tháng 2/2024'],
    ['2022-reform_q3', '2022-06-15', '2022-09-14', 'kỳ báo cáo quý III năm 2022'],
    ['2022-01-01..2022-09-05', '2022-01-01', '2022-09-05', 'từ 01/01/2022 đến 05/9/2022'],
  ])('%s is %s to %s', (key, from, to, name) => {
    expect(readPeriod(key, [q3])).toMatchObject({ key, from, to, name });
  });

  test.each(['2022-13', '2022-Q5', '22', '2022-reform_q9', '2022-02-30..2022-03-01', '2022-03-02..2022-03-01'])('%s is none', (key) => {
    expect(readPeriod(key, [q3])).toBeUndefined();
  });
});

test('thresholds are judged in the direction of the indicator', () => {
  const higher = { direction: 'higher', goodFrom: '95', warnFrom: '90' } as const;
  const lower = { direction: 'lower', goodFrom: '2', warnFrom: '5' } as const;

  expect(['95', '94.99', '89'].map((value) => judge(higher, value))).toEqual(['good', 'watch', 'poor']);
  expect(['2', '5', '5.1'].map((value) => judge(lower, value))).toEqual(['good', 'watch', 'poor']);
  expect(judge({ ...higher, direction: 'none' }, '95')).toBeNull();
});

test('a rule adds up its sides, and is not judged while a number is missing', () => {
  const rule = {
    code: 'R',
    sentence: 'Tổng không quá 10',
    left: [
      { indicator: 'A', part: 'numerator' as const },
      { indicator: 'B', part: 'numerator' as const },
    ],
    operator: '<=' as const,
    right: [{ number: '10' }],
    importance: 'error' as const,
    legalBasis: null,
  };
  const broken = (a: string | null, b: string | null) =>
    brokenRules([rule], (code) => (code === 'A' ? a : b)).map(({ left, right }) => [left, right]);

  expect([broken('4', '6'), broken('4.5', '6'), broken('40', null)]).toEqual([[], [['10.5', '10']], []]);
});
