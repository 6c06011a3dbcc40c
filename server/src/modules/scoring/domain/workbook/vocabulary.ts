// SPDX-License-Identifier: Apache-2.0
import { type ReformField, reformFieldNames } from '#kernel/reform-fields';
import type { Conventions, NodeKind, ScoringMethod, SetLevel } from '../criteria/criteria-set.ts';
import type { ExcessOutcome, RuleKind, ZeroOutcome } from '../criteria/rule.ts';

/** Words by which a workbook says a value; the code itself is understood too. */
export type Words<T extends string> = Readonly<Record<T, string>>;

export const levelWords: Words<SetLevel> = { commune: 'Cấp xã', department: 'Cơ quan chuyên môn cấp tỉnh', district: 'Cấp huyện' };

export const kindWords: Words<NodeKind> = {
  field: 'Lĩnh vực',
  criterion: 'Tiêu chí',
  sub_criterion: 'Tiêu chí thành phần',
  bonus: 'Điểm thưởng',
  deduction: 'Điểm trừ',
};

export const methodWords: Words<ScoringMethod> = {
  self: 'Tự chấm',
  system: 'Hệ thống tính',
  appraisal: 'Thẩm định chấm',
  survey: 'Điều tra xã hội học',
  leader: 'Lãnh đạo chấm',
};

export const ruleWordsOfKind: Words<RuleKind> = {
  sum: 'Tổng các mục con',
  options: 'Chọn phương án',
  rate_bands: 'Theo khoảng tỷ lệ',
  amount_bands: 'Theo khoảng số lượng',
  proportional: 'Theo tỷ lệ',
  threshold_linear: 'Theo tỷ lệ, đạt ngưỡng được trọn điểm',
  floor_proportional: 'Theo tỷ lệ, dưới sàn được 0',
  per_case_deduction: 'Trừ theo trường hợp',
  per_case_bonus: 'Cộng theo trường hợp',
  flat_deduction: 'Trừ một lần',
  survey_mean: 'Trung bình khảo sát',
  leader_score: 'Điểm lãnh đạo cho',
};

export const zeroWords: Words<ZeroOutcome> = { full: 'Trọn điểm', zero: '0 điểm', not_applicable: 'Không áp dụng' };
export const excessWords: Words<ExcessOutcome> = { cap: 'Tính 100 %', refuse: 'Không nhận' };
export const reformFieldWords: Words<ReformField> = reformFieldNames;
export const yesNoWords: Words<'true' | 'false'> = { true: 'Có', false: 'Không' };
export const certaintyWords: Words<'official' | 'template'> = {
  official: 'Bảng chính thức',
  template: 'Mẫu, không phải bảng chính thức',
};

export const roundingWords: Words<Conventions['rounding']> = {
  half_up: 'Nửa lên',
  half_even: 'Nửa về số chẵn',
  truncate: 'Cắt bỏ',
};
export const roundAtWords: Words<Conventions['roundAt']> = { items: 'Từng mục chấm điểm', total: 'Chỉ ở tổng điểm' };
export const notApplicableWords: Words<Conventions['notApplicable']> = {
  rescale: 'Quy về điểm tối đa',
  share: 'Tính trên điểm tối đa của các mục áp dụng',
  refuse: 'Không có mục không áp dụng',
};
export const aboveMaximumWords: Words<Conventions['aboveMaximum']> = { cap: 'Không vượt điểm tối đa', keep: 'Được vượt điểm tối đa' };
export const compareByWords: Words<Conventions['compareBy']> = { shown: 'Chỉ số đã làm tròn', exact: 'Chỉ số chính xác' };

/** The value that a cell says, by word or code, letter case and outer spaces aside. */
export function saidValue<T extends string>(words: Words<T>, text: string): T | undefined {
  const said = text.trim().normalize('NFC').toLowerCase();
  for (const value of Object.keys(words) as T[])
    if (value.toLowerCase() === said || words[value].normalize('NFC').toLowerCase() === said) return value;
  return undefined;
}

/** All words of a value, for the sentence that asks for one of them. */
export function choiceOf<T extends string>(words: Words<T>): string {
  return (Object.keys(words) as T[]).map((value) => `"${words[value]}"`).join(', ');
}
