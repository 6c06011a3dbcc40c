// SPDX-License-Identifier: Apache-2.0
import type { ClockRuleCode, Sentence } from './types.ts';

/** What each rule says, and the values that it can take; undefined values: it is only switched on or off. */
export const ruleNames: Readonly<Record<ClockRuleCode, { readonly name: Sentence; readonly values?: readonly string[] | 'number' }>> = {
  first_day_not_counted: { name: { vi: 'Ngày đầu tiên không tính', en: 'The first day is not counted' } },
  last_day_off_moves: {
    name: { vi: 'Ngày cuối là ngày nghỉ thì hết hạn vào ngày làm việc tiếp theo', en: 'A last day off gives way to the next working day' },
  },
  hours_start_at_moment: {
    name: { vi: 'Thời hạn tính bằng giờ bắt đầu ngay từ thời điểm tiếp nhận', en: 'A limit in hours runs from its very moment' },
  },
  day_limit_ends_at: {
    name: { vi: 'Thời điểm kết thúc ngày cuối cùng', en: 'When the last day ends' },
    values: ['end_of_day', 'end_of_office_hours'],
  },
  day_is_8_hours: {
    name: { vi: 'Số phút của một ngày làm việc khi tính lẻ', en: 'Minutes of a working day for parts of days' },
    values: 'number',
  },
  transfer_after_15h: {
    name: {
      vi: 'Nhận sau giờ này thì chuyển vào ngày làm việc tiếp theo',
      en: 'Received after this time: handed over on the next working day',
    },
    values: 'number',
  },
  transfer_moves: {
    name: { vi: 'Nhận sau giờ chuyển hồ sơ thì lùi thời hạn của', en: 'Which limits a late receipt moves' },
    values: ['same_day', 'all'],
  },
  supplement_restarts_from_zero: {
    name: { vi: 'Nhận đủ hồ sơ bổ sung thì thời hạn tính lại từ đầu', en: 'With full papers the limit begins again from zero' },
  },
  supplement_request_within: {
    name: { vi: 'Số ngày làm việc để trả hồ sơ yêu cầu bổ sung', en: 'Working days within which papers are asked for' },
    values: 'number',
  },
  supplements_at_most: { name: { vi: 'Số lần yêu cầu bổ sung tối đa', en: 'How often papers may be asked for' }, values: 'number' },
  obligation_pauses: {
    name: { vi: 'Thời gian thực hiện nghĩa vụ tài chính không tính vào thời hạn', en: 'The time of payment is not counted' },
  },
  stop_pauses: { name: { vi: 'Thời gian dừng xử lý không tính vào thời hạn', en: 'The time for which work is stopped is not counted' } },
  one_extension: { name: { vi: 'Chỉ hẹn lại một lần', en: 'One new appointment only' } },
  extension_notice_before_due: {
    name: { vi: 'Số ngày phải báo gia hạn trước ngày hết hạn', en: 'Days before the due day by which a new appointment is told' },
    values: 'number',
  },
  extension_sets_due: { name: { vi: 'Xét đúng hạn theo ngày hẹn lại', en: 'The new appointment decides what is on time' } },
};
