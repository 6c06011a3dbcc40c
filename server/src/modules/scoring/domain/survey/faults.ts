// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../wording/numbers.ts';

/** What is wrong with a file of answers, by its place as a spreadsheet program shows it. */
export type SurveyFault = {
  readonly row: number | null;
  readonly column: string | null;
  readonly reason: SurveyFaultReason;
  readonly value: string;
};

export const surveyFaultReasons = [
  'columns_missing',
  'column_unknown',
  'column_twice',
  'group_unknown',
  'unit_unknown',
  'item_unknown',
  'answer_unknown',
  'count_wrong',
  'row_twice',
  'too_few',
  'empty',
] as const;
export type SurveyFaultReason = (typeof surveyFaultReasons)[number];

const words: Readonly<Record<SurveyFaultReason, { readonly vi: string; readonly en: string }>> = {
  columns_missing: {
    vi: 'Thiếu cột {value}. Cần cột «Nhóm», «Đơn vị» và, hoặc mỗi mục một cột (mỗi dòng một phiếu), hoặc cột «Mục» cùng mỗi phương án một cột số lượt.',
    en: 'The column {value} is missing. Needed are "Nhóm", "Đơn vị", and either a column for each item (a row is a sheet) or "Mục" with a column of counts for each answer.',
  },
  column_unknown: {
    vi: 'Cột «{value}» không phải mục hay phương án trả lời của đợt. Bỏ cột này; nếu là tên, số điện thoại hay giấy tờ của người trả lời thì không được nạp.',
    en: 'The column "{value}" is neither an item nor an answer of the round. Remove it; names and numbers of respondents must not be read in.',
  },
  column_twice: { vi: 'Cột «{value}» có hai lần. Giữ một cột.', en: 'The column "{value}" is there twice.' },
  group_unknown: {
    vi: 'Nhóm «{value}» chưa khai trong đợt. Khai nhóm người trả lời hoặc sửa mã nhóm.',
    en: 'The group "{value}" is not one of the round. Add it or correct the code.',
  },
  unit_unknown: { vi: 'Không có đơn vị «{value}» trong đợt. Dùng mã hoặc tên đơn vị.', en: 'There is no unit "{value}" in the round.' },
  item_unknown: {
    vi: 'Mục «{value}» không phải mục điều tra xã hội học của đơn vị này.',
    en: 'The item "{value}" is not one that is surveyed for this unit.',
  },
  answer_unknown: {
    vi: 'Phương án «{value}» không có trong bộ tiêu chí của mục.',
    en: 'The answer "{value}" is not one of the item in the criteria set.',
  },
  count_wrong: { vi: 'Số lượt «{value}» không phải số nguyên từ 0.', en: 'The count "{value}" is no whole number from 0.' },
  row_twice: {
    vi: 'Nhóm, đơn vị và mục này đã có ở dòng trước ({value}).',
    en: 'This group, unit and item stand in an earlier row already ({value}).',
  },
  too_few: {
    vi: '{value}: dưới 5 lượt trả lời nên có thể nhận ra người trả lời. Thu thêm phiếu hoặc bỏ mục này của đơn vị.',
    en: '{value}: fewer than 5 answers, so that respondents could be recognised. Collect more or leave the item out.',
  },
  empty: { vi: 'Tệp không có dòng trả lời nào.', en: 'The file has no answers.' },
};

/** The fault as a sentence: what is wrong and what to do. */
export function surveyFaultSentence({ reason, value }: SurveyFault, language: Language): string {
  return words[reason][language].replace('{value}', () => value);
}
