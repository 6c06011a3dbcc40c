// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What the survey of a round can refuse with. */
export const surveyErrors: ErrorCatalogue = {
  'scoring.survey_unreadable': {
    kind: 'invalid',
    vi: 'Không đọc được tệp này như bảng trả lời. Lưu lại dạng .xlsx hoặc .csv (UTF-8) rồi nạp lại; chưa có gì được ghi.',
    en: 'The file cannot be read as a table of answers. Save it as .xlsx or .csv (UTF-8) and send it again; nothing was kept.',
  },
  'scoring.survey_too_long': {
    kind: 'invalid',
    vi: 'Tệp có {count} dòng, nhiều hơn {most}. Chia thành nhiều tệp.',
    en: 'The file has {count} rows, more than {most}. Divide it.',
  },
  'scoring.survey_group_in_use': {
    kind: 'conflict',
    vi: 'Nhóm «{group}» đã có câu trả lời nên không bỏ được; có thể sửa tên, tổng số người và sai số.',
    en: 'The group "{group}" has answers and cannot be removed; its name, population and error may change.',
  },
  'scoring.survey_group_twice': {
    kind: 'invalid',
    vi: 'Mã nhóm «{group}» có hai lần. Mỗi nhóm một mã.',
    en: 'The group code "{group}" is there twice.',
  },
};
