// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const deskErrors: ErrorCatalogue = {
  'dossiers.not_found': {
    kind: 'not_found',
    vi: 'Không có hồ sơ mang mã này, hoặc hồ sơ thuộc đơn vị ngoài phạm vi của ông/bà. Kiểm tra lại mã trên giấy tiếp nhận.',
    en: 'There is no dossier with this code, or it belongs to a unit outside your reach.',
  },
  'dossiers.procedure_not_in_force': {
    kind: 'invalid',
    vi: 'Thủ tục này không có phiên bản có hiệu lực ngày {day}. Chọn thủ tục khác hoặc cập nhật danh mục thủ tục trước khi nhận.',
    en: 'The procedure has no version in force on {day}.',
  },
  'dossiers.identity_number_wrong': {
    kind: 'invalid',
    vi: 'Số định danh “{number}” chưa đúng: số căn cước, căn cước công dân có 12 chữ số, không bắt đầu bằng 000; chứng minh nhân dân có 9 chữ số, hộ chiếu có chữ cái và chữ số. Kiểm tra lại, hoặc để trống nếu chưa có.',
    en: 'The identity number “{number}” is not valid: it has 12 digits, not 000 first, 9 on older cards, or the letters and digits of a passport. Check it, or leave it empty.',
  },
  'dossiers.organisation_number_wrong': {
    kind: 'invalid',
    vi: 'Mã số “{number}” chưa đúng: mã số thuế, mã số doanh nghiệp có 10 chữ số, hoặc 10 chữ số, dấu gạch và 3 chữ số; số định danh của người nộp thay có 9 chữ số hoặc 12 chữ số không bắt đầu bằng 000; hộ chiếu có chữ cái và chữ số. Kiểm tra lại, hoặc để trống nếu chưa có.',
    en: 'The number “{number}” is not valid: a tax or enterprise code has 10 digits, or 10, a dash and 3; an identity number 9 or 12, not 000 first, a passport letters and digits. Check it, or leave it empty.',
  },
  'dossiers.phone_wrong': {
    kind: 'invalid',
    vi: 'Số điện thoại “{phone}” chưa đúng: ghi từ 9 đến 11 chữ số, có thể bắt đầu bằng +84. Kiểm tra lại với người nộp.',
    en: 'The phone number “{phone}” is not valid: give 9 to 11 digits, with +84 before them if you like.',
  },
  'dossiers.papers_missing': {
    kind: 'conflict',
    vi: 'Hồ sơ còn thiếu: {papers}. Hướng dẫn người nộp bổ sung đủ một lần, hoặc nhận ở trạng thái yêu cầu bổ sung.',
    en: 'Papers are missing: {papers}. Tell the applicant all of them at once, or receive the dossier as waiting for papers.',
  },
  'dossiers.paper_unknown': {
    kind: 'invalid',
    vi: 'Giấy tờ “{paper}” không có trong thành phần hồ sơ của thủ tục này. Tải lại biểu mẫu rồi chọn lại.',
    en: 'The paper “{paper}” is not among the papers of this procedure.',
  },
  'dossiers.move_not_allowed': {
    kind: 'conflict',
    vi: 'Hồ sơ đang ở trạng thái “{status}” nên không thể {move}. Tải lại hồ sơ để xem các bước làm được.',
    en: 'A dossier that is “{status}” cannot take this step.',
  },
  'dossiers.reason_required': {
    kind: 'invalid',
    vi: 'Bước này cần nêu lý do để người nộp và đơn vị kiểm tra hiểu được. Ghi lý do rồi làm lại.',
    en: 'This step needs a reason.',
  },
  'dossiers.request_used_otherwise': {
    kind: 'conflict',
    vi: 'Lần gửi này đã tạo hồ sơ {code} với nội dung khác. Mở hồ sơ đó để xem; nếu là hồ sơ mới, nhập lại từ đầu.',
    en: 'This request has entered dossier {code} with other content. Open that dossier; enter a new one from the beginning.',
  },
  'dossiers.moment_ahead': {
    kind: 'invalid',
    vi: 'Thời điểm {moment} ở tương lai. Ghi thời điểm thật của bước này.',
    en: 'The moment {moment} lies ahead.',
  },
  'dossiers.moment_before_last_step': {
    kind: 'invalid',
    vi: 'Thời điểm {moment} sớm hơn bước trước của hồ sơ ({last}). Kiểm tra lại ngày giờ.',
    en: 'The moment {moment} lies before the last step ({last}).',
  },
  'dossiers.extension_refused': {
    kind: 'conflict',
    vi: 'Không hẹn lại được: {why}. Luật chỉ cho hẹn lại một lần, báo trước ngày trả ít nhất một ngày, ngày hẹn mới phải muộn hơn.',
    en: 'The appointment cannot be moved: {why}.',
  },
  'dossiers.new_due_required': {
    kind: 'invalid',
    vi: 'Hẹn lại cần có ngày trả kết quả mới. Chọn ngày rồi làm lại.',
    en: 'A new appointment needs a new day.',
  },
  'dossiers.already_closed': {
    kind: 'conflict',
    vi: 'Hồ sơ đã kết thúc nên không phân công được nữa. Tải lại danh sách việc.',
    en: 'The dossier is closed and can no longer be assigned.',
  },
  'dossiers.handler_unfit': {
    kind: 'invalid',
    vi: 'Người được chọn không có quyền xử lý hồ sơ của đơn vị này. Chọn người khác hoặc đề nghị quản trị phân quyền.',
    en: 'The person may not handle dossiers of this unit.',
  },
};
