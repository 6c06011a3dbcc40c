// SPDX-License-Identifier: Apache-2.0
import type { AppErrorParams } from '#kernel/app-error';
import type { ImportField } from './fields.ts';

type Sentence = { readonly vi: string; readonly en: string };

/** Why a cell or a row cannot be taken: what is wrong and what to do. `{value}` is the cell, other names are the fault's facts. */
export const faultSentences = {
  required: { vi: 'Ô bắt buộc nhưng để trống. Ghi {field}.', en: 'A required cell is empty. Fill in {field}.' },
  code_length: {
    vi: 'Mã hồ sơ phải dài từ 6 đến 60 ký tự, không có dấu cách.',
    en: 'A dossier code has 6 to 60 characters and no spaces.',
  },
  code_repeated: {
    vi: 'Mã hồ sơ này đã có ở dòng {line} của tệp. Giữ lại một dòng.',
    en: 'The file has this dossier code in row {line} already. Keep one of them.',
  },
  code_of_other_unit: {
    vi: 'Mã hồ sơ này đã thuộc đơn vị khác ({unit}). Kiểm tra lại mã hoặc đơn vị.',
    en: 'This dossier code belongs to another unit ({unit}). Check the code or the unit.',
  },
  unit_unknown: { vi: 'Không có đơn vị nào mang mã hoặc tên này. Ghi mã đơn vị.', en: 'No unit has this code or name. Use the unit code.' },
  unit_several: {
    vi: 'Tên này là của {count} đơn vị. Ghi mã đơn vị thay cho tên.',
    en: '{count} units have this name. Use the unit code.',
  },
  unit_not_in_force: {
    vi: 'Đơn vị này không hoạt động vào ngày {day}. Ghi đơn vị của ngày đó.',
    en: 'This unit did not exist on {day}. Name the unit of that day.',
  },
  unit_outside: {
    vi: 'Đơn vị nằm ngoài phạm vi của lần nạp này. Nạp ở đơn vị cấp trên hoặc bỏ dòng này.',
    en: 'The unit lies outside the reach of this import. Import at a higher unit or leave the row out.',
  },
  procedure_unknown: {
    vi: 'Không có thủ tục nào mang mã hoặc tên này. Bổ sung vào danh mục thủ tục hoặc sửa mã.',
    en: 'No procedure has this code or name. Add it to the catalogue or correct the code.',
  },
  procedure_several: { vi: 'Tên này là của {count} thủ tục. Ghi mã thủ tục.', en: '{count} procedures have this name. Use the code.' },
  procedure_not_in_force: {
    vi: 'Thủ tục này không có phiên bản có hiệu lực vào ngày {day}.',
    en: 'This procedure has no version in force on {day}.',
  },
  status_unknown: {
    vi: 'Không phải trạng thái nào trong mười trạng thái quốc gia. Ghi mã 1–10 hoặc tên trạng thái.',
    en: 'This is none of the ten national statuses. Use a code from 1 to 10 or a name.',
  },
  channel_unknown: { vi: 'Hình thức nộp phải là trực tiếp, trực tuyến hoặc bưu chính.', en: 'The channel is direct, online or postal.' },
  kind_unknown: {
    vi: 'Loại đối tượng phải là công dân, tổ chức hoặc hộ kinh doanh.',
    en: 'The applicant is a person, an organisation or a household business.',
  },
  not_a_moment: {
    vi: 'Không đọc được ngày. Ghi như 14/09/2022 15:30 hoặc 2022-09-14.',
    en: 'This is no date. Write 14/09/2022 15:30 or 2022-09-14.',
  },
  in_future: { vi: 'Ngày này còn ở tương lai. Kiểm tra lại năm, tháng.', en: 'This day is still to come. Check year and month.' },
  before: { vi: '{field} sớm hơn {other}. Kiểm tra lại hai ngày.', en: '{field} is before {other}. Check both days.' },
  needed_by_status: {
    vi: 'Trạng thái “{status}” cần có {field}.',
    en: 'The status “{status}” needs {field}.',
  },
  against_status: {
    vi: 'Trạng thái “{status}” không thể có {field}. Sửa trạng thái hoặc bỏ ngày.',
    en: 'The status “{status}” cannot have {field}. Correct the status or remove the date.',
  },
  too_long: { vi: 'Nội dung dài quá {most} ký tự.', en: 'The text is longer than {most} characters.' },
  too_short: { vi: 'Nội dung ngắn hơn {least} ký tự.', en: 'The text is shorter than {least} characters.' },
  control_character: {
    vi: 'Ô có ký tự điều khiển không phải là chữ. Gõ lại ô này.',
    en: 'The cell holds control characters. Type it again.',
  },
  broken_letters: {
    vi: 'Chữ trong ô bị hỏng do sai bảng mã. Lưu lại tệp bằng UTF-8.',
    en: 'Letters of this cell are broken by a wrong encoding. Save the file as UTF-8.',
  },
  cell_error: { vi: 'Ô là lỗi công thức của bảng tính ({value}).', en: 'The cell is a formula error of the spreadsheet ({value}).' },
  extra_cells: {
    vi: 'Dòng có {count} ô, nhiều hơn {columns} cột của bảng. Có thể thiếu dấu ngoặc kép quanh một ô.',
    en: 'The row has {count} cells, more than the {columns} columns of the table. Quotes around a cell may be missing.',
  },
  unclosed_quote: { vi: 'Dấu ngoặc kép mở mà không đóng. Sửa dòng này.', en: 'A quote is opened and never closed. Correct this row.' },
  row_too_long: { vi: 'Dòng dài bất thường, không đọc được.', en: 'The row is too long to be read.' },
  not_an_object: { vi: 'Dòng này không phải một đối tượng JSON.', en: 'This row is no JSON object.' },
  broken_json: { vi: 'JSON bị hỏng ở đây, phần sau không đọc được.', en: 'The JSON is broken here; what follows cannot be read.' },
} as const satisfies Readonly<Record<string, Sentence>>;

/** Faults that are kept with their place; the others are counted. */
export const mostFaultsKept = 10_000;

export type FaultReason = keyof typeof faultSentences;

/** One fault with its place; columns count from 0, and a fault of the whole row has none. */
export type Fault = {
  readonly line: number;
  readonly column: number | null;
  readonly columnName: string | null;
  readonly value: string | null;
  readonly reason: FaultReason;
  readonly params: AppErrorParams;
};

/** The sentence of a fault; a reason that this version does not know is told by its name. */
export function faultSentence(fault: Pick<Fault, 'value' | 'params'> & { readonly reason: string }, language: 'vi' | 'en'): string {
  const sentence: Sentence | undefined = Object.entries(faultSentences).find(([reason]) => reason === fault.reason)?.[1];
  return (sentence?.[language] ?? fault.reason).replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'value' ? (fault.value ?? '') : String(fault.params[name] ?? ''),
  );
}

/** Tells a fault of one field of the row that is being checked. */
export type AddFault = (field: ImportField, reason: FaultReason, params?: AppErrorParams) => void;
