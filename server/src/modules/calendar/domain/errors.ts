// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const calendarErrors: ErrorCatalogue = {
  'calendar.year_missing': {
    kind: 'conflict',
    vi: 'Chưa có lịch nghỉ năm {year} nên không tính được hạn; hệ thống không tự đoán. Quản trị nhập lịch theo thông báo của năm đó rồi tính lại.',
    en: 'There is no calendar of {year}, and deadlines are never guessed. An administrator enters it from that year’s notice.',
  },
  'calendar.year_draft': {
    kind: 'conflict',
    vi: 'Lịch nghỉ năm {year} còn là dự thảo nên chưa dùng để tính hạn. Quản trị xác nhận lịch rồi tính lại.',
    en: 'The calendar of {year} is a draft and not used for deadlines until an administrator confirms it.',
  },
  'calendar.year_not_found': { kind: 'not_found', vi: 'Chưa có lịch năm {year}.', en: 'There is no calendar of {year}.' },
  'calendar.not_a_day': {
    kind: 'invalid',
    vi: '"{day}" không phải một ngày có thật. Nhập dạng năm-tháng-ngày.',
    en: '"{day}" is not a day of the calendar.',
  },
  'calendar.count_out_of_range': {
    kind: 'invalid',
    vi: 'Độ dài thời hạn {count} không hợp lệ: cần số nguyên, từ 0 (ngày thường, tuần, tháng, năm: từ 1) đến {most}.',
    en: 'A period of {count} is not possible: a whole number up to {most} is needed.',
  },
  'calendar.no_hours': {
    kind: 'conflict',
    vi: 'Chưa có giờ làm việc cho các ngày quanh {day}. Quản trị nhập giờ làm việc rồi tính lại.',
    en: 'There are no office hours around {day}. An administrator enters them first.',
  },
  'calendar.day_outside_year': { kind: 'invalid', vi: 'Ngày {day} không thuộc năm {year}.', en: '{day} is not a day of {year}.' },
  'calendar.day_twice': { kind: 'invalid', vi: 'Ngày {day} được nhập hai lần. Bỏ bớt một dòng.', en: '{day} is entered twice.' },
  'calendar.worked_day_on_weekday': {
    kind: 'invalid',
    vi: 'Ngày đi làm bù {day} phải là thứ Bảy hoặc Chủ nhật.',
    en: 'The worked day {day} must be a Saturday or Sunday.',
  },
  'calendar.worked_and_off': {
    kind: 'invalid',
    vi: 'Ngày {day} vừa ghi nghỉ vừa ghi đi làm bù. Giữ một trong hai.',
    en: '{day} is both off and worked.',
  },
  'calendar.swap_without_day_off': {
    kind: 'invalid',
    vi: 'Ngày đi làm bù {day} thay cho {inPlaceOf}, nhưng {inPlaceOf} chưa ghi là ngày nghỉ hoán đổi.',
    en: '{day} is worked in place of {inPlaceOf}, which is not listed as a swapped day off.',
  },
  'calendar.total_differs': {
    kind: 'invalid',
    vi: 'Số ngày làm việc ghi là {stated} nhưng đếm từ danh sách được {counted}. Kiểm tra lại danh sách ngày nghỉ.',
    en: 'The stated total is {stated}, but the list gives {counted} working days.',
  },
  'calendar.hours_overlap': {
    kind: 'invalid',
    vi: 'Giờ làm việc thứ {weekday} bị chồng lên nhau hoặc giờ kết thúc không sau giờ bắt đầu.',
    en: 'The hours of weekday {weekday} overlap or end before they begin.',
  },
  'calendar.hours_later_change': {
    kind: 'conflict',
    vi: 'Đã có giờ làm việc ghi từ ngày {day}, muộn hơn ngày đang nhập. Chọn ngày sau đó.',
    en: 'Hours valid from {day}, after the day entered, exist already. Choose a later day.',
  },
  'calendar.hours_empty': {
    kind: 'invalid',
    vi: 'Chưa có buổi làm việc nào trong tuần. Nhập giờ của ít nhất một ngày; chỉ đơn vị có giờ riêng mới bỏ trống được để về giờ chung.',
    en: 'The week has no hours. Enter at least one day; only a unit with hours of its own may be left empty to go back to the general ones.',
  },
  'calendar.hours_already_general': {
    kind: 'conflict',
    vi: 'Đơn vị không có giờ làm việc riêng đang áp dụng, nên đã theo giờ chung.',
    en: 'The unit has no hours of its own in force; it follows the general ones already.',
  },
  'calendar.unit_not_found': {
    kind: 'not_found',
    vi: 'Không có đơn vị này, hoặc đơn vị nằm ngoài phạm vi của ông/bà.',
    en: 'There is no such unit, or it lies outside your scope.',
  },
  'calendar.whole_needed': {
    kind: 'forbidden',
    vi: 'Lịch nghỉ và giờ làm việc chung áp dụng cho mọi đơn vị, nên chỉ quản trị của cả tỉnh sửa được. Ông/bà đặt được giờ làm việc riêng của đơn vị mình.',
    en: 'The calendar and the general hours hold for every unit, so only an administrator of the whole province changes them. You can set the hours of your own units.',
  },
  'calendar.year_exists': {
    kind: 'conflict',
    vi: 'Năm {year} đã có lịch. Mở lịch năm đó để sửa.',
    en: 'There is a calendar of {year} already. Open it to change it.',
  },
};
