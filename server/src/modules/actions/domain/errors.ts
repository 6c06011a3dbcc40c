// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What the follow-up of recommendations can refuse with. */
export const actionsErrors: ErrorCatalogue = {
  'actions.recommendation_not_found': {
    kind: 'not_found',
    vi: 'Không có kiến nghị này, hoặc kiến nghị thuộc đơn vị ngoài phạm vi của ông/bà. Kiểm tra lại đường dẫn hoặc tìm trong danh sách kiến nghị.',
    en: 'There is no such recommendation, or it belongs to a unit outside your own.',
  },
  'actions.unit_unknown': {
    kind: 'invalid',
    vi: 'Đơn vị được giao kiến nghị không có trong hệ thống hoặc nằm ngoài phạm vi của ông/bà, nên chưa lưu gì. Chọn lại đơn vị.',
    en: 'The unit that should own the recommendation is unknown or outside your own. Nothing was saved; choose another unit.',
  },
  'actions.move_refused': {
    kind: 'conflict',
    vi: 'Kiến nghị đang ở trạng thái "{state}" nên chưa làm được bước "{move}". Tải lại để xem trạng thái mới nhất.',
    en: 'The recommendation is "{state}", so "{move}" is not possible. Reload to see its state.',
  },
  'actions.note_missing': {
    kind: 'invalid',
    vi: 'Việc này cần nêu lý do để đơn vị biết vì sao. Ghi lý do rồi lưu lại.',
    en: 'This needs a reason, so that the unit knows why. Write it and save again.',
  },
  'actions.evidence_missing': {
    kind: 'invalid',
    vi: 'Chưa có tài liệu kiểm chứng nên chưa chấp nhận được. Đề nghị đơn vị bổ sung tài liệu, hoặc ghi rõ căn cứ chấp nhận.',
    en: 'There is no evidence yet. Ask the unit for it, or write what the acceptance rests on.',
  },
  'actions.settled': {
    kind: 'conflict',
    vi: 'Kiến nghị đã được chấp nhận hoặc chuyển kỳ sau nên không sửa nội dung được. Mở lại kiến nghị trước khi sửa.',
    en: 'The recommendation is settled and its text is fixed. Reopen it first.',
  },
  'actions.due_before_made': {
    kind: 'invalid',
    vi: 'Thời hạn {due} trước ngày nêu kiến nghị {made} nên chưa lưu gì: không ai khắc phục kịp việc chưa được giao. Chọn thời hạn từ {made} trở đi.',
    en: 'The deadline {due} lies before {made}, when the recommendation is made. Nothing was saved; choose {made} or later.',
  },
  'actions.file_unknown': {
    kind: 'invalid',
    vi: 'Tệp kiểm chứng không có trong kho của đơn vị. Tải tệp lên rồi thử lại.',
    en: 'The evidence file is unknown. Upload it and try again.',
  },
};
