// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What the import of dossiers can refuse with. */
export const importErrors: ErrorCatalogue = {
  'dossiers.import_empty': {
    kind: 'invalid',
    vi: 'Tệp không có nội dung. Chọn đúng tệp rồi gửi lại.',
    en: 'The file is empty. Choose the right file.',
  },
  'dossiers.import_old_workbook': {
    kind: 'invalid',
    vi: 'Tệp là bảng tính .xls đời cũ hoặc đặt mật khẩu. Lưu lại thành .xlsx không mật khẩu rồi gửi lại.',
    en: 'The file is an old .xls workbook or protected. Save it as .xlsx without a password.',
  },
  'dossiers.import_unknown_form': {
    kind: 'invalid',
    vi: 'Tệp không phải .csv, .xlsx, .json hay .ndjson. Xuất lại từ hệ thống nguồn theo một trong các dạng đó.',
    en: 'The file is no .csv, .xlsx, .json or .ndjson. Export it in one of these forms.',
  },
  'dossiers.import_damaged': {
    kind: 'invalid',
    vi: 'Bảng tính bị hỏng hoặc tải lên chưa hết nên không đọc được. Mở thử, lưu lại rồi gửi lại.',
    en: 'The workbook is damaged or incomplete. Open it, save it again and send it again.',
  },
  'dossiers.import_protected': {
    kind: 'invalid',
    vi: 'Bảng tính đặt mật khẩu. Bỏ mật khẩu rồi gửi lại.',
    en: 'The workbook is protected by a password. Remove it and send again.',
  },
  'dossiers.import_unpacks_too_large': {
    kind: 'invalid',
    vi: 'Bảng tính khi giải nén lớn bất thường nên bị từ chối. Xuất lại thành .csv.',
    en: 'The workbook unpacks to an unusual size and was refused. Export it as .csv.',
  },
  'dossiers.import_row_too_long': {
    kind: 'invalid',
    vi: 'Tệp có một dòng dài hàng triệu ký tự nên không phải bảng hồ sơ. Kiểm tra lại tệp gốc.',
    en: 'One row of the file has millions of characters; this is no table of dossiers.',
  },
  'dossiers.import_too_much': {
    kind: 'invalid',
    vi: 'Tệp cần nhiều bộ nhớ hơn mức cho phép. Chia nhỏ tệp hoặc xuất thành .csv.',
    en: 'Reading the file needs more memory than allowed. Split it or export it as .csv.',
  },
  'dossiers.import_no_headers': {
    kind: 'invalid',
    vi: 'Không tìm thấy dòng tên cột trong {rows} dòng đầu. Thêm dòng tên cột như “Mã hồ sơ”, “Đơn vị”, “Trạng thái”.',
    en: 'No row of column names was found in the first {rows} rows. Add one, such as “Dossier code”, “Unit”, “Status”.',
  },
  'dossiers.import_legacy_font': {
    kind: 'invalid',
    vi: 'Chữ trong tệp gõ bằng bảng mã cũ {font}, không phải Unicode. Chuyển sang Unicode (ví dụ bằng Unikey, mục Công cụ) rồi gửi lại.',
    en: 'The text of the file is written for the old font encoding {font}, not Unicode. Convert it to Unicode and send again.',
  },
  'dossiers.import_unit_missing': {
    kind: 'invalid',
    vi: 'Chưa chọn đơn vị mà lần nạp thuộc về. Chọn đơn vị rồi gửi lại.',
    en: 'Choose the unit that the import belongs to.',
  },
  'dossiers.import_mapping_unknown': {
    kind: 'invalid',
    vi: 'Không có cách ghép cột nào tên “{name}”. Chọn tên khác hoặc ghép cột lại.',
    en: 'There is no mapping named “{name}”. Choose another or map the columns again.',
  },
  'dossiers.import_mapping_name_taken': {
    kind: 'conflict',
    vi: 'Đơn vị đã có cách ghép cột tên “{name}”. Đặt tên khác.',
    en: 'The unit has a mapping named “{name}” already. Choose another name.',
  },
  'dossiers.import_has_faults': {
    kind: 'conflict',
    vi: 'Còn {count} dòng có lỗi nên không thể ghi tất cả. Sửa tệp rồi nạp lại, hoặc chọn chỉ ghi các dòng đúng.',
    en: '{count} rows have faults, so not everything can be written. Correct the file, or choose the good rows.',
  },
  'dossiers.import_nothing_good': {
    kind: 'conflict',
    vi: 'Không có dòng nào đúng để ghi. Xem danh sách lỗi, sửa tệp rồi nạp lại.',
    en: 'No row is right. See the faults, correct the file and send it again.',
  },
  'dossiers.import_wrong_state': {
    kind: 'conflict',
    vi: 'Lần nạp đang ở bước khác ({state}) nên không làm được việc này. Tải lại trang để xem bước hiện tại.',
    en: 'The import is at another step ({state}). Reload to see where it is.',
  },
  'dossiers.import_changed_meanwhile': {
    kind: 'conflict',
    vi: 'Trong lúc chờ, {count} hồ sơ trong tệp đã được ghi ở nơi khác. Chưa ghi gì từ tệp; bấm đọc lại tệp rồi quyết định lại.',
    en: 'Meanwhile {count} dossiers of the file were written elsewhere. Nothing was written; read the file again.',
  },
  'dossiers.import_broke': {
    kind: 'unavailable',
    vi: 'Việc nạp dừng vì lỗi của chương trình; chưa ghi gì. Bấm đọc lại tệp; nếu vẫn lỗi, gửi nhật ký cho người quản trị.',
    en: 'The import stopped because of a defect; nothing was written. Read the file again; tell the administrator if it repeats.',
  },
  'dossiers.import_no_faults': {
    kind: 'conflict',
    vi: 'Lần nạp này không có lỗi nào để xuất.',
    en: 'This import has no faults to export.',
  },
  'dossiers.portal_address': {
    kind: 'invalid',
    vi: 'Địa chỉ “{address}” không phải địa chỉ http(s) của Cổng. Kiểm tra lại cấu hình.',
    en: '“{address}” is no http(s) address of the portal. Check the configuration.',
  },
  'dossiers.portal_period_open': {
    kind: 'invalid',
    vi: 'Kỳ được chọn của năm {year} chưa kết thúc hoặc chưa bắt đầu nên Cổng chưa có số. Chọn kỳ đã qua.',
    en: 'A chosen period of {year} has not ended or begun, so the portal has no figures. Choose an earlier one.',
  },
};
