// SPDX-License-Identifier: Apache-2.0
import { scaledText } from '../arithmetic/decimal.ts';
import { fractionText } from '../arithmetic/fraction.ts';
import type { Conventions, CriteriaNode } from '../criteria/criteria-set.ts';
import type { ItemInput } from '../engine/input.ts';
import type { CompiledItem } from '../engine/item.ts';
import type { ItemResult, ScoreStep } from '../engine/result.ts';
import { equalPercent, type Language, printed, printedFraction } from './numbers.ts';
import { rangeWords } from './rule-words.ts';

/** Points of an item with the steps that lead to them, as data and as a sentence. */
export type Explanation = { readonly result: ItemResult; readonly steps: readonly ScoreStep[]; readonly sentence: string };

/**
 * Scores one item and tells how.
 *
 * @throws AppError what the rule refuses, see `scoreUnit`
 */
export function explainItem(item: CompiledItem, conventions: Conventions, input: ItemInput | undefined, language: Language): Explanation {
  const steps: ScoreStep[] = [];
  const { outcome, printed: points, exact } = item.score(input, steps);
  const result = { code: item.node.code, outcome, points: scaledText(points, conventions.decimals), exact: fractionText(exact) };
  return { result, steps, sentence: sentenceOf(item.node, result, steps, language) };
}

/** The steps of a result as one sentence. */
export function sentenceOf(
  node: CriteriaNode,
  { outcome, points }: Pick<ItemResult, 'outcome' | 'points'>,
  steps: readonly ScoreStep[],
  language: Language,
): string {
  const vi = language === 'vi';
  const told = steps.flatMap((step) => stepWords(step, node, language) ?? []);
  const lead = told.length > 0 ? `${told.join('; ')}; ` : '';
  if (outcome === 'missing') return vi ? 'Chưa có số liệu nên được 0 điểm.' : 'No input, so 0 points.';
  if (outcome === 'not_applicable') {
    const left = vi ? 'không áp dụng, không tính vào điểm tối đa' : 'not applicable, left out of the maximum';
    return capitalised(`${lead}${left}.`);
  }
  const of = node.kind === 'deduction' ? '' : `/${printed(node.maximum, language)}`;
  return capitalised(`${lead}${vi ? 'kết quả' : 'result'} ${printed(points, language)}${of} ${vi ? 'điểm' : 'points'}.`);
}

function stepWords(step: ScoreStep, node: CriteriaNode, language: Language): string | undefined {
  const vi = language === 'vi';
  const n = (text: string): string => printed(text, language);
  switch (step.step) {
    case 'chosen': {
      const label = node.rule.kind === 'options' ? node.rule.options.find(({ code }) => code === step.option)?.label : undefined;
      return vi ? `chọn "${label ?? step.option}": ${n(step.points)} điểm` : `chosen "${label ?? step.option}": ${n(step.points)}`;
    }
    case 'rate':
      return `${vi ? 'tỷ lệ' : 'rate'} ${n(step.numerator)}/${n(step.denominator)} ${equalPercent(step.rate, language, 100)}`;
    case 'rate_capped':
      return vi ? 'vượt 100 % nên tính là 100 %' : 'above 100 %, counted as 100 %';
    case 'nothing_to_divide_by':
      return vi ? 'không có gì để chia (mẫu số bằng 0)' : 'nothing to divide by (denominator 0)';
    case 'in_band': {
      const unit = node.rule.kind === 'rate_bands' ? ' %' : '';
      const band = 'bands' in node.rule ? node.rule.bands[step.band] : undefined;
      const range = band ? rangeWords(band, unit, language) : String(step.band + 1);
      return vi ? `thuộc khoảng ${range}: ${n(step.points)} điểm` : `in the band ${range}: ${n(step.points)}`;
    }
    case 'target':
    case 'floor':
      return thresholdWords(step, node, language);
    case 'cases':
      return `${n(step.cases)} × ${n(step.perCase)} = ${printedFraction(step.product, language)} ${vi ? 'điểm' : 'points'}${node.rule.kind === 'per_case_deduction' ? (vi ? ' bị trừ' : ' lost') : ''}`;
    case 'capped':
      return vi ? `tính tối đa ${printedFraction(step.to, language)}` : `at most ${printedFraction(step.to, language)}`;
    case 'happened':
      if (step.happened) return vi ? `có xảy ra: trừ ${n(step.points)} điểm` : `it happened: ${n(step.points)} off`;
      return vi ? 'không xảy ra: không trừ' : 'it did not happen: nothing off';
    case 'mean':
      return `${n(step.answers)} ${vi ? 'lượt trả lời, trung bình' : 'answers, mean'} ${equalPercent(step.percent, language, 1)}`;
    case 'given':
      return `${vi ? 'được cho' : 'given'} ${n(step.points)} ${vi ? 'điểm' : 'points'}`;
    case 'decided':
      return vi ? `được quyết định ${n(step.points)} điểm thay cho cách tính` : `${n(step.points)} decided in place of the rule`;
    case 'before_rounding':
      return step.points.includes('/') ? `${vi ? 'điểm chính xác' : 'exactly'} ${step.points}` : undefined;
    case 'rounded':
      return undefined;
  }
}

function thresholdWords(step: Extract<ScoreStep, { step: 'target' | 'floor' }>, node: CriteriaNode, language: Language): string {
  const vi = language === 'vi';
  const [percent, maximum] = [`${printed(step.percent, language)} %`, printed(node.maximum, language)];
  if (step.step === 'target') {
    if (step.reached) return vi ? `đạt mức ${percent} nên được trọn điểm` : `reaches ${percent}, so all points`;
    return vi ? `chưa đạt mức ${percent} nên tính ${maximum} × tỷ lệ / ${percent}` : `below ${percent}, so ${maximum} × rate / ${percent}`;
  }
  if (step.reached) return vi ? `không dưới mức ${percent} nên tính ${maximum} × tỷ lệ` : `not below ${percent}, so ${maximum} × rate`;
  return vi ? `dưới mức ${percent} nên được 0 điểm` : `below ${percent}, so nothing`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
