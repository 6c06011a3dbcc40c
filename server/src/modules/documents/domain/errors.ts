// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const documentsErrors: ErrorCatalogue = {
  'documents.not_found': {
    kind: 'not_found',
    vi: 'Không có văn bản này, hoặc văn bản thuộc đơn vị ngoài phạm vi của ông/bà.',
    en: 'There is no such document, or it belongs to a unit outside your reach.',
  },
  'documents.register_not_found': {
    kind: 'not_found',
    vi: 'Không có sổ văn bản này, hoặc sổ thuộc đơn vị ngoài phạm vi của ông/bà.',
    en: 'There is no such register, or it belongs to a unit outside your reach.',
  },
  'documents.type_unknown': {
    kind: 'invalid',
    vi: 'Không có loại văn bản {code} áp dụng vào ngày {day}. Chọn một trong 29 loại của Nghị định 30/2020/NĐ-CP.',
    en: 'There is no document type {code} in force on {day}. Choose one of the 29 types of Decree 30/2020.',
  },
  'documents.code_invalid': {
    kind: 'invalid',
    vi: 'Số, ký hiệu "{code}" chưa đúng. Ghi số, dấu gạch chéo rồi ký hiệu, ví dụ 1367/QĐ-UBND hoặc 581/BNV-CCHC.',
    en: '"{code}" is not a number and symbol. Write, for instance, 1367/QĐ-UBND or 581/BNV-CCHC.',
  },
  'documents.symbol_invalid': {
    kind: 'invalid',
    vi: 'Ký hiệu "{symbol}" chưa đúng. Chỉ dùng chữ, số và dấu gạch nối, ví dụ QĐ-UBND.',
    en: 'The symbol "{symbol}" is not valid. Use letters, digits and hyphens only, for instance QĐ-UBND.',
  },
  'documents.symbol_of_other_type': {
    kind: 'invalid',
    vi: 'Ký hiệu "{symbol}" không khớp loại {type} (chữ viết tắt: {expected}). Sửa ký hiệu hoặc chọn lại loại văn bản.',
    en: 'The symbol "{symbol}" does not fit the type {type} (abbreviation: {expected}). Correct one of them.',
  },
  'documents.number_taken': {
    kind: 'conflict',
    vi: 'Số {code} ngày {issuedOn} của cơ quan này đã có trong hệ thống. Tìm và dùng văn bản đã có, hoặc kiểm tra lại số và ngày.',
    en: 'The number {code} of {issuedOn} of this issuer is already there. Use that document, or check number and date.',
  },
  'documents.already_received': {
    kind: 'conflict',
    vi: 'Văn bản {code} của cơ quan này đã đăng ký đến số {number} ngày {receivedOn}. Mở bản đã đăng ký, không đăng ký lần hai.',
    en: 'Document {code} of this issuer is already registered under incoming number {number} of {receivedOn}.',
  },
  'documents.issuer_missing': {
    kind: 'invalid',
    vi: 'Chưa ghi cơ quan ban hành. Chọn đơn vị hoặc ghi tên cơ quan.',
    en: 'The issuer is missing. Choose a unit or write the name.',
  },
  'documents.reason_missing': {
    kind: 'invalid',
    vi: 'Chưa ghi lý do thu hồi. Lý do được giữ cùng văn bản.',
    en: 'The reason of the recall is missing. It stays with the document.',
  },
  'documents.day_unreal': {
    kind: 'invalid',
    vi: 'Ngày {day} không có thật. Kiểm tra lại ngày, tháng, năm.',
    en: '{day} is not a day of the calendar.',
  },
  'documents.issued_in_future': {
    kind: 'invalid',
    vi: 'Ngày văn bản {day} nằm sau hôm nay ({today}). Kiểm tra lại ngày ban hành.',
    en: 'The date {day} lies after today ({today}). Check the date of issue.',
  },
  'documents.received_in_future': {
    kind: 'invalid',
    vi: 'Ngày đến {day} nằm sau hôm nay ({today}). Kiểm tra lại ngày đến.',
    en: 'The day of arrival {day} lies after today ({today}).',
  },
  'documents.received_before_issued': {
    kind: 'invalid',
    vi: 'Ngày đến {receivedOn} trước ngày văn bản {issuedOn}. Kiểm tra lại hai ngày này.',
    en: 'The day of arrival {receivedOn} is before the date of the document {issuedOn}.',
  },
  'documents.basis_later': {
    kind: 'invalid',
    vi: 'Căn cứ {code} ngày {basisOn} ban hành sau văn bản này ({issuedOn}) nên không thể là căn cứ. Kiểm tra lại ngày hoặc chọn văn bản khác.',
    en: 'The basis {code} of {basisOn} is later than this document ({issuedOn}). Check the dates or choose another basis.',
  },
  'documents.basis_not_issued': {
    kind: 'invalid',
    vi: 'Văn bản dùng làm căn cứ chưa ban hành. Ban hành văn bản đó trước, hoặc chọn văn bản khác.',
    en: 'The basis is not issued yet. Issue it first, or choose another one.',
  },
  'documents.basis_circular': {
    kind: 'invalid',
    vi: 'Văn bản {code} lại dựa trên chính văn bản này nên không thể là căn cứ. Chọn văn bản khác.',
    en: 'Document {code} is itself based on this one. Choose another basis.',
  },
  'documents.basis_there': {
    kind: 'conflict',
    vi: 'Văn bản {code} đã có trong danh sách căn cứ.',
    en: 'Document {code} is already among the bases.',
  },
  'documents.replaced_not_issued': {
    kind: 'invalid',
    vi: 'Chỉ thay thế được văn bản đã ban hành, có ngày không sau văn bản mới.',
    en: 'Only an issued document that is not later can be replaced.',
  },
  'documents.already_issued': {
    kind: 'conflict',
    vi: 'Văn bản đã ban hành với số {code}. Không cấp số lần hai.',
    en: 'The document is already issued as {code}.',
  },
  'documents.recalled': {
    kind: 'conflict',
    vi: 'Văn bản {code} đã thu hồi nên không sửa được. Soạn văn bản mới thay thế.',
    en: 'The document {code} is recalled and cannot be changed. Draft a new one that replaces it.',
  },
  'documents.field_closed': {
    kind: 'conflict',
    vi: 'Văn bản {code} đã ban hành nên không sửa được các mục: {fields}. Thu hồi rồi ban hành văn bản thay thế.',
    en: 'The document {code} is issued; these fields are closed: {fields}. Recall it and issue a replacement.',
  },
  'documents.date_out_of_order': {
    kind: 'conflict',
    vi: 'Số trước trong sổ ghi ngày {previousOn}, sau ngày {day}. Số văn bản phải theo thứ tự ngày: chọn ngày khác, hoặc ghi lý do để vẫn dùng ngày này.',
    en: 'The previous number of the register bears {previousOn}, later than {day}. Choose another day, or give the reason to keep this one.',
  },
  'documents.register_there': {
    kind: 'conflict',
    vi: 'Đơn vị đã có sổ cho năm {year} với phạm vi này. Dùng sổ đã có.',
    en: 'The unit already has such a register for {year}.',
  },
  'documents.register_scope_in_use': {
    kind: 'conflict',
    vi: 'Sổ chung năm {year} đã cấp số cho loại văn bản này nên không mở dãy số riêng giữa năm được. Mở sổ riêng từ ngày 01 tháng 01 năm sau.',
    en: 'The common register of {year} has already numbered this type. Open a separate sequence from 1 January on.',
  },
  'documents.register_incoming_is_one': {
    kind: 'invalid',
    vi: 'Văn bản đến dùng một dãy số chung trong năm, không mở sổ riêng theo loại.',
    en: 'Incoming documents have one sequence a year; there is no register per type.',
  },
  'documents.links_fixed': {
    kind: 'conflict',
    vi: 'Văn bản {code} đã ban hành; căn cứ và tệp kèm theo là một phần của văn bản đã ký nên không rút được. Thu hồi văn bản rồi ban hành bản thay thế.',
    en: 'The document {code} is issued; its bases and files are part of what was signed. Recall it and issue a replacement.',
  },
  'documents.basis_not_there': {
    kind: 'not_found',
    vi: 'Văn bản này không có căn cứ đã chọn, hoặc căn cứ đã được rút. Tải lại trang để xem danh sách mới.',
    en: 'The document does not rest on the chosen one, or that basis is withdrawn already. Reload the page.',
  },
  'documents.attachment_not_there': {
    kind: 'not_found',
    vi: 'Văn bản này không có tệp đã chọn, hoặc tệp đã được rút. Tải lại trang để xem danh sách mới.',
    en: 'The document has no such file, or it is withdrawn already. Reload the page.',
  },
  'documents.withdrawal_reason_missing': {
    kind: 'invalid',
    vi: 'Rút căn cứ, tệp kèm theo cần nêu lý do; lý do được giữ trong lịch sử văn bản. Ghi lý do rồi thực hiện lại.',
    en: 'Taking a basis or file off needs a reason, which stays in the history of the document.',
  },
  'documents.register_open': {
    kind: 'conflict',
    vi: 'Sổ "{name}" đang mở nên không cần mở lại. Tải lại trang để xem trạng thái mới.',
    en: 'The register "{name}" is open already. Reload the page.',
  },
  'documents.register_closed': {
    kind: 'conflict',
    vi: 'Sổ "{name}" đã khóa cuối năm nên không cấp số, không đăng ký thêm văn bản. Chọn ngày thuộc năm khác, hoặc đề nghị quản trị mở lại sổ kèm lý do.',
    en: 'The register "{name}" is closed and takes no more numbers. Choose a day of another year, or ask the administrator to reopen it with a reason.',
  },
  'documents.register_year_running': {
    kind: 'conflict',
    vi: 'Năm {year} chưa hết nên chưa khóa sổ được: số văn bản kết thúc vào ngày 31 tháng 12. Khóa sổ từ ngày 31/12/{year}.',
    en: 'The year {year} has not ended; numbers run until 31 December. Close the register from 31/12/{year} on.',
  },
  'documents.reopen_reason_missing': {
    kind: 'invalid',
    vi: 'Mở lại sổ đã khóa cần nêu lý do; lý do được giữ cùng sổ. Ghi lý do rồi thực hiện lại.',
    en: 'Reopening a closed register needs a reason, which stays with the register.',
  },
  'documents.attachment_there': { kind: 'conflict', vi: 'Tệp {name} đã đính kèm văn bản này.', en: 'The file {name} is already attached.' },
  'documents.attachment_of_other_unit': {
    kind: 'invalid',
    vi: 'Tệp {name} thuộc đơn vị khác. Tải tệp lên lại cho đúng đơn vị của văn bản.',
    en: 'The file {name} belongs to another unit. Upload it for the unit of the document.',
  },
};
