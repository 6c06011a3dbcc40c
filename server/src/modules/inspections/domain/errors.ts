// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';
import { dayErrors } from './day-errors.ts';
import { ruleErrors } from './rule-errors.ts';
import { linkErrors, teamErrors } from './team-errors.ts';

const existence: ErrorCatalogue = {
  'inspections.round_not_found': {
    kind: 'not_found',
    vi: 'Không có đợt kiểm tra này, hoặc đợt này không thuộc phạm vi của ông/bà. Tìm lại trong danh sách kiểm tra.',
    en: 'There is no such inspection round, or it lies outside your units.',
  },
  'inspections.visit_not_found': {
    kind: 'not_found',
    vi: 'Không có đơn vị được kiểm tra này trong đợt, hoặc nằm ngoài phạm vi của ông/bà. Mở lại từ đợt kiểm tra.',
    en: 'There is no such inspected unit, or it lies outside your units.',
  },
  'inspections.figure_not_found': {
    kind: 'not_found',
    vi: 'Không có số liệu này. Có thể số liệu đã được rút; tải lại trang để xem bản mới.',
    en: 'There is no such figure; it may have been withdrawn.',
  },
  'inspections.statement_not_found': {
    kind: 'not_found',
    vi: 'Không có nội dung này. Có thể nội dung đã được rút; tải lại trang để xem bản mới.',
    en: 'There is no such statement; it may have been withdrawn.',
  },
  'inspections.sample_not_found': {
    kind: 'not_found',
    vi: 'Không có lần chọn mẫu này. Tải lại trang để xem bản mới.',
    en: 'There is no such sample.',
  },
  'inspections.checklist_not_found': {
    kind: 'not_found',
    vi: 'Không có phiên bản danh mục kiểm tra này. Chọn lại trong danh sách phiên bản.',
    en: 'There is no such checklist version.',
  },
  'inspections.item_not_found': {
    kind: 'not_found',
    vi: 'Mục này không có trong danh mục kiểm tra của đợt. Tải lại danh mục rồi chọn lại.',
    en: 'The item is not on the checklist.',
  },
  'inspections.unit_unknown': {
    kind: 'invalid',
    vi: 'Đơn vị không có trong hệ thống hoặc nằm ngoài phạm vi của ông/bà, nên chưa lưu gì. Chọn lại đơn vị.',
    en: 'The unit is unknown or outside your own. Nothing was saved.',
  },
  'inspections.document_unknown': {
    kind: 'invalid',
    vi: 'Không tìm thấy văn bản đã chọn. Đăng ký văn bản vào sổ trước rồi chọn lại.',
    en: 'The document is unknown. Register it first.',
  },
  'inspections.file_unknown': {
    kind: 'invalid',
    vi: 'Không tìm thấy tệp đã chọn. Tải tệp lên rồi thử lại.',
    en: 'The file is unknown. Upload it first.',
  },
};

const steps: ErrorCatalogue = {
  'inspections.no_such_step': {
    kind: 'conflict',
    vi: 'Từ bước hiện tại ({from}) không chuyển thẳng sang "{to}" được. Tải lại để xem các bước có thể chuyển.',
    en: 'There is no step from "{from}" to "{to}". Reload to see the possible steps.',
  },
  'inspections.not_your_step': {
    kind: 'forbidden',
    vi: 'Bước này do người khác thực hiện ({movers}). Đề nghị người đó chuyển bước, hoặc đề nghị cơ quan tổ chức kiểm tra gắn tài khoản vào đoàn.',
    en: 'This step belongs to others ({movers}).',
  },
  'inspections.not_your_part': {
    kind: 'forbidden',
    vi: 'Việc này dành cho: {allowed}. Đề nghị người được phân công thực hiện, hoặc đề nghị cơ quan tổ chức kiểm tra gắn tài khoản vào đoàn.',
    en: 'This is for: {allowed}.',
  },
  'inspections.issue_first': {
    kind: 'conflict',
    vi: 'Bước này cần văn bản. Ban hành từ hệ thống, hoặc ghi ngày đã ký, ban hành trên giấy.',
    en: 'This step needs its paper: issue it here, or give the day on which it was signed on paper.',
  },
  'inspections.reason_missing': {
    kind: 'invalid',
    vi: 'Quay lại bước trước cần nêu lý do. Ghi lý do rồi thực hiện lại.',
    en: 'A step back needs a reason.',
  },
  'inspections.not_at_this_step': {
    kind: 'conflict',
    vi: 'Đang ở bước "{step}" nên phần này chưa mở hoặc đã khóa. Cần sửa thì quay lại bước trước và nêu lý do.',
    en: 'At step "{step}" this part is closed. Step back, with a reason, to change it.',
  },
  'inspections.report_handed_in': {
    kind: 'conflict',
    vi: 'Báo cáo đã nộp nên đơn vị không sửa báo cáo, số liệu được nữa: đoàn kiểm tra đối chiếu đúng số đã nộp. Đề nghị thư ký đoàn trả lại báo cáo, hoặc sửa giúp chỗ ghi nhầm.',
    en: 'The report is handed in, so the unit can no longer change it. Ask the secretary to give it back or to correct a slip.',
  },
  'inspections.field_missing': {
    kind: 'invalid',
    vi: 'Chưa chọn lĩnh vực cải cách hành chính nên chưa biết nhận xét này thuộc phần nào, ai chịu trách nhiệm. Chọn lĩnh vực rồi lưu lại.',
    en: 'No reform field is chosen, so nobody answers for this text. Choose one and save again.',
  },
  'inspections.plan_missing': {
    kind: 'conflict',
    vi: 'Chưa gắn kế hoạch kiểm tra. Chọn văn bản kế hoạch trong sổ văn bản.',
    en: 'No plan is linked yet.',
  },
  'inspections.decision_missing': {
    kind: 'conflict',
    vi: 'Chưa gắn quyết định thành lập đoàn. Chọn văn bản quyết định trong sổ văn bản.',
    en: 'No decision is linked yet.',
  },
  'inspections.decision_undated': {
    kind: 'conflict',
    vi: 'Quyết định chưa có ngày ban hành. Bổ sung ngày trong sổ văn bản.',
    en: 'The decision bears no date yet.',
  },
  'inspections.period_missing': {
    kind: 'conflict',
    vi: 'Chưa có ngày bắt đầu, ngày kết thúc của đợt. Nhập thời gian kiểm tra.',
    en: 'The round has no first and last day yet.',
  },
  'inspections.team_head': {
    kind: 'conflict',
    vi: 'Đoàn phải có đúng một trưởng đoàn, hiện có {count}. Sửa thành phần đoàn.',
    en: 'A team has exactly one head; this one has {count}.',
  },
  'inspections.team_secretary': {
    kind: 'conflict',
    vi: 'Đoàn phải có đúng một thư ký, hiện có {count}. Sửa thành phần đoàn.',
    en: 'A team has exactly one secretary; this one has {count}.',
  },
  'inspections.visits_missing': {
    kind: 'conflict',
    vi: 'Chưa có đơn vị được kiểm tra nào. Thêm ít nhất một đơn vị.',
    en: 'No unit to inspect was chosen yet.',
  },
  'inspections.timetable_missing': {
    kind: 'conflict',
    vi: 'Còn {count} đơn vị chưa có ngày làm việc. Nhập lịch kiểm tra.',
    en: '{count} units have no day yet.',
  },
  'inspections.checklist_missing': {
    kind: 'conflict',
    vi: 'Chưa chọn danh mục nội dung kiểm tra. Chọn một phiên bản đã ban hành.',
    en: 'No checklist was chosen yet.',
  },
  'inspections.visits_not_there': {
    kind: 'conflict',
    vi: 'Mới {reached} trên {total} đơn vị tới bước này. Hoàn thành các đơn vị còn lại.',
    en: 'Only {reached} of {total} units have come so far.',
  },
  'inspections.conclusion_missing': {
    kind: 'conflict',
    vi: 'Chưa có nội dung kết luận. Ghi ít nhất một kết luận của đợt.',
    en: 'The round has no conclusion yet.',
  },
  'inspections.recommendation_without_deadline': {
    kind: 'conflict',
    vi: 'Còn {count} kiến nghị chưa có thời hạn. Nhập thời hạn cho từng kiến nghị.',
    en: '{count} recommendations have no deadline.',
  },
  'inspections.recommendations_open': {
    kind: 'conflict',
    vi: 'Còn {count} kiến nghị chưa được chấp nhận hoặc chuyển kỳ sau. Xử lý hết rồi khép lại đợt.',
    en: '{count} recommendations are still open.',
  },
  'inspections.round_not_announced': {
    kind: 'conflict',
    vi: 'Đợt kiểm tra chưa được thông báo tới đơn vị. Thông báo lịch trước.',
    en: 'The round is not announced yet.',
  },
  'inspections.round_beyond_minutes': {
    kind: 'conflict',
    vi: 'Đoàn đã báo cáo kết quả nên biên bản không sửa được nữa. Quay lại bước ký biên bản trước.',
    en: 'The team has reported; step the round back first.',
  },
  'inspections.report_missing': {
    kind: 'conflict',
    vi: 'Chưa có báo cáo của đơn vị. Gửi báo cáo hoặc nhập số liệu báo cáo.',
    en: 'The unit has not reported yet.',
  },
  'inspections.visit_in_future': {
    kind: 'conflict',
    vi: 'Chưa tới ngày làm việc {day}. Chờ tới ngày đó hoặc sửa lịch.',
    en: 'The day of the visit, {day}, has not come.',
  },
  'inspections.unit_not_in_force': {
    kind: 'invalid',
    vi: '{unit} không tồn tại vào ngày {day} (đã sáp nhập, giải thể hoặc chưa thành lập). Chọn đơn vị kế thừa hoặc ngày khác.',
    en: '{unit} does not exist on {day}.',
  },
  'inspections.items_unanswered': {
    kind: 'conflict',
    vi: 'Còn {count} trên {total} mục kiểm tra chưa có kết quả. Trả lời hoặc đánh dấu không áp dụng.',
    en: '{count} of {total} checklist items are unanswered.',
  },
  'inspections.opinion_numbers': {
    kind: 'conflict',
    vi: 'Ý kiến của đơn vị nêu {numbers}, không trùng số liệu nào đã lưu. Biên bản in nguyên văn và ghi rõ là lời của đơn vị; xác nhận với đơn vị, hoặc nhập số liệu trước khi ký.',
    en: 'The opinion of the unit names {numbers}, which is no stored figure. The minutes print it as the unit’s own words; confirm it with the unit or store the figure before signing.',
  },
  'inspections.opinion_findings': {
    kind: 'conflict',
    vi: 'Ý kiến của đơn vị có phép tính cần xem lại: {findings} Biên bản in nguyên văn; đề nghị đơn vị xem lại trước khi ký.',
    en: 'A calculation in the opinion of the unit needs another look: {findings} The minutes print it as it is; ask the unit before signing.',
  },
  'inspections.opinion_missing': {
    kind: 'conflict',
    vi: 'Chưa ghi ý kiến của đơn vị được kiểm tra. Ghi ý kiến, kể cả khi đơn vị nhất trí.',
    en: 'The opinion of the unit is missing.',
  },
};

const contents: ErrorCatalogue = {
  'inspections.organiser_not_yours': {
    kind: 'not_found',
    vi: 'Cơ quan tổ chức đợt kiểm tra nằm ngoài phạm vi của ông/bà. Chọn lại cơ quan.',
    en: 'The organising unit lies outside your units.',
  },
  'inspections.version_missing': {
    kind: 'invalid',
    vi: 'Thiếu số phiên bản của trang đang mở nên chưa lưu gì. Tải lại trang rồi gửi lại tệp.',
    en: 'The version that was read is missing. Reload the page and send the file again.',
  },
  'inspections.unit_twice': {
    kind: 'conflict',
    vi: 'Đơn vị này đã có trong đợt kiểm tra. Mở dòng đã có để sửa.',
    en: 'The unit is already part of the round.',
  },
  'inspections.figure_code_taken': {
    kind: 'conflict',
    vi: 'Mã số liệu "{code}" đã dùng ở đơn vị này. Chọn mã khác.',
    en: 'The code "{code}" is already used.',
  },
  'inspections.figure_quoted': {
    kind: 'conflict',
    vi: 'Số liệu "{code}" đang được dẫn trong {count} nội dung nên chưa rút được. Sửa các nội dung đó trước.',
    en: 'The figure "{code}" is quoted in {count} texts.',
  },
  'inspections.figure_empty': {
    kind: 'invalid',
    vi: 'Số liệu chưa có giá trị nào. Nhập tử số, các phần hoặc tỷ lệ.',
    en: 'The figure has no value.',
  },
  'inspections.unknown_figure': {
    kind: 'invalid',
    vi: 'Lời văn dẫn số liệu "{figureId}" nhưng đơn vị không có số liệu này. Nhập số liệu trước hoặc sửa mã.',
    en: 'The text quotes the figure "{figureId}", which does not exist.',
  },
  'inspections.loose_number': {
    kind: 'invalid',
    vi: 'Số "{number}" trong lời văn không dẫn tới số liệu nào đã lưu. Nhập số liệu rồi chèn mã của nó, hoặc viết bằng chữ.',
    en: 'The number "{number}" leads to no stored figure. Store it and quote its code, or write it in words.',
  },
  'inspections.field_not_yours': {
    kind: 'forbidden',
    vi: 'Mục {item} thuộc lĩnh vực ông/bà không được phân công nên chưa lưu gì. Chỉ gửi các mục thuộc lĩnh vực của mình.',
    en: 'Item {item} belongs to a field that is not assigned to you. Nothing was saved.',
  },
  'inspections.item_not_on_checklist': {
    kind: 'invalid',
    vi: 'Có mục không thuộc danh mục hoặc nội dung kiểm tra tại đơn vị này nên chưa lưu gì. Tải lại rồi nhập lại.',
    en: 'An item is not part of this visit’s checklist. Nothing was saved.',
  },
  'inspections.sample_seed': {
    kind: 'invalid',
    vi: 'Số gốc phải là số nguyên từ 1 đến {max}. Nhập lại số gốc.',
    en: 'The seed is a whole number from 1 to {max}.',
  },
  'inspections.sample_size': {
    kind: 'invalid',
    vi: 'Không chọn được {size} hồ sơ từ {population} hồ sơ. Nhập cỡ mẫu từ 1 đến {population}.',
    en: 'A sample of {size} cannot be drawn from {population}.',
  },
  'inspections.sample_code_unknown': {
    kind: 'invalid',
    vi: 'Hồ sơ {code} không thuộc mẫu đã chọn nên chưa lưu gì. Kiểm tra lại mã hồ sơ.',
    en: 'Dossier {code} is not in the sample.',
  },
  'inspections.output_not_ready': {
    kind: 'conflict',
    vi: 'Chưa đủ dữ liệu để lập văn bản: {missing}. Bổ sung rồi tải lại.',
    en: 'The paper cannot be made yet: {missing}.',
  },
  'inspections.already_issued': {
    kind: 'conflict',
    vi: 'Văn bản đã ban hành nên không ban hành lần nữa. Tải bản đã lưu.',
    en: 'The paper was issued already.',
  },
  'inspections.register_missing': {
    kind: 'conflict',
    vi: 'Cơ quan ban hành chưa có sổ văn bản năm {year} cho loại này. Mở sổ trong phần Văn bản trước.',
    en: 'The issuer has no register for {year}.',
  },
};

const checklist: ErrorCatalogue = {
  'inspections.checklist_published': {
    kind: 'conflict',
    vi: 'Phiên bản danh mục đã ban hành nên không sửa được. Tạo bản dự thảo mới từ phiên bản này.',
    en: 'A published checklist is fixed. Start a new draft from it.',
  },
  'inspections.checklist_not_published': {
    kind: 'invalid',
    vi: 'Danh mục còn là dự thảo nên chưa dùng để kiểm tra được. Ban hành danh mục trước.',
    en: 'The checklist is still a draft.',
  },
  'inspections.draft_exists': {
    kind: 'conflict',
    vi: 'Đã có một bản dự thảo danh mục. Sửa tiếp bản đó hoặc ban hành trước khi tạo bản khác.',
    en: 'There is a draft already.',
  },
  'inspections.checklist_empty': {
    kind: 'conflict',
    vi: 'Danh mục chưa có mục nào nên chưa ban hành được. Thêm mục kiểm tra.',
    en: 'The checklist has no items.',
  },
  'inspections.item_code_taken': {
    kind: 'conflict',
    vi: 'Mã mục {code} đã có trong danh mục. Chọn mã khác.',
    en: 'Item code {code} is taken.',
  },
  'inspections.item_field_unknown': {
    kind: 'invalid',
    vi: 'Danh mục không có nhóm {field}. Chọn một nhóm có sẵn.',
    en: 'The checklist has no field {field}.',
  },
  'inspections.import_unreadable': {
    kind: 'invalid',
    vi: 'Không đọc được tệp Excel (.xlsx). Mở lại tệp, lưu dưới dạng .xlsx không đặt mật khẩu rồi gửi lại.',
    en: 'The workbook cannot be read. Save it as .xlsx without a password.',
  },
  'inspections.import_columns': {
    kind: 'invalid',
    vi: 'Dòng tiêu đề thiếu cột "{column}". Dùng tệp xuất ra từ hệ thống làm mẫu.',
    en: 'The header row has no column "{column}".',
  },
  'inspections.import_moved': {
    kind: 'conflict',
    vi: 'Bản thảo đã được sửa sau khi các thay đổi này được xem. Chọn lại tệp để xem thay đổi so với bản thảo hiện nay.',
    en: 'The draft was changed after these differences were shown. Choose the file again to see the differences from the draft of now.',
  },
  'inspections.import_rows': {
    kind: 'invalid',
    vi: 'Có {count} ô chưa đúng, chưa lưu gì. Ô đầu tiên: dòng {row}, cột {column}: {problem}.',
    en: '{count} cells are wrong, nothing was saved. First: row {row}, column {column}: {problem}.',
  },
};

/** What inspections can refuse with: existence, steps and their gates, contents, checklist. */
export const inspectionsErrors: ErrorCatalogue = {
  ...existence,
  ...steps,
  ...contents,
  ...checklist,
  ...dayErrors,
  ...teamErrors,
  ...linkErrors,
  ...ruleErrors,
};
