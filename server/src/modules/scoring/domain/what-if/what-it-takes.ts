// SPDX-License-Identifier: Apache-2.0
import { decimal } from '../arithmetic/decimal.ts';
import { compare, difference, type Fraction, zero } from '../arithmetic/fraction.ts';
import { plainDecimal } from '../criteria/checked-number.ts';
import type { CriteriaNode } from '../criteria/criteria-set.ts';
import type { ItemInput } from '../engine/input.ts';
import { type Language, printed } from '../wording/numbers.ts';

/** What has to happen for a step, as a sentence: so many more of what the numerator counts, an option, fewer cases. */
export function whatItTakes({ rule }: Pick<CriteriaNode, 'rule'>, now: ItemInput | null, then: ItemInput, language: Language): string {
  const vi = language === 'vi';
  const n = (text: string): string => printed(text, language);
  if (then.kind === 'ratio' && 'ratio' in rule) {
    const { numerator, denominator } = rule.ratio;
    if (now?.kind !== 'ratio')
      return vi
        ? `Đạt ${n(then.numerator)} % («${numerator}» trên «${denominator}»).`
        : `Reach ${n(then.numerator)} % ("${numerator}" of "${denominator}").`;
    return `${changed(`«${numerator}»`, now.numerator, then.numerator, language)} ${vi ? 'trên' : 'of'} ${n(then.denominator)}.`;
  }
  if (then.kind === 'amount' && rule.kind === 'amount_bands')
    return now?.kind === 'amount'
      ? `${changed(`«${rule.amount}»`, now.amount, then.amount, language)}.`
      : `«${rule.amount}»: ${n(then.amount)}.`;
  if (then.kind === 'cases' && (rule.kind === 'per_case_bonus' || rule.kind === 'per_case_deduction'))
    return now?.kind === 'cases' ? `${changed(`«${rule.unit}»`, now.cases, then.cases, language)}.` : `«${rule.unit}»: ${n(then.cases)}.`;
  if (then.kind === 'option' && rule.kind === 'options') {
    const label = rule.options.find(({ code }) => code === then.option)?.label ?? then.option;
    return vi ? `Đạt mức «${label}».` : `Reach "${label}".`;
  }
  if (then.kind === 'happened' && rule.kind === 'flat_deduction')
    return vi ? `Không để xảy ra: ${rule.condition}.` : `Avoid: ${rule.condition}.`;
  if (then.kind === 'answers') {
    const [answer = ''] = Object.keys(then.counts);
    return vi ? `Mọi người trả lời chọn phương án ${answer}.` : `Everybody who answers chooses ${answer}.`;
  }
  if (then.kind === 'points') return vi ? `Lãnh đạo chấm ${n(then.points)} điểm.` : `The leader gives ${n(then.points)} points.`;
  return '';
}

function changed(name: string, from: string, to: string, language: Language): string {
  const change = difference(numberOf(to), numberOf(from));
  const isMore = compare(change, zero) > 0;
  const size = printed(plainDecimal(isMore ? change : difference(zero, change)), language);
  const [first, last] = [printed(from, language), printed(to, language)];
  if (language === 'vi') return `Cần ${isMore ? 'thêm' : 'bớt'} ${size} ${name}: từ ${first} ${isMore ? 'lên' : 'xuống'} ${last}`;
  return `${size} ${isMore ? 'more' : 'fewer'} of ${name}: from ${first} to ${last}`;
}

function numberOf(text: string): Fraction {
  return decimal(text) ?? zero;
}
