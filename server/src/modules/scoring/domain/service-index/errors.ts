// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const serviceIndexErrors: ErrorCatalogue = {
  'scoring.index_line_not_json': {
    kind: 'invalid',
    vi: 'Dòng này không phải một đối tượng JSON. Mỗi dòng của tệp phải là một đối tượng như {"group":"progress","metric":"TOTAL_SCORE","inputs":{…}}.',
    en: 'This line is no JSON object. Each line must be an object such as {"group":"progress","metric":"TOTAL_SCORE","inputs":{…}}.',
  },
  'scoring.index_group_unknown': {
    kind: 'invalid',
    vi: 'Không có nhóm chỉ số «{group}». Dùng transparency, progress, online, digitisation, satisfaction, payment hoặc mã nhóm của Cổng (CKMB, TDGQ, CLGQ, MDSH, MDHL, TTTT).',
    en: 'There is no group "{group}". Use transparency, progress, online, digitisation, satisfaction, payment or the code of the portal.',
  },
  'scoring.index_field_missing': {
    kind: 'invalid',
    vi: 'Thiếu «{field}» hoặc giá trị không đúng kiểu. Bổ sung trường này rồi chạy lại.',
    en: '"{field}" is missing or of a wrong kind. Add it and try again.',
  },
  'scoring.index_count_wrong': {
    kind: 'invalid',
    vi: '«{field}» phải là số nguyên không âm hoặc null, không phải {value}. Sửa số này rồi chạy lại.',
    en: '"{field}" must be a whole number of 0 or more, or null, not {value}.',
  },
  'scoring.index_points_wrong': {
    kind: 'invalid',
    vi: '«{field}» phải là số thập phân không âm hoặc null, không phải {value}. Sửa số này rồi chạy lại.',
    en: '"{field}" must be a decimal number of 0 or more, or null, not {value}.',
  },
  'scoring.index_file_empty': {
    kind: 'invalid',
    vi: 'Tệp không có dòng nào để tính. Kiểm tra lại tệp.',
    en: 'The file has no row to compute.',
  },
  'scoring.index_answer_not_json': {
    kind: 'invalid',
    vi: 'Tệp không phải JSON. Chọn tệp phản hồi của Cổng Dịch vụ công quốc gia, đúng như Cổng trả về.',
    en: 'The file is no JSON. Choose an answer of the national portal as it came.',
  },
  'scoring.index_answer_not_ok': {
    kind: 'invalid',
    vi: 'Phản hồi này không thành công (mã «{code}»), nên không có số liệu. Lấy lại từ Cổng rồi nạp.',
    en: 'This answer was not successful (code "{code}"); ask the portal again.',
  },
  'scoring.index_answer_shape': {
    kind: 'invalid',
    vi: 'Tệp không có dạng của phản hồi bộ chỉ số 766: thiếu hoặc sai ở «{place}». Chưa nạp gì. Kiểm tra lại tệp.',
    en: 'The file is no answer of the service index: missing or wrong at "{place}". Nothing was added.',
  },
  'scoring.index_answer_number': {
    kind: 'invalid',
    vi: 'Giá trị ở «{place}» không phải số không âm hoặc null. Chưa nạp gì. Sửa tệp hoặc lấy lại từ Cổng.',
    en: 'The value at "{place}" is no number of 0 or more and not null. Nothing was added.',
  },
  'scoring.index_answer_unit': {
    kind: 'invalid',
    vi: 'Dòng ở «{place}» không cho biết đơn vị nào. Chưa nạp gì. Sửa tệp hoặc lấy lại từ Cổng.',
    en: 'The row at "{place}" does not say which unit it is about. Nothing was added.',
  },
  'scoring.index_period_missing': {
    kind: 'invalid',
    vi: 'Tệp không cho biết kỳ của số liệu. Ghi kỳ khi nạp: 2026, 2026-Q3 hoặc 2026-08.',
    en: 'The file does not say which period it is about. Give it: 2026, 2026-Q3 or 2026-08.',
  },
  'scoring.index_period_differs': {
    kind: 'invalid',
    vi: 'Kỳ đã ghi là {given} nhưng yêu cầu lưu trong tệp là của kỳ {own}. Sửa lại kỳ rồi nạp.',
    en: 'The period given is {given}, but the request in the file is for {own}.',
  },
  'scoring.index_day_ahead': {
    kind: 'invalid',
    vi: 'Ngày lấy số liệu {day} chưa đến. Kiểm tra lại ngày ghi trong tệp hoặc ngày đã nhập.',
    en: 'The day of the figures, {day}, lies ahead. Check the day in the file or the one that was given.',
  },
  'scoring.index_unit_missing': {
    kind: 'invalid',
    vi: 'Quyền của bạn gồm nhiều đơn vị. Chọn đơn vị mà số liệu thuộc về rồi nạp lại.',
    en: 'Your rights reach several units. Choose the one that the figures belong to.',
  },
  'scoring.index_portal_unit_not_found': {
    kind: 'not_found',
    vi: 'Chưa có số liệu bộ chỉ số 766 của đơn vị này, hoặc đơn vị ngoài phạm vi của bạn. Nạp phản hồi của Cổng hoặc chọn đơn vị khác.',
    en: 'There are no figures of the service index of this unit, or it lies outside your reach.',
  },
  'scoring.index_table_not_found': {
    kind: 'not_found',
    vi: 'Không có bảng xếp hạng các tỉnh này. Chọn một bảng trong danh sách.',
    en: 'There is no such table of provinces. Choose one from the list.',
  },
  'scoring.index_period_wrong': {
    kind: 'invalid',
    vi: 'Kỳ «{period}» không đúng. Viết 2026, 2026-Q3 hoặc 2026-08.',
    en: 'The period "{period}" is none. Write 2026, 2026-Q3 or 2026-08.',
  },
};
