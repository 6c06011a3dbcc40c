// SPDX-License-Identifier: Apache-2.0
import { vietnameseDay } from '#kernel/dates';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { differenceOf, readDecimal } from './decimal.ts';
import type { OriginInUse } from './figure.ts';
import { figureValue, type IndicatorContent, type Parts } from './indicator.ts';
import type { Period } from './period.ts';

/** All that the sentence of a figure rests on. */
export type FigureFacts = {
  readonly indicator: Pick<IndicatorContent, 'name' | 'kind' | 'unitOfMeasure' | 'numerator' | 'denominator' | 'scale' | 'decimals'>;
  readonly unitName: string;
  readonly period: Pick<Period, 'kind' | 'name' | 'from' | 'to'>;
  readonly inUse: (Parts & { readonly origin: OriginInUse; readonly parts: number }) | null;
  /** What the unit's own work gives where an official value is in use. */
  readonly own: Parts | null;
  /** Who published the official value, and where it stands. */
  readonly published: { readonly issuer: string; readonly citation: string } | null;
  /** Who recorded it and when, as written; null for a figure that the program computed. */
  readonly recorded: { readonly by: string; readonly at: string; readonly countedAgainAt?: string } | null;
  /** Name of the file and row of an imported value. */
  readonly imported: { readonly fileName: string; readonly row: number } | null;
};

/** A value with its unit of measure, as documents print it: `98,77 %`, `64 hồ sơ`. */
export function writtenValue(indicator: Pick<IndicatorContent, 'unitOfMeasure'>, value: string): string {
  return `${vietnameseNumber(value)} ${indicator.unitOfMeasure}`;
}

/** How the value follows from its parts: `5.126 ÷ 5.190 × 100 = 98,77 %`. */
export function formulaOf(indicator: FigureFacts['indicator'], parts: Parts): string | null {
  const value = figureValue(indicator, parts);
  if (parts.numerator === null) return null;
  const times = indicator.scale === '1' ? '' : ` × ${vietnameseNumber(indicator.scale)}`;
  if (indicator.kind === 'count')
    return value === null
      ? null
      : times === ''
        ? writtenValue(indicator, value)
        : `${vietnameseNumber(parts.numerator)}${times} = ${writtenValue(indicator, value)}`;
  if (parts.denominator === null) return null;
  const fraction = `${vietnameseNumber(parts.numerator)} ÷ ${vietnameseNumber(parts.denominator)}${times}`;
  return value === null
    ? `${fraction} không có giá trị vì mẫu số bằng 0`
    : `${fraction} ${isExact(indicator, parts, value) ? '=' : '≈'} ${writtenValue(indicator, value)}`;
}

/** Whether the printed value is the quotient itself and not a rounded one. */
function isExact(indicator: FigureFacts['indicator'], parts: Parts, value: string): boolean {
  const [top, bottom, scale, printed] = [parts.numerator ?? '', parts.denominator ?? '', indicator.scale, value].map(readDecimal);
  if (!top || !bottom || !scale || !printed) return false;
  const left = top.digits * scale.digits * 10n ** BigInt(printed.scale + bottom.scale);
  return left === printed.digits * bottom.digits * 10n ** BigInt(top.scale + scale.scale);
}

/**
 * One sentence that says what a figure is, how its value follows from its numbers, and where these come from. It uses no
 * number that is not in the facts.
 *
 * @example
 * explainFigure(facts)
 * // 'Tỷ lệ hồ sơ đúng hạn của UBND huyện Điện Biên, quý III/2022 (01/7/2022 – 30/9/2022): 98 ÷ 100 × 100 = 98 %, do hệ thống tính.'
 */
export function explainFigure(facts: FigureFacts): string {
  const { indicator, unitName, period, inUse } = facts;
  const span = period.kind === 'days' ? '' : ` (${vietnameseDay(period.from)} – ${vietnameseDay(period.to)})`;
  const head = `${indicator.name} của ${unitName}, ${period.name}${span}`;
  if (!inUse) return `${head}: chưa có số.`;
  const formula = formulaOf(indicator, inUse) ?? 'chưa đủ số để tính';
  return `${head}: ${formula}, ${sourceWords(facts, inUse)}.`;
}

function sourceWords(facts: FigureFacts, { origin, parts }: NonNullable<FigureFacts['inUse']>): string {
  const again = facts.recorded?.countedAgainAt ? `, phần đếm từ dữ liệu gốc tính lại lúc ${facts.recorded.countedAgainAt}` : '';
  const recorded = facts.recorded ? ` ${facts.recorded.by} ghi lúc ${facts.recorded.at}${again}` : '';
  switch (origin) {
    case 'computed':
      return `do hệ thống tính từ dữ liệu gốc${facts.recorded ? ` lúc ${facts.recorded.at}` : ''}`;
    case 'entered':
      return `số nhập tay,${recorded || ' chưa rõ người ghi'}`;
    case 'imported':
      return facts.imported
        ? `nạp từ tệp ${facts.imported.fileName} dòng ${facts.imported.row},${recorded || ' chưa rõ người ghi'}`
        : `nạp từ tệp,${recorded || ' chưa rõ người ghi'}`;
    case 'summed':
      return `là tổng của ${vietnameseNumber(parts)} đơn vị (cộng tử số với tử số, mẫu số với mẫu số)`;
    case 'official':
      return `theo số do ${facts.published?.issuer ?? 'cơ quan khác'} công bố${facts.published ? ` (${facts.published.citation})` : ''}${comparison(facts)}`;
  }
}

function comparison({ indicator, own, inUse }: FigureFacts): string {
  const mine = own ? figureValue(indicator, own) : null;
  const theirs = inUse ? figureValue(indicator, inUse) : null;
  if (mine === null || theirs === null) return '';
  const difference = differenceOf(theirs, mine);
  if (difference === '0') return '; số của đơn vị cũng vậy';
  return `; số của đơn vị là ${writtenValue(indicator, mine)}, chênh lệch ${writtenValue(indicator, difference)}`;
}
