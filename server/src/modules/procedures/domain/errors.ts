// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What the catalogue of procedures can refuse with. */
export const proceduresErrors: ErrorCatalogue = {
  'procedures.procedure_not_found': {
    kind: 'not_found',
    vi: 'Không có thủ tục này trong danh mục, hoặc mục này do đơn vị ngoài phạm vi của ông/bà quản lý. Kiểm tra lại đường dẫn hoặc tìm theo mã, tên trong danh mục.',
    en: 'There is no such procedure, or its entry is kept by a unit outside your own. Check the address or search by code or name.',
  },
  'procedures.version_not_found': {
    kind: 'not_found',
    vi: 'Thủ tục không có phiên bản số {number}. Xem danh sách phiên bản của thủ tục rồi chọn lại.',
    en: 'The procedure has no version {number}. Choose one of its versions.',
  },
  'procedures.unit_not_found': {
    kind: 'not_found',
    vi: 'Đơn vị quản lý mục này không có trong hệ thống hoặc nằm ngoài phạm vi của ông/bà, nên chưa lưu gì. Chọn lại đơn vị.',
    en: 'The unit that should keep the entry is unknown or outside your own. Nothing was saved; choose another unit.',
  },
  'procedures.code_invalid': {
    kind: 'invalid',
    vi: 'Mã "{code}" không đúng dạng mã thủ tục, ví dụ 1.004873 hoặc 1.004873.000.00.00.H18. Sửa mã rồi lưu lại.',
    en: '"{code}" is no code of a procedure, such as 1.004873 or 1.004873.000.00.00.H18.',
  },
  'procedures.code_taken': {
    kind: 'conflict',
    vi: 'Mã {code} đã có trong danh mục (phần mã quốc gia đứng đầu là duy nhất). Mở thủ tục đó và thêm phiên bản mới.',
    en: 'The code {code} is in the catalogue already (its national part is unique). Open that procedure and add a version.',
  },
  'procedures.sector_unknown': {
    kind: 'invalid',
    vi: 'Lĩnh vực đã chọn không có trong danh mục lĩnh vực. Chọn lại, hoặc thêm lĩnh vực trước.',
    en: 'The sector is unknown. Choose another or add it first.',
  },
  'procedures.sector_code_taken': {
    kind: 'conflict',
    vi: 'Đã có lĩnh vực mang mã {code}. Dùng lĩnh vực đó hoặc chọn mã khác.',
    en: 'There is a sector with the code {code} already.',
  },
  'procedures.competent_unit_unknown': {
    kind: 'invalid',
    vi: 'Cơ quan có thẩm quyền hoặc đơn vị giải quyết không tồn tại vào ngày {day}. Chọn đơn vị còn hoạt động vào ngày đó.',
    en: 'A competent unit does not exist on {day}. Choose units in force on that day.',
  },
  'procedures.basis_unknown': {
    kind: 'invalid',
    vi: 'Văn bản căn cứ không có trong sổ văn bản của ông/bà. Chọn văn bản khác hoặc chỉ ghi trích dẫn.',
    en: 'A document of the legal basis is unknown to you. Choose another or write the citation alone.',
  },
  'procedures.form_file_unknown': {
    kind: 'invalid',
    vi: 'Tệp mẫu của giấy tờ "{paper}" không có trong kho tệp của ông/bà. Tải tệp lên rồi lưu lại.',
    en: 'The form file of the paper "{paper}" is unknown. Upload it and save again.',
  },
  'procedures.paper_code_twice': {
    kind: 'invalid',
    vi: 'Mã giấy tờ {code} xuất hiện hai lần trong thành phần hồ sơ. Đặt mã khác cho một giấy tờ.',
    en: 'The paper code {code} occurs twice. Give one of the papers another code.',
  },
  'procedures.version_not_later': {
    kind: 'conflict',
    vi: 'Phiên bản mới phải có hiệu lực sau ngày {day} là ngày phiên bản cuối bắt đầu. Chọn ngày muộn hơn; phiên bản chưa có hiệu lực thì rút trước.',
    en: 'A new version begins after {day}, the first day of the last one. Choose a later day, or withdraw a version that has not begun.',
  },
  'procedures.late_reason_missing': {
    kind: 'invalid',
    vi: 'Ngày {day} đã qua. Ghi lý do nhập muộn để người sau biết; hồ sơ đã tiếp nhận vẫn giữ phiên bản cũ.',
    en: 'The day {day} has passed. Give the reason for the late entry; dossiers already received keep their version.',
  },
  'procedures.nothing_changed': {
    kind: 'invalid',
    vi: 'Nội dung giống hệt phiên bản hiện có nên không tạo phiên bản mới. Sửa nội dung rồi lưu lại.',
    en: 'The content equals the present version, so no version was made.',
  },
  'procedures.not_in_force': {
    kind: 'conflict',
    vi: 'Thủ tục không còn hiệu lực sau ngày đã chọn nên không bãi bỏ thêm được. Tải lại để xem thời gian hiệu lực.',
    en: 'The procedure is not in force after that day, so it cannot be ended again.',
  },
  'procedures.end_before_begin': {
    kind: 'conflict',
    vi: 'Phiên bản cuối có hiệu lực từ {day}, sau ngày bãi bỏ đã chọn. Rút phiên bản đó trước, hoặc chọn ngày khác.',
    en: 'The last version begins on {day}, after the chosen last day. Withdraw it first or choose another day.',
  },
  'procedures.nothing_to_withdraw': {
    kind: 'conflict',
    vi: 'Không có phiên bản nào chưa có hiệu lực để rút. Phiên bản đã có hiệu lực thì thay bằng phiên bản mới.',
    en: 'There is no version that has not begun. One in force is replaced by a new version.',
  },
  'procedures.regime_missing': {
    kind: 'invalid',
    vi: 'Chưa có quy định về mức độ dịch vụ công trực tuyến vào ngày {day}. Chọn ngày khác.',
    en: 'No regime of online service is in force on {day}.',
  },
  'procedures.online_level_unknown': {
    kind: 'invalid',
    vi: 'Mức độ này không thuộc quy định có hiệu lực vào ngày đã chọn ({regime}, {citation}). Chọn một mức độ của quy định đó.',
    en: 'The level does not belong to the regime of that day ({regime}, {citation}).',
  },
  'procedures.justification_missing': {
    kind: 'invalid',
    vi: 'Mức độ "{level}" phải nêu lý do công khai ({citation}). Ghi lý do rồi lưu lại.',
    en: 'The level "{level}" needs a public reason ({citation}).',
  },
  'procedures.online_unchanged': {
    kind: 'invalid',
    vi: 'Từ ngày đã chọn thủ tục đã ở mức độ này rồi nên không có gì để đổi.',
    en: 'From that day on the procedure has this level already.',
  },
};
