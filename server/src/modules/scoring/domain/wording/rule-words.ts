// SPDX-License-Identifier: Apache-2.0
import type { Band, DecimalText, Ratio, Rule, ZeroOutcome } from '../criteria/rule.ts';
import { type Language, printed } from './numbers.ts';

/**
 * The rule of an item as one sentence, for tables and documents.
 *
 * @example
 * ruleWords({ kind: 'leader_score', step: '0.25' }, '10', 'vi') // 'Lãnh đạo cho điểm từ 0 đến 10, theo bước 0,25'
 */
export function ruleWords(rule: Rule, maximum: DecimalText, language: Language): string {
  return language === 'vi' ? inVietnamese(rule, printed(maximum, 'vi')) : inEnglish(rule, maximum);
}

function inVietnamese(rule: Rule, maximum: string): string {
  const n = (text: string): string => printed(text, 'vi');
  switch (rule.kind) {
    case 'sum':
      return 'Tổng điểm các mục con';
    case 'options':
      return rule.options.map(({ label, points }) => `${label}: ${n(points)}`).join('; ');
    case 'rate_bands':
      return `${fractionOf(rule.ratio)}: ${rule.bands.map((band) => bandWords(band, ' %', 'vi')).join('; ')}${edges(rule.ratio, 'vi')}`;
    case 'amount_bands':
      return `${rule.amount}: ${rule.bands.map((band) => bandWords(band, '', 'vi')).join('; ')}`;
    case 'proportional':
      return `${maximum} × ${fractionOf(rule.ratio)}${edges(rule.ratio, 'vi')}`;
    case 'threshold_linear':
      return `Đạt từ ${n(rule.targetPercent)} % được ${maximum}; dưới mức đó ${maximum} × tỷ lệ / ${n(rule.targetPercent)} %, tỷ lệ = ${fractionOf(rule.ratio)}${edges(rule.ratio, 'vi')}`;
    case 'floor_proportional':
      return `Dưới ${n(rule.floorPercent)} % được 0; từ mức đó ${maximum} × tỷ lệ, tỷ lệ = ${fractionOf(rule.ratio)}${edges(rule.ratio, 'vi')}`;
    case 'per_case_deduction':
      return `Mỗi ${rule.unit} trừ ${n(rule.perCase)} điểm, trừ tối đa ${n(rule.most ?? maximum)}`;
    case 'per_case_bonus':
      return `Mỗi ${rule.unit} được ${n(rule.perCase)} điểm, tối đa ${n(rule.most ?? maximum)}`;
    case 'flat_deduction':
      return `${rule.condition}: trừ ${n(rule.points)} điểm`;
    case 'survey_mean':
      return `${maximum} × trung bình trả lời (${rule.answers.map(({ code, percent }) => `${code} = ${n(percent)} %`).join(', ')})${zeroWords(rule.whenZero, 'Không có phiếu', 'vi')}`;
    case 'leader_score':
      return `Lãnh đạo cho điểm từ 0 đến ${maximum}${rule.step === null ? '' : `, theo bước ${n(rule.step)}`}`;
  }
}

function inEnglish(rule: Rule, maximum: string): string {
  switch (rule.kind) {
    case 'sum':
      return 'Sum of the rows below';
    case 'options':
      return rule.options.map(({ label, points }) => `${label}: ${points}`).join('; ');
    case 'rate_bands':
      return `${fractionOf(rule.ratio)}: ${rule.bands.map((band) => bandWords(band, ' %', 'en')).join('; ')}${edges(rule.ratio, 'en')}`;
    case 'amount_bands':
      return `${rule.amount}: ${rule.bands.map((band) => bandWords(band, '', 'en')).join('; ')}`;
    case 'proportional':
      return `${maximum} × ${fractionOf(rule.ratio)}${edges(rule.ratio, 'en')}`;
    case 'threshold_linear':
      return `From ${rule.targetPercent} % on ${maximum}; below it ${maximum} × rate / ${rule.targetPercent} %, rate = ${fractionOf(rule.ratio)}${edges(rule.ratio, 'en')}`;
    case 'floor_proportional':
      return `Below ${rule.floorPercent} % 0; from there on ${maximum} × rate, rate = ${fractionOf(rule.ratio)}${edges(rule.ratio, 'en')}`;
    case 'per_case_deduction':
      return `${rule.perCase} points off for each ${rule.unit}, at most ${rule.most ?? maximum}`;
    case 'per_case_bonus':
      return `${rule.perCase} points for each ${rule.unit}, at most ${rule.most ?? maximum}`;
    case 'flat_deduction':
      return `${rule.condition}: ${rule.points} points off`;
    case 'survey_mean':
      return `${maximum} × mean answer (${rule.answers.map(({ code, percent }) => `${code} = ${percent} %`).join(', ')})${zeroWords(rule.whenZero, 'No answers', 'en')}`;
    case 'leader_score':
      return `A leader gives 0 to ${maximum}${rule.step === null ? '' : `, in steps of ${rule.step}`}`;
  }
}

/** A band in words: `trên 90 %: 2`. */
export function bandWords(band: Band, unit: string, language: Language): string {
  return `${rangeWords(band, unit, language)}: ${printed(band.points, language)}`;
}

/** The values of a band in words: `từ 70 % đến dưới 90 %`. */
export function rangeWords({ from, includesFrom, to, includesTo }: Band, unit: string, language: Language): string {
  const words =
    language === 'vi'
      ? {
          from: 'từ',
          above: 'trên',
          to: 'đến',
          below: 'đến dưới',
          onlyBelow: 'dưới',
          upTo: 'không quá',
          any: 'mọi giá trị',
          exactly: 'bằng',
        }
      : {
          from: 'from',
          above: 'above',
          to: 'to',
          below: 'to below',
          onlyBelow: 'below',
          upTo: 'at most',
          any: 'any value',
          exactly: 'exactly',
        };
  const n = (text: string): string => `${printed(text, language)}${unit}`;
  if (from !== null && from === to) return `${words.exactly} ${n(from)}`;
  if (from === null) return to === null ? words.any : `${includesTo ? words.upTo : words.onlyBelow} ${n(to)}`;
  const lower = `${includesFrom ? words.from : words.above} ${n(from)}`;
  return to === null
    ? `${lower}${language === 'vi' && includesFrom ? ' trở lên' : ''}`
    : `${lower} ${includesTo ? words.to : words.below} ${n(to)}`;
}

function fractionOf({ numerator, denominator }: Ratio): string {
  return `${numerator} / ${denominator}`;
}

function edges({ whenZero, whenAbove }: Ratio, language: Language): string {
  const capped = language === 'vi' ? '; vượt 100 % tính là 100 %' : '; above 100 % counts as 100 %';
  return `${zeroWords(whenZero, language === 'vi' ? 'Mẫu số bằng 0' : 'Denominator 0', language)}${whenAbove === 'cap' ? capped : ''}`;
}

const zeroOutcomeWords: Readonly<Record<ZeroOutcome, Readonly<Record<Language, string>>>> = {
  full: { vi: 'được trọn điểm', en: 'all points' },
  zero: { vi: 'được 0 điểm', en: 'no points' },
  not_applicable: { vi: 'không áp dụng', en: 'not applicable' },
};

function zeroWords(outcome: ZeroOutcome, when: string, language: Language): string {
  return `. ${when}: ${zeroOutcomeWords[outcome][language]}`;
}
