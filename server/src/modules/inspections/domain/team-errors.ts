// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** Refusals about what was linked by mistake. */
export const linkErrors: ErrorCatalogue = {
  'inspections.basis_fixed': {
    kind: 'conflict',
    vi: 'Đợt kiểm tra đã có quyết định nên không rút kế hoạch, quyết định được. Gắn văn bản đúng thay thế khi đợt còn ở bước "Có quyết định", hoặc quay lại bước "Có kế hoạch", nêu lý do, rồi rút.',
    en: 'A decided round rests on its plan and decision. Link the right document instead, or step back to the plan first.',
  },
  'inspections.link_not_there': {
    kind: 'not_found',
    vi: 'Không có căn cứ hoặc tệp này, hoặc đã được rút. Tải lại trang để xem bản mới.',
    en: 'There is no such basis or file, or it is withdrawn already. Reload the page.',
  },
  'inspections.withdrawal_reason_missing': {
    kind: 'invalid',
    vi: 'Rút căn cứ, tệp cần nêu lý do; lý do được giữ trong lịch sử. Ghi lý do rồi thực hiện lại.',
    en: 'Taking a basis or file off needs a reason, which stays in the history.',
  },
};

/** Refusals about who sits in a team. */
export const teamErrors: ErrorCatalogue = {
  'inspections.seat_not_found': {
    kind: 'not_found',
    vi: 'Không có vị trí này trong đoàn; có thể thành phần đoàn vừa được sửa. Tải lại trang rồi chọn lại vị trí.',
    en: 'There is no such seat in the team; the team may have been changed. Reload and choose again.',
  },
  'inspections.account_not_for_seat': {
    kind: 'invalid',
    vi: 'Tài khoản này không nhận vị trí trong đoàn được: đã ngừng dùng, ở ngoài phạm vi của ông/bà hoặc chưa có vai trò phù hợp. Chọn người khác, hoặc đề nghị quản trị cấp vai trò.',
    en: 'This account cannot take the seat: it is disabled, outside your units, or lacks a fitting role. Choose another or ask the administrator.',
  },
  'inspections.seats_by_organiser': {
    kind: 'forbidden',
    vi: 'Ai giữ vị trí nào trong đoàn do cơ quan tổ chức kiểm tra quyết định, nên chưa lưu gì. Trưởng đoàn sửa được chức vụ, lĩnh vực; đổi người thì đề nghị cơ quan tổ chức.',
    en: 'Who sits where is for the organiser to decide. Nothing was saved. The head may change positions and fields only.',
  },
  'inspections.account_seated': {
    kind: 'conflict',
    vi: 'Người này đã giữ một vị trí khác trong đoàn; mỗi người một vị trí. Gỡ tài khoản khỏi vị trí kia trước.',
    en: 'This person already has a seat in the team. Take the account off the other seat first.',
  },
};
