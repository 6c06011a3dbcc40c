// SPDX-License-Identifier: Apache-2.0
import type { Finding, FindingCode } from './finding.ts';

const SENTENCES: Readonly<Record<FindingCode, string>> = {
  percent_agrees: '{numerator}/{denominator} là {recomputed} %, khớp với {stated} % của văn bản.',
  percent_mismatch: '{numerator}/{denominator} là {recomputed} %, văn bản ghi {stated} %.',
  percent_condition:
    '{numerator}/{denominator} là {recomputed} %; mức {stated} % có thể là điều kiện chứ không phải tỷ lệ này, đề nghị xem lại.',
  percent_without_base: 'Văn bản ghi {numerator} chiếm {stated} % nhưng không in tổng số, chưa tính lại được.',
  percent_without_operands: 'Văn bản ghi {stated} % nhưng không in tử số và mẫu số, chưa tính lại được.',
  ratio_without_percent: '{numerator}/{denominator} là {recomputed} %; văn bản không ghi tỷ lệ để đối chiếu.',
  sum_agrees: '{parts} = {sum}, khớp với tổng {total}.',
  sum_agrees_rounded: '{parts} cộng lại khớp với tổng {total} trong phạm vi làm tròn của các số đã in.',
  sum_exceeds_total: '{parts} = {sum}, lớn hơn tổng {total} của văn bản.',
  sum_differs_from_total: '{parts} = {sum}, văn bản ghi tổng {total}.',
  sum_falls_short: '{parts} = {sum}, còn thiếu {difference} so với tổng {total}; đề nghị làm rõ phần chưa nêu.',
  class_equals_the_others:
    '{rest} = {whole}, nên {whole}, {restList} không thể là ba nhóm riêng. Một cách hiểu: {whole} là tổng số đã giải quyết chứ không phải số “{wholeName}”; cách hiểu khác: {odd} kia không phải “{oddName}” mà trả đúng ngày hẹn. Đề nghị làm rõ.',
  growth_agrees: 'Từ {before} đến {after} là {direction} {recomputed} %, khớp với {stated} % của văn bản.',
  growth_mismatch: 'Từ {before} đến {after} là {direction} {recomputed} %, văn bản ghi {stated} %.',
  growth_without_base: 'Văn bản ghi {direction} {stated} % nhưng không in số của kỳ trước, chưa tính lại được.',
  change_agrees: 'Từ {before} đến {after} là {direction} {recomputed}, khớp với {stated} của văn bản.',
  change_mismatch: 'Từ {before} đến {after} là {direction} {recomputed}, văn bản ghi {stated}.',
};

/** Each sentence cut at its places: text, name, text, name, … */
const PARTS = new Map(Object.entries(SENTENCES).map(([code, sentence]) => [code, sentence.split(/[{}]/)]));

/** A finding with its sentence. */
export type Worded = { readonly finding: Finding; readonly message: string };

/** A long list repeats its numbers: claims that say the same share one finding and one sentence. */
export function createWording(): (finding: Finding) => Worded {
  const known = new Map<string, Worded>();
  return (finding) => {
    let key: string = finding.code;
    for (const name in finding.params) key += `|${finding.params[name] ?? ''}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    if (known.size >= MOST_KNOWN) known.clear();
    const worded = { finding, message: wordFinding(finding) };
    known.set(key, worded);
    return worded;
  };
}

const MOST_KNOWN = 2_000;

/** The Vietnamese sentence of a finding. */
export function wordFinding(finding: Finding): string {
  const parts = PARTS.get(finding.code) ?? [];
  let sentence = '';
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? '';
    sentence += i % 2 === 0 ? part : (finding.params[part] ?? '');
  }
  return sentence;
}
