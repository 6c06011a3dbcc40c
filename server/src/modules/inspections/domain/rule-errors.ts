// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** Refusals about the time limits that are kept as data. */
export const ruleErrors: ErrorCatalogue = {
  'inspections.rule_not_found': {
    kind: 'not_found',
    vi: 'Không có quy định thời hạn này. Tải lại danh sách rồi chọn lại.',
    en: 'There is no such deadline rule. Reload the list.',
  },
  'inspections.rules_of_province': {
    kind: 'forbidden',
    vi: 'Quy định thời hạn áp dụng cho mọi đơn vị, nên chỉ quản trị của cả tỉnh sửa được. Đề nghị quản trị cấp tỉnh thực hiện.',
    en: 'Deadline rules hold for every unit, so only an administrator of the whole province changes them.',
  },
  'inspections.rule_overlaps': {
    kind: 'conflict',
    vi: 'Thời gian áp dụng trùng với phiên bản đang có ({from} – {to}, theo {citation}) nên chưa lưu gì. Kết thúc phiên bản đó trước, hoặc chọn ngày bắt đầu khác.',
    en: 'The validity overlaps the version of {from} – {to} ({citation}). Nothing was saved. End that version first, or choose another first day.',
  },
  'inspections.rule_reversed': {
    kind: 'invalid',
    vi: 'Ngày hết hiệu lực {to} trước ngày bắt đầu {from} nên chưa lưu gì. Chọn ngày từ {from} trở đi; phiên bản nhập nhầm chưa có hiệu lực thì rút lại.',
    en: 'The last day {to} lies before the first {from}. Nothing was saved. A version that was entered by mistake is withdrawn instead.',
  },
  'inspections.rule_in_force': {
    kind: 'conflict',
    vi: 'Phiên bản này đã có hiệu lực từ {from} nên không rút được: thời hạn đã tính theo nó phải tra cứu lại được. Kết thúc hiệu lực thay cho rút.',
    en: 'This version has been in force since {from} and cannot be withdrawn, because deadlines were counted by it. End it instead.',
  },
  'inspections.rule_withdrawn': {
    kind: 'conflict',
    vi: 'Phiên bản này đã rút nên không sửa được nữa. Thêm phiên bản mới.',
    en: 'This version is withdrawn. Add a new one.',
  },
};
