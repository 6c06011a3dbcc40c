// SPDX-License-Identifier: Apache-2.0
import { percentOf, vietnameseNumber } from '#kernel/vietnamese-numbers';
import type { FigureKind } from './vocabulary.ts';

/** One part of a declared sum. Values are decimal texts, so that no digit is lost. */
export type FigurePart = { readonly label: string; readonly value: string };

/** What a unit states in numbers; `numerator` of a sum is its stated total. */
export type DeclaredFigure = {
  readonly kind: FigureKind;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly parts: readonly FigurePart[];
  readonly statedPercent: string | null;
};

/** `unclear` is a question to the unit: numbers that contradict each other, without telling which of them is wrong. */
export const figureVerdicts = ['consistent', 'inconsistent', 'unclear', 'not_computable'] as const;
export type FigureVerdict = (typeof figureVerdicts)[number];

/** What follows from the declared numbers alone. Percent and difference are decimal texts. */
export type Recomputation = {
  readonly verdict: FigureVerdict;
  readonly code:
    | 'percent_agrees'
    | 'percent_mismatch'
    | 'percent_not_stated'
    | 'operands_missing'
    | 'base_zero'
    | 'part_exceeds_whole'
    | 'sum_agrees'
    | 'sum_mismatch'
    | 'count_only'
    | 'classes_overlap';
  readonly percent: string | null;
  readonly sum: string | null;
  readonly difference: string | null;
  /** The finding as one Vietnamese sentence. */
  readonly message: string;
};

const nothing = { percent: null, sum: null, difference: null } as const;

/** A number as administrative papers write it: whole numbers below 10 with a zero before. */
export function writtenNumber(value: string): string {
  const text = vietnameseNumber(value);
  return /^\d$/.test(text) ? `0${text}` : text;
}

/**
 * Recomputes what a unit declared: the percentage to two decimals, or the sum of the parts.
 *
 * A stated percentage is consistent when it is the exact one rounded, or cut off, at the decimals it is stated with:
 * reports do both, and neither is an error.
 *
 * @example
 * recompute({ kind: 'ratio', numerator: '7', denominator: '21', parts: [], statedPercent: '30' }).message
 * // '07/21 là 33,33 %, văn bản ghi 30 %.'
 */
export function recompute(figure: DeclaredFigure): Recomputation {
  if (figure.kind === 'sum') return recomputeSum(figure);
  if (figure.kind === 'count')
    return { ...nothing, verdict: 'not_computable', code: 'count_only', message: 'Số đếm, không có phép tính để đối chiếu.' };
  return recomputeRatio(figure);
}

function recomputeRatio({ numerator, denominator, statedPercent }: DeclaredFigure): Recomputation {
  if (numerator === null || denominator === null) {
    const message =
      statedPercent === null
        ? 'Thiếu tử số hoặc mẫu số nên chưa tính lại được.'
        : `Văn bản ghi ${writtenPercent(statedPercent)} nhưng thiếu tử số hoặc mẫu số nên chưa tính lại được.`;
    return { ...nothing, verdict: 'not_computable', code: 'operands_missing', message };
  }
  const ratio = `${writtenNumber(numerator)}/${writtenNumber(denominator)}`;
  const percent = percentOf(numerator, denominator, 2);
  if (percent === null)
    return { ...nothing, verdict: 'not_computable', code: 'base_zero', message: `${ratio}: mẫu số bằng 0 nên không có tỷ lệ.` };
  const result = { ...nothing, percent };
  if (statedPercent === null)
    return {
      ...result,
      verdict: 'consistent',
      code: 'percent_not_stated',
      message: `${ratio} là ${writtenPercent(percent)}; văn bản không ghi tỷ lệ.`,
    };
  if (isRoundedOrCut(numerator, denominator, statedPercent)) {
    return {
      ...result,
      verdict: 'consistent',
      code: 'percent_agrees',
      message: `${ratio} là ${writtenPercent(percent)}, khớp với ${writtenPercent(statedPercent)} của văn bản.`,
    };
  }
  return {
    ...result,
    difference: subtract(statedPercent, percent),
    verdict: 'inconsistent',
    code: 'percent_mismatch',
    message: `${ratio} là ${writtenPercent(percent)}, văn bản ghi ${writtenPercent(statedPercent)}.`,
  };
}

function recomputeSum({ numerator, parts }: DeclaredFigure): Recomputation {
  if (parts.length < 2 || numerator === null)
    return { ...nothing, verdict: 'not_computable', code: 'operands_missing', message: 'Thiếu tổng hoặc các phần nên chưa cộng lại được.' };
  const sum = parts.map((part) => part.value).reduce(add, '0');
  const difference = subtract(numerator, sum);
  const addition = `${parts.map((part) => writtenNumber(part.value)).join(' + ')} = ${writtenNumber(sum)}`;
  if (isZero(difference))
    return {
      percent: null,
      sum,
      difference: '0',
      verdict: 'consistent',
      code: 'sum_agrees',
      message: `${addition}, khớp với tổng của văn bản.`,
    };
  return {
    percent: null,
    sum,
    difference,
    verdict: 'inconsistent',
    code: 'sum_mismatch',
    message: `${addition}, văn bản ghi tổng ${writtenNumber(numerator)}.`,
  };
}

/** "33,33 %" */
export function writtenPercent(percent: string): string {
  return `${vietnameseNumber(percent)} %`;
}

/**
 * Whether `stated` is the exact percentage of the two numbers, rounded half up or cut off at the decimals it has:
 * half a unit of the last decimal above it, or less than a whole unit below.
 */
export function isRoundedOrCut(numerator: string, denominator: string, stated: string): boolean {
  const [n, d, s] = [decimal(numerator), decimal(denominator), decimal(stated)];
  if (d.digits === 0n) return false;
  // x = 100·n/d lies in [s − u/2, s + u) with u = 10^-decimals; both sides multiplied by 2·d·10^scale.
  const scale = Math.max(n.scale, d.scale, s.scale);
  const [top, bottom, mark] = [lift(n, scale) * 200n * 10n ** BigInt(s.scale), lift(d, scale), s.digits];
  return top >= (2n * mark - 1n) * bottom && top < (2n * mark + 2n) * bottom;
}

type Decimal = { readonly digits: bigint; readonly scale: number };

function decimal(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal number: ${text}`);
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2]}${fraction}`);
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length };
}

const lift = (value: Decimal, scale: number): bigint => value.digits * 10n ** BigInt(scale - value.scale);

function combine(a: string, b: string, sign: 1n | -1n): string {
  const [left, right] = [decimal(a), decimal(b)];
  const scale = Math.max(left.scale, right.scale);
  const total = lift(left, scale) + sign * lift(right, scale);
  const digits = (total < 0n ? -total : total).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${total < 0n ? '-' : ''}${digits.slice(0, cut)}${scale > 0 ? `.${digits.slice(cut)}` : ''}`;
}

const add = (a: string, b: string): string => combine(a, b, 1n);
const subtract = (a: string, b: string): string => combine(a, b, -1n);
const isZero = (text: string): boolean => !/[1-9]/.test(text);

/** How the team's own count differs from the declared one; null where the team has not counted. */
export function compareCounts(
  declared: { readonly numerator: string | null; readonly denominator: string | null },
  counted: { readonly numerator: string; readonly denominator: string | null } | null,
): { readonly agrees: boolean; readonly numeratorDifference: string | null; readonly percent: string | null } | null {
  if (counted === null) return null;
  const numeratorDifference = declared.numerator === null ? null : subtract(counted.numerator, declared.numerator);
  const denominatorDifference =
    declared.denominator === null || counted.denominator === null ? '0' : subtract(counted.denominator, declared.denominator);
  const agrees = numeratorDifference !== null && isZero(numeratorDifference) && isZero(denominatorDifference);
  return {
    agrees,
    numeratorDifference,
    percent: counted.denominator === null ? null : percentOf(counted.numerator, counted.denominator, 2),
  };
}

/** Where a figure stands after everything that is known of it; `not_counted` is a number that nobody counted again. */
export const figureStatuses = ['consistent', 'inconsistent', 'unclear', 'not_computable', 'not_counted'] as const;
export type FigureStatus = (typeof figureStatuses)[number];

/**
 * The standing of a figure, the same on screens and in papers: a calculation that is wrong stays wrong, else the team's
 * own count decides, else a question to the unit stays open.
 */
export function figureStatus(
  kind: FigureKind,
  { verdict, code }: Pick<Recomputation, 'verdict' | 'code'>,
  comparison: { readonly agrees: boolean } | null,
): FigureStatus {
  if (verdict === 'inconsistent') return 'inconsistent';
  if (comparison !== null) return comparison.agrees ? 'consistent' : 'inconsistent';
  if (verdict === 'unclear') return 'unclear';
  if (verdict === 'consistent') return code === 'percent_not_stated' ? 'not_counted' : 'consistent';
  return kind === 'count' ? 'not_counted' : 'not_computable';
}
