// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** Refusals about the rules by which time limits are counted. */
export const clockRuleErrors: ErrorCatalogue = {
  'dossiers.clock_rules_of_province': {
    kind: 'forbidden',
    vi: 'Quy tắc tính hạn áp dụng cho mọi đơn vị, nên chỉ quản trị của cả tỉnh đổi được. Đề nghị quản trị cấp tỉnh thực hiện.',
    en: 'The rules of counting hold for every unit, so only an administrator of the whole province changes them.',
  },
  'dossiers.clock_rule_not_found': {
    kind: 'not_found',
    vi: 'Không có quy tắc tính hạn này. Tải lại danh sách rồi chọn lại.',
    en: 'There is no such rule. Reload the list.',
  },
  'dossiers.clock_rule_past': {
    kind: 'invalid',
    vi: 'Quy tắc chỉ đổi được từ {day} trở đi, vì hồ sơ đã nhận giữ quy tắc của ngày mình. Chọn ngày khác; chưa lưu gì.',
    en: 'A rule can change from {day} on, because dossiers keep the rules of their day. Nothing was saved.',
  },
  'dossiers.clock_rule_coming': {
    kind: 'conflict',
    vi: 'Quy tắc này đã có thay đổi sẽ áp dụng từ {from} nên chưa lưu gì. Rút thay đổi đó trước, rồi ghi thay đổi mới.',
    en: 'This rule already has a change that begins on {from}. Withdraw it first. Nothing was saved.',
  },
  'dossiers.clock_rule_value': {
    kind: 'invalid',
    vi: 'Giá trị không hợp với quy tắc này nên chưa lưu gì. Kiểm tra lại giá trị.',
    en: 'The value does not fit this rule. Nothing was saved.',
  },
  'dossiers.clock_rule_same': {
    kind: 'conflict',
    vi: 'Thay đổi giống hệt quy tắc đang áp dụng nên không có gì để lưu.',
    en: 'The change is what holds already. There is nothing to save.',
  },
  'dossiers.clock_rule_begun': {
    kind: 'conflict',
    vi: 'Quy tắc này đã áp dụng từ {from} nên không rút được: hạn của hồ sơ đã tính theo nó. Ghi một thay đổi mới từ một ngày sắp tới.',
    en: 'This rule has been in force since {from} and cannot be withdrawn. Record a new change from a coming day on.',
  },
};
