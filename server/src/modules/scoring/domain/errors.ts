// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What criteria sets and their scoring can refuse with. */
export const scoringErrors: ErrorCatalogue = {
  'scoring.set_not_found': {
    kind: 'not_found',
    vi: 'Không có bộ tiêu chí này. Kiểm tra lại đường dẫn hoặc chọn trong danh sách bộ tiêu chí.',
    en: 'There is no such criteria set. Choose one from the list.',
  },
  'scoring.draft_exists': {
    kind: 'conflict',
    vi: 'Năm {year} của cấp này đã có một bản nháp. Mở bản nháp đó để sửa tiếp.',
    en: 'There is a draft of this level for {year} already. Open it and go on there.',
  },
  'scoring.draft_kept_apart': {
    kind: 'conflict',
    vi: 'Bản nháp này là của năm {year} và cấp của nó, không đổi sang năm hay cấp khác được. Tạo bản nháp mới cho năm hoặc cấp kia.',
    en: 'The draft belongs to its level and {year}. Start another draft for another year or level.',
  },
  'scoring.set_published': {
    kind: 'conflict',
    vi: 'Phiên bản {number} đã ban hành nên không sửa được nữa. Tạo phiên bản mới từ nó.',
    en: 'Version {number} is published and not changed any more. Start a new version from it.',
  },
  'scoring.workbook_unreadable': {
    kind: 'invalid',
    vi: 'Tệp không phải bảng tính .xlsx đọc được, hoặc không có trang "Tiêu chí" và "Quy ước". Tải tệp mẫu về rồi nhập theo mẫu.',
    en: 'The file is no readable .xlsx with the sheets "Tiêu chí" and "Quy ước". Start from the template.',
  },
  'scoring.workbook_columns': {
    kind: 'invalid',
    vi: 'Trang "Tiêu chí" thiếu cột "{column}". Giữ nguyên dòng tiêu đề của tệp mẫu.',
    en: 'The sheet "Tiêu chí" lacks the column "{column}". Keep the headings of the template.',
  },
  'scoring.workbook_too_long': {
    kind: 'invalid',
    vi: 'Bảng có {count} dòng, nhiều hơn mức {most} dòng của một bộ tiêu chí. Kiểm tra lại tệp.',
    en: 'The table has {count} rows; a set holds at most {most}.',
  },
  'scoring.whole_tree_needed': {
    kind: 'forbidden',
    vi: 'Dữ liệu này dùng chung cho mọi đơn vị nên chỉ cán bộ cải cách hành chính hoặc quản trị của toàn tỉnh sửa được. Đề nghị Sở Nội vụ thực hiện.',
    en: 'This holds for all units; only an officer for reform or an administrator of the whole tree changes them.',
  },
  'scoring.set_faulty': {
    kind: 'invalid',
    vi: 'Bộ tiêu chí còn {count} lỗi nên chưa ban hành hoặc chấm điểm được. Sửa các lỗi ghi cạnh từng dòng rồi làm lại.',
    en: 'The set has {count} faults, so it can neither be published nor scored. Mend what stands beside the rows.',
  },
  'scoring.package_unreadable': {
    kind: 'invalid',
    vi: 'Không đọc được {place}. Gói dữ liệu phải là tệp .zip tải từ trang kết quả đã công bố, hoặc thư mục giải nén từ tệp đó.',
    en: '{place} cannot be read. A data package is the .zip of a published result, or the folder it was unpacked into.',
  },
  'scoring.hash_unreadable': {
    kind: 'invalid',
    vi: '«{text}» không phải mã băm SHA-256. Mã băm của lần công bố gồm 64 chữ số và chữ cái a đến f, ghi trên trang kết quả đã công bố.',
    en: '"{text}" is no SHA-256. The hash of a publication has 64 digits and letters from a to f; the page of the published result tells it.',
  },
  'scoring.item_unknown': {
    kind: 'invalid',
    vi: 'Bộ tiêu chí không có mục chấm điểm mang mã {item}. Kiểm tra lại mã; lĩnh vực và tiêu chí có mục con không chấm trực tiếp.',
    en: 'The set has no item {item} to be scored.',
  },
  'scoring.not_applicable_refused': {
    kind: 'invalid',
    vi: 'Mục {item} không được đánh dấu "không áp dụng". Nhập số liệu hoặc phương án của mục này.',
    en: 'The item {item} cannot be marked as not applicable.',
  },
  'scoring.input_kind': {
    kind: 'invalid',
    vi: 'Số liệu gửi cho mục {item} không đúng loại mà cách tính của mục cần ({expected}, nhận được {found}). Nhập lại theo biểu của mục.',
    en: 'The input of item {item} has the kind {found}; its rule needs {expected}.',
  },
  'scoring.input_number': {
    kind: 'invalid',
    vi: 'Mục {item}: "{value}" không phải số hợp lệ (không âm, tối đa 15 chữ số và 6 chữ số thập phân; số lượng phải là số nguyên).',
    en: 'Item {item}: "{value}" is no valid number (not negative, at most 6 decimals; counts are whole).',
  },
  'scoring.option_unknown': {
    kind: 'invalid',
    vi: 'Mục {item} không có phương án {option}. Chọn một phương án trong danh sách.',
    en: 'Item {item} has no option {option}.',
  },
  'scoring.answer_unknown': {
    kind: 'invalid',
    vi: 'Thang trả lời của mục {item} không có mức {answer}. Kiểm tra lại kết quả khảo sát.',
    en: 'Item {item} has no answer {answer}.',
  },
  'scoring.numerator_without_denominator': {
    kind: 'invalid',
    vi: 'Mục {item}: mẫu số bằng 0 nhưng tử số khác 0. Kiểm tra lại hai số.',
    en: 'Item {item}: the denominator is 0 but the numerator is not.',
  },
  'scoring.numerator_above_denominator': {
    kind: 'invalid',
    vi: 'Mục {item}: tử số {numerator} lớn hơn mẫu số {denominator}, mục này không tính vượt 100 %. Kiểm tra lại hai số.',
    en: 'Item {item}: the numerator {numerator} exceeds the denominator {denominator}.',
  },
  'scoring.above_maximum': {
    kind: 'invalid',
    vi: 'Mục {item}: {points} điểm vượt điểm tối đa {maximum}. Nhập số điểm không quá mức này.',
    en: 'Item {item}: {points} points exceed the maximum of {maximum}.',
  },
  'scoring.not_a_step': {
    kind: 'invalid',
    vi: 'Mục {item}: điểm phải là bội của {step}, không nhận {points}.',
    en: 'Item {item}: points must be a multiple of {step}, not {points}.',
  },
};
