// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft, Verdict } from '../claim.ts';
import { type Decimal, formatFixed, formatVietnamese, toNumber } from '../decimal.ts';
import type { Finding, FindingCode } from '../finding.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import type { Joint } from './joint-numerators.ts';
import { recompute, recomputeFor } from './judge.ts';

/** A share with its printed percent, judged. */
export function draftShare(reading: Reading, numerator: Figure, base: Figure, percent: Figure, verdict: Verdict): ClaimDraft {
  const code: FindingCode =
    verdict === 'consistent' ? 'percent_agrees' : verdict === 'inconsistent' ? 'percent_mismatch' : 'percent_condition';
  return {
    kind: numerator.baseIndex === base.index ? 'ratio' : 'percent_of_total',
    ...spanOf(reading, numerator, percent),
    ...operandsOf(numerator, base),
    statedPercent: toNumber(percent.value),
    recomputedPercent: toNumber(recompute(numerator.value, base.value)),
    verdict,
    finding: {
      code,
      params: {
        numerator: printed(reading, numerator),
        denominator: printed(reading, base),
        recomputed: formatVietnamese(recomputeFor(numerator.value, base.value, percent.decimals)),
        stated: formatFixed(percent.value),
      },
    },
  };
}

/** A percent of several counts taken together. */
export function draftJoint(
  reading: Reading,
  { parts, base, sum: added }: Joint,
  percent: Figure,
  verdict: Verdict = 'consistent',
): ClaimDraft {
  const [first] = parts;
  const last = parts[parts.length - 1];
  const whole = first === undefined || last === undefined ? percent : { ...last, start: first.start, value: added };
  const draft = draftShare(reading, whole, base, percent, verdict);
  const params = { ...draft.finding.params, numerator: `(${parts.map((part) => printed(reading, part)).join(' + ')})` };
  return { ...draft, finding: { ...draft.finding, params } };
}

/** Amounts keep the unit that both are printed in: 80,7 tỷ đồng of 174,7 tỷ đồng is 80.7/174.7, so is "312,6/402 triệu m3". */
export function operandsOf(numerator: Figure, base: Figure): { readonly numerator: number; readonly denominator: number } {
  const isMoney = numerator.group === 'money' || base.group === 'money';
  const isShared = numerator.baseIndex === base.index && numerator.after === numerator.at + 1;
  const unit = (isMoney || isShared) && numerator.multiplier === base.multiplier ? base.multiplier : 0;
  return { numerator: inPrintedUnit(numerator, unit), denominator: inPrintedUnit(base, unit) };
}

const inPrintedUnit = (figure: Figure, exponent: number): number =>
  toNumber({ units: figure.value.units, scale: figure.value.scale + exponent });

/** A share whose total is not printed. */
export function draftWithoutBase(reading: Reading, numerator: Figure, percent: Figure): ClaimDraft {
  return {
    kind: 'percent_of_total',
    ...spanOf(reading, numerator, percent),
    numerator: inPrintedUnit(numerator, numerator.group === 'money' ? numerator.multiplier : 0),
    denominator: null,
    statedPercent: toNumber(percent.value),
    recomputedPercent: null,
    verdict: 'undecidable',
    finding: { code: 'percent_without_base', params: { numerator: printed(reading, numerator), stated: formatFixed(percent.value) } },
  };
}

/** A percent that stands alone. */
export function draftAlone(percent: Figure): ClaimDraft {
  const finding: Finding = { code: 'percent_without_operands', params: { stated: formatFixed(percent.value) } };
  return {
    kind: 'other',
    start: percent.start,
    end: percent.end,
    numerator: null,
    denominator: null,
    statedPercent: toNumber(percent.value),
    recomputedPercent: null,
    verdict: 'undecidable',
    finding,
  };
}

/** A change whose earlier value is not printed. */
export function draftOpenChange(percent: Figure, change: 'increase' | 'decrease'): ClaimDraft {
  const params = { direction: directionWord(change), stated: formatFixed(percent.value) };
  return {
    kind: 'growth',
    start: percent.start,
    end: percent.end,
    numerator: null,
    denominator: null,
    statedPercent: toNumber(percent.value),
    recomputedPercent: null,
    change,
    verdict: 'undecidable',
    finding: { code: 'growth_without_base', params },
  };
}

export const directionWord = (change: 'increase' | 'decrease'): string => (change === 'increase' ? 'tăng' : 'giảm');

/** A fraction to which no percent belongs. */
export function draftRatio(reading: Reading, numerator: Figure, base: Figure): ClaimDraft {
  return {
    kind: 'ratio',
    start: numerator.start,
    end: base.end,
    numerator: toNumber(numerator.value),
    denominator: toNumber(base.value),
    statedPercent: null,
    recomputedPercent: toNumber(recompute(numerator.value, base.value)),
    verdict: 'undecidable',
    finding: {
      code: 'ratio_without_percent',
      params: {
        numerator: printed(reading, numerator),
        denominator: printed(reading, base),
        recomputed: formatVietnamese(recomputeFor(numerator.value, base.value, 2)),
      },
    },
  };
}

/** A sum with its figures: an agreeing one proves the total of its parts. */
export type JudgedSum = { readonly draft: ClaimDraft; readonly parts: readonly Figure[]; readonly total: Figure };

/** Parts against a total. */
export function draftSum(
  reading: Reading,
  parts: readonly Figure[],
  total: Figure,
  verdict: Verdict,
  finding: { readonly code: FindingCode; readonly sum: Decimal; readonly difference: Decimal },
): JudgedSum {
  const all = [...parts, total];
  const start = Math.min(...all.map((figure) => figure.start));
  const end = Math.max(...all.map((figure) => figure.end));
  const draft: ClaimDraft = {
    kind: 'sum',
    start,
    end,
    numerator: toNumber(finding.sum),
    denominator: toNumber(total.value),
    statedPercent: null,
    recomputedPercent: null,
    parts: parts.map((part) => toNumber(part.value)),
    total: toNumber(total.value),
    verdict,
    finding: {
      code: finding.code === 'sum_agrees' && finding.difference.units !== 0n ? 'sum_agrees_rounded' : finding.code,
      params: {
        parts: parts.map((part) => printed(reading, part)).join(' + '),
        sum: formatIn(all, finding.sum),
        total: printed(reading, total),
        difference: formatIn(all, finding.difference),
      },
    },
  };
  return { draft, parts, total };
}

const UNIT_WORDS: ReadonlyMap<number, string> = new Map([
  [3, ' nghìn'],
  [6, ' triệu'],
  [9, ' tỷ'],
]);

/** A sum in the unit that all its figures are printed in: "800 tỷ". */
function formatIn(figures: readonly Figure[], { units, scale }: Decimal): string {
  const exponent = figures.every((figure) => figure.multiplier === figures[0]?.multiplier) ? (figures[0]?.multiplier ?? 0) : 0;
  const word = UNIT_WORDS.get(exponent);
  return word === undefined ? formatVietnamese({ units, scale }) : `${formatVietnamese({ units, scale: scale + exponent })}${word}`;
}

/** A figure as the report prints it: "07", "4,52 ngàn". */
export const printed = (reading: Reading, figure: Figure): string =>
  reading.text.slice(figure.start, figure.baseIndex >= 0 ? tokenAt(reading.tokens, figure.after - 1).end : figure.end);

/** From the first operand to the last, with the noun phrase and a closing parenthesis. */
function spanOf(reading: Reading, numerator: Figure, percent: Figure): { readonly start: number; readonly end: number } {
  const [first, last] = numerator.index < percent.index ? [numerator, percent] : [percent, numerator];
  const lastToken = last === numerator ? Math.max(last.phraseEnd, last.after) : last.after;
  const closing = tokenAt(reading.tokens, lastToken);
  const isClosed = closing.low === ')' && reading.structure.scope[lastToken] !== first.scope;
  return { start: first.start, end: isClosed ? closing.end : Math.max(last.end, tokenAt(reading.tokens, lastToken - 1).end) };
}
