// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What figures can refuse with. */
export const figuresErrors: ErrorCatalogue = {
  'figures.unit_not_found': {
    kind: 'not_found',
    vi: 'Không có đơn vị này, hoặc đơn vị nằm ngoài phạm vi của ông/bà. Chọn lại đơn vị.',
    en: 'There is no such unit, or it lies outside your own. Choose another.',
  },
  'figures.whole_tree_needed': {
    kind: 'forbidden',
    vi: 'Chỉ tiêu và quy tắc kiểm tra dùng chung cho mọi đơn vị nên chỉ người có quyền trên toàn tỉnh mới tạo hoặc sửa được. Đề nghị cơ quan thường trực cải cách hành chính của tỉnh thực hiện.',
    en: 'Indicators and rules hold for every unit and are kept by people whose rights reach the whole tree.',
  },
  'figures.indicator_not_found': {
    kind: 'not_found',
    vi: 'Không có chỉ tiêu này. Chọn lại trong danh mục chỉ tiêu.',
    en: 'There is no such indicator. Choose one of the list.',
  },
  'figures.indicator_not_in_force': {
    kind: 'invalid',
    vi: 'Chỉ tiêu {code} không có hiệu lực vào ngày {day} nên không ghi số cho kỳ này. Chọn kỳ khác hoặc thêm phiên bản của chỉ tiêu.',
    en: 'The indicator {code} is not in force on {day}, so no figure of this period is recorded.',
  },
  'figures.indicator_code_taken': {
    kind: 'conflict',
    vi: 'Mã chỉ tiêu {code} đã có. Mở chỉ tiêu đó và thêm phiên bản mới, hoặc chọn mã khác.',
    en: 'The code {code} is taken. Open that indicator and add a version, or choose another code.',
  },
  'figures.indicator_unsound': {
    kind: 'invalid',
    vi: 'Chỉ tiêu chưa đúng: {reason}. Sửa rồi lưu lại.',
    en: 'The indicator is not sound: {reason}.',
  },
  'figures.version_before_approved': {
    kind: 'conflict',
    vi: 'Đã có số liệu của chỉ tiêu này được phê duyệt đến kỳ kết thúc ngày {day}. Phiên bản mới phải có hiệu lực sau ngày đó, để số đã duyệt không đổi nghĩa.',
    en: 'Figures of this indicator are approved up to {day}. A new version begins after that day.',
  },
  'figures.version_not_later': {
    kind: 'conflict',
    vi: 'Phiên bản mới phải có hiệu lực sau ngày {day} là ngày phiên bản cuối bắt đầu. Chọn ngày muộn hơn.',
    en: 'A new version begins after {day}, the first day of the last one.',
  },
  'figures.period_unknown': {
    kind: 'invalid',
    vi: 'Không có kỳ "{period}". Kỳ viết như 2022, 2022-H1, 2022-Q3, 2022-09, 2022-reform_q3 hoặc 2022-01-01..2022-09-05.',
    en: 'There is no period "{period}". Periods are written 2022, 2022-H1, 2022-Q3, 2022-09, 2022-reform_q3 or 2022-01-01..2022-09-05.',
  },
  'figures.period_kind_not_used': {
    kind: 'invalid',
    vi: 'Chỉ tiêu {code} không tính theo loại kỳ này. Chọn loại kỳ khác.',
    en: 'The indicator {code} is not kept for this kind of period.',
  },
  'figures.number_unreadable': {
    kind: 'invalid',
    vi: '"{value}" không phải số không âm có nhiều nhất 6 chữ số thập phân. Viết như 1.234,5 hoặc 1234,5.',
    en: '"{value}" is no number from 0 up with at most 6 decimals.',
  },
  'figures.part_missing': {
    kind: 'invalid',
    vi: 'Chỉ tiêu {code} cần cả tử số và mẫu số. Nhập đủ hai số.',
    en: 'The indicator {code} needs a numerator and a denominator.',
  },
  'figures.not_your_field': {
    kind: 'forbidden',
    vi: 'Chỉ tiêu «{name}» thuộc lĩnh vực {field}, ngoài các lĩnh vực ông/bà được giao. Đề nghị người phụ trách lĩnh vực đó thực hiện.',
    en: 'The indicator "{name}" belongs to a reform field that is not yours ({field}).',
  },
  'figures.part_measured': {
    kind: 'invalid',
    vi: 'Phần này của chỉ tiêu {code} do hệ thống tính nên không nhập tay. Muốn dùng số khác thì ghi số do cơ quan có thẩm quyền công bố.',
    en: 'This part of the indicator {code} is computed and not entered by hand.',
  },
  'figures.stale_cell': {
    kind: 'conflict',
    vi: 'Ô này vừa được {by} ghi số khác. Số ông/bà gõ còn trên màn hình: xem số mới rồi ghi lại nếu vẫn cần.',
    en: 'This cell was just changed by {by}. Your input is still on the screen: look at the new value and save again if needed.',
  },
  'figures.rule_broken': {
    kind: 'invalid',
    vi: 'Chưa ghi: {sentence} ({left} {operator} {right} không đúng{basis}). Kiểm tra lại các số.',
    en: 'Not saved: {sentence} ({left} {operator} {right} does not hold).',
  },
  'figures.import_unreadable': {
    kind: 'invalid',
    vi: 'Không mở được tệp này như bảng tính .xlsx. Lưu lại bằng Excel dưới dạng .xlsx rồi nạp lại.',
    en: 'This file does not open as an .xlsx workbook. Save it again as .xlsx and send it once more.',
  },
  'figures.import_not_exported': {
    kind: 'invalid',
    vi: 'Tệp này không phải bảng nhập xuất từ hệ thống, hoặc đã mất trang tính gốc, nên không biết ô nào là số nào. Xuất bảng từ trang Nhập số liệu, điền rồi nạp lại.',
    en: 'This file is no entry sheet that was exported here, or lost its sheets. Export the sheet, fill it and send it again.',
  },
  'figures.import_too_long': {
    kind: 'invalid',
    vi: 'Bảng có quá {rows} dòng hoặc {columns} cột. Xuất lại bảng cho từng đơn vị rồi nạp từng tệp.',
    en: 'The sheet has more than {rows} rows or {columns} columns.',
  },
  'figures.import_not_found': {
    kind: 'not_found',
    vi: 'Không có tệp nạp này, hoặc tệp thuộc đơn vị ngoài phạm vi của ông/bà. Nạp lại tệp.',
    en: 'There is no such file, or it belongs to a unit outside your own. Send it again.',
  },
  'figures.import_settled': {
    kind: 'conflict',
    vi: 'Tệp này đã được {by} ghi hoặc bỏ. Nạp lại tệp nếu còn cần.',
    en: '{by} has already saved or discarded this file.',
  },
  'figures.import_changes_nothing': {
    kind: 'conflict',
    vi: 'Tệp không thay đổi số nào so với lúc xuất nên không có gì để ghi.',
    en: 'The file changes no figure, so there is nothing to save.',
  },
  'figures.import_has_faults': {
    kind: 'conflict',
    vi: 'Còn {count} chỗ chưa ghi được nên chưa ghi ô nào. Xem từng ô, sửa trong tệp rồi nạp lại.',
    en: '{count} places cannot be saved, so nothing was saved. Mend the cells in the file and send it again.',
  },
  'figures.import_column_unknown': {
    kind: 'invalid',
    vi: 'Cột này không có trong bảng nhập: không có chỉ tiêu mã {code} với thành phần như vậy trong kỳ. Giữ nguyên dòng mã và dòng tử số, mẫu số của tệp đã xuất.',
    en: 'There is no such column: no indicator {code} with that part in the period.',
  },
  'figures.import_column_twice': {
    kind: 'invalid',
    vi: 'Cột của chỉ tiêu {code} có hai lần trong tệp. Xóa bớt một cột.',
    en: 'The column of the indicator {code} stands twice in the file.',
  },
  'figures.import_row_unknown': {
    kind: 'invalid',
    vi: 'Dòng này không có trong bảng nhập: đơn vị mã {unit}, {period}. Giữ nguyên mã đơn vị và kỳ của tệp đã xuất.',
    en: 'There is no such row in the sheet: unit {unit}, {period}.',
  },
  'figures.import_row_twice': {
    kind: 'invalid',
    vi: 'Đơn vị và kỳ này đã có ở dòng {line}. Xóa bớt một dòng.',
    en: 'This unit and period already stand in row {line}.',
  },
  'figures.import_cell_locked': {
    kind: 'invalid',
    vi: 'Ô khóa: chỉ tiêu {code} do hệ thống tính hoặc không nhập cho kỳ này. Trả lại giá trị cũ của ô.',
    en: 'A locked cell: the indicator {code} is computed or not kept for this period.',
  },
  'figures.import_formula_unread': {
    kind: 'invalid',
    vi: 'Ô chứa công thức chưa có kết quả là số. Mở tệp bằng Excel, lưu lại, hoặc thay công thức bằng số.',
    en: 'The formula in this cell has no number as its result.',
  },
  'figures.import_stale_cell': {
    kind: 'conflict',
    vi: 'Sau khi tệp được xuất, {by} đã ghi số khác vào ô này; số hiện nay: {now}. Xuất lại bảng để thấy số mới, hoặc bỏ sửa ô này trong tệp.',
    en: '{by} has written another number into this cell since the export; it is now: {now}.',
  },
  'figures.rule_unsound': {
    kind: 'invalid',
    vi: 'Quy tắc chưa đúng: {reason}. Sửa rồi lưu lại.',
    en: 'The rule is not sound: {reason}.',
  },
  'figures.rule_code_taken': {
    kind: 'conflict',
    vi: 'Mã quy tắc {code} đã có. Chọn mã khác; quy tắc cũ không sửa mà kết thúc rồi thêm quy tắc mới.',
    en: 'The code {code} is taken. Choose another; an old rule is ended and a new one added.',
  },
  'figures.rule_not_found': {
    kind: 'not_found',
    vi: 'Không có quy tắc này. Tải lại danh sách quy tắc.',
    en: 'There is no such rule. Load the list again.',
  },
  'figures.rule_end_too_early': {
    kind: 'conflict',
    vi: 'Ngày cuối phải từ ngày quy tắc bắt đầu ({from}) trở đi và sớm hơn ngày kết thúc đã ghi. Chọn ngày khác.',
    en: 'The last day lies on or after the first day ({from}) and before an end that is already recorded.',
  },
  'figures.evidence_not_found': {
    kind: 'not_found',
    vi: 'Không có tệp minh chứng này trong kho tệp của ông/bà. Tải tệp lên rồi ghi lại.',
    en: 'There is no such evidence file in your store. Upload it and save again.',
  },
  'figures.nothing_to_withdraw': {
    kind: 'conflict',
    vi: 'Ô này chưa có số để rút. Tải lại trang.',
    en: 'There is no value to withdraw.',
  },
  'figures.figure_not_found': {
    kind: 'not_found',
    vi: 'Chưa có số liệu của chỉ tiêu này cho đơn vị và kỳ đã chọn.',
    en: 'There is no figure of this indicator for the unit and period.',
  },
  'figures.nothing_to_approve': {
    kind: 'conflict',
    vi: 'Đơn vị chưa có số nào trong kỳ này nên chưa có gì để phê duyệt.',
    en: 'The unit has no figure in this period, so there is nothing to approve.',
  },
  'figures.below_not_approved': {
    kind: 'conflict',
    vi: 'Chưa phê duyệt được: còn {count} đơn vị trực thuộc chưa phê duyệt số của kỳ này hoặc đã sửa sau khi phê duyệt ({names}). Đợi các đơn vị đó phê duyệt trước.',
    en: '{count} units below have not approved their figures of this period, or changed them since ({names}). They come first.',
  },
  'figures.approval_overtaken': {
    kind: 'conflict',
    vi: 'Số liệu đã thay đổi sau khi ông/bà xem nên chưa phê duyệt. Xem lại các thay đổi rồi phê duyệt.',
    en: 'The figures have changed since you looked at them, so nothing was approved. Look again.',
  },
  'figures.already_approved': {
    kind: 'conflict',
    vi: 'Số liệu của kỳ này đã được phê duyệt và không thay đổi từ đó.',
    en: 'The figures of this period are approved and have not changed since.',
  },
  'figures.cross_unsound': {
    kind: 'invalid',
    vi: 'Bảng chéo cần hai chiều khác nhau cho dòng và cột, và một giá trị cho chiều còn lại (kỳ, chỉ tiêu, hoặc các năm). Chọn lại.',
    en: 'A cross table needs two different dimensions and one member of the third. Choose again.',
  },
  'figures.export_not_found': {
    kind: 'not_found',
    vi: 'Không có lần xuất bảng này trong các lần xuất của ông/bà. Xuất lại nếu cần.',
    en: 'There is no such export among yours.',
  },
  'figures.export_too_many': {
    kind: 'conflict',
    vi: 'Ông/bà đang có {count} bảng đang xuất. Đợi xong hoặc hủy bớt rồi xuất tiếp.',
    en: 'You have {count} exports under way. Wait for them or cancel one.',
  },
  'figures.export_not_ready': {
    kind: 'conflict',
    vi: 'Bảng này chưa có tệp để tải: chưa xuất xong, đã hủy, bị lỗi, hoặc đã quá hạn lưu nên tệp đã xóa. Xem trạng thái rồi xuất lại nếu cần.',
    en: 'This export has no file: it is not done, was cancelled, failed, or its time is over. Look at its state.',
  },
  'figures.export_broke': {
    kind: 'unavailable',
    vi: 'Máy chủ gặp lỗi khi xuất nên chưa có tệp. Số liệu không bị ảnh hưởng; xuất lại, nếu vẫn lỗi thì báo quản trị hệ thống.',
    en: 'The server failed while writing, so there is no file. Figures are untouched; export again or tell the administrator.',
  },
  'figures.export_interrupted': {
    kind: 'unavailable',
    vi: 'Máy chủ dừng giữa chừng nhiều lần khi xuất bảng này nên đã thôi. Xuất lại ít kỳ hơn, hoặc báo quản trị hệ thống.',
    en: 'The server stopped again and again while writing this table and gave up. Export fewer periods or tell the administrator.',
  },
  'figures.export_settled': {
    kind: 'conflict',
    vi: 'Lần xuất này đã kết thúc nên không hủy được nữa.',
    en: 'This export has ended and cannot be cancelled.',
  },
};
