// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What the import of a catalogue file can refuse with. */
export const importErrors: ErrorCatalogue = {
  'procedures.import_not_found': {
    kind: 'not_found',
    vi: 'Không có tệp nạp này, hoặc tệp thuộc đơn vị ngoài phạm vi của ông/bà. Nạp lại tệp từ trang danh mục.',
    en: 'There is no such import, or it belongs to a unit outside your own. Send the file again.',
  },
  'procedures.import_settled': {
    kind: 'conflict',
    vi: 'Tệp này đã được {by} lưu hoặc bỏ rồi. Muốn nạp nữa thì gửi lại tệp.',
    en: 'This file was saved or discarded by {by} already. Send it again to import once more.',
  },
  'procedures.import_unreadable': {
    kind: 'invalid',
    vi: 'Tệp không đọc được: không phải .xlsx hay .csv, hoặc đã hỏng. Lưu lại từ Excel thành .xlsx hoặc "CSV UTF-8" rồi gửi lại.',
    en: 'The file cannot be read: it is no .xlsx or .csv, or damaged. Save it again from Excel as .xlsx or "CSV UTF-8".',
  },
  'procedures.import_encoding': {
    kind: 'invalid',
    vi: 'Tệp .csv không dùng bảng mã Unicode nên chữ Việt sẽ sai. Trong Excel chọn Lưu thành "CSV UTF-8" rồi gửi lại.',
    en: 'The .csv file is not in Unicode. Save it as "CSV UTF-8" and send it again.',
  },
  'procedures.import_columns': {
    kind: 'invalid',
    vi: 'Dòng đầu phải có cột "Mã thủ tục" và mỗi cột một lần. Tìm thấy: {found}. Tải tệp mẫu bằng nút xuất danh mục.',
    en: 'The first row needs the column "Mã thủ tục" and each column once. Found: {found}. Export the catalogue to get a template.',
  },
  'procedures.import_empty': {
    kind: 'invalid',
    vi: 'Tệp không có dòng thủ tục nào. Kiểm tra trang tính đầu tiên của tệp.',
    en: 'The file has no procedure. Check its first sheet.',
  },
  'procedures.import_too_long': {
    kind: 'invalid',
    vi: 'Tệp có {count} dòng, nhiều hơn {most} dòng cho phép. Chia tệp thành nhiều phần.',
    en: 'The file has {count} rows, more than {most}. Divide it.',
  },
  'procedures.import_has_errors': {
    kind: 'invalid',
    vi: 'Còn {count} ô chưa đúng nên chưa lưu gì. Sửa các ô đó trong tệp rồi nạp lại.',
    en: '{count} cells are wrong, so nothing was saved. Correct them in the file and send it again.',
  },
  'procedures.import_overtaken': {
    kind: 'conflict',
    vi: 'Danh mục đã thay đổi sau khi ông/bà xem khác biệt, nên chưa lưu gì. Xem lại khác biệt mới rồi xác nhận.',
    en: 'The catalogue has changed since you looked at the differences. Nothing was saved; look at them again.',
  },
  'procedures.import_changes_nothing': {
    kind: 'invalid',
    vi: 'Tệp giống hệt danh mục hiện có nên không có gì để lưu.',
    en: 'The file equals the catalogue; there is nothing to save.',
  },
};
