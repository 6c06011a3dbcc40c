// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What rounds of scoring can refuse with. */
export const cycleErrors: ErrorCatalogue = {
  'scoring.round_not_found': {
    kind: 'not_found',
    vi: 'Không có đợt chấm điểm này trong phạm vi của bạn. Chọn một đợt trong danh sách.',
    en: 'There is no such round within your reach. Choose one from the list.',
  },
  'scoring.round_unit_not_found': {
    kind: 'not_found',
    vi: 'Không có phiếu chấm điểm này trong phạm vi của bạn. Chọn đơn vị trong đợt chấm điểm.',
    en: 'There is no such score sheet within your reach. Choose a unit of the round.',
  },
  'scoring.not_your_part': {
    kind: 'forbidden',
    vi: 'Việc «{act}» dành cho {allowed}. Vai trò của bạn trong đợt này không làm được; hãy đề nghị người đó.',
    en: 'This act belongs to somebody else in this round ({allowed}). Ask them.',
  },
  'scoring.own_unit': {
    kind: 'forbidden',
    vi: 'Bạn có quyền tự chấm điểm của chính đơn vị này nên không {act} cho đơn vị. Đề nghị người thẩm định khác của lĩnh vực (kết quả của hội đồng: người khác của đơn vị tổ chức); chưa có ai thì đề nghị quản trị giao quyền cho người khác.',
    en: 'You may score for this unit yourself, so you do not judge it, nor write down what the council decided on it. Ask another appraiser of the field or another organiser; where there is none, ask an administrator to give somebody else the right.',
  },
  'scoring.not_in_phase': {
    kind: 'conflict',
    vi: 'Đợt đang ở giai đoạn «{phase}» nên không {act} được; việc này làm ở giai đoạn: {allowed}.',
    en: 'The round is in the phase "{phase}", in which this is not done; it is done in: {allowed}.',
  },
  'scoring.unit_not_there': {
    kind: 'conflict',
    vi: 'Phiếu của đơn vị đang ở trạng thái «{state}» nên không {act} được; cần ở trạng thái: {allowed}.',
    en: 'The sheet of the unit is "{state}"; this needs: {allowed}.',
  },
  'scoring.phase_over': {
    kind: 'conflict',
    vi: 'Giai đoạn «{phase}» của đơn vị đã hết hạn ngày {due}. Muốn làm tiếp thì đề nghị đơn vị tổ chức gia hạn; những gì đã nhập vẫn được giữ.',
    en: 'The phase "{phase}" ended on {due} for this unit. Ask the organiser for an extension; what was entered is kept.',
  },
  'scoring.score_changed': {
    kind: 'conflict',
    vi: 'Mục {item} vừa được {by} cho điểm trong lúc bạn đang nhập. Xem điểm mới rồi gửi lại nếu vẫn cần; nội dung bạn nhập còn nguyên trên màn hình.',
    en: '{by} has just scored item {item}. Look at the new score and send yours again if it still holds; nothing you typed is lost.',
  },
  'scoring.item_not_scored_here': {
    kind: 'invalid',
    vi: 'Mục {item} không được cho điểm ở bước này: điểm của mục đến từ nguồn khác (khảo sát, hệ thống, thẩm định hoặc lãnh đạo).',
    en: 'Item {item} is not scored at this step; its points come from elsewhere.',
  },
  'scoring.not_your_field': {
    kind: 'forbidden',
    vi: 'Mục {item} thuộc lĩnh vực «{field}», do cơ quan chủ trì lĩnh vực đó thẩm định.',
    en: 'Item {item} belongs to a field ("{field}") that somebody else appraises.',
  },
  'scoring.reason_missing': {
    kind: 'invalid',
    vi: 'Điểm mới của mục {item} là {after}, khác điểm trước đó ({before}). Ghi lý do để đơn vị biết vì sao.',
    en: 'The new score of item {item} is {after}, before it was {before}. Give the reason.',
  },
  'scoring.sheet_incomplete': {
    kind: 'conflict',
    vi: 'Chưa trình được: còn {unscored} mục chưa chấm, {unproven} mục chưa có tài liệu hoặc giải trình (bắt đầu từ mục {first}).',
    en: 'Not yet: {unscored} items have no score, {unproven} neither evidence nor explanation (first: {first}).',
  },
  'scoring.moves_nowhere': {
    kind: 'conflict',
    vi: 'Từ giai đoạn «{from}» không chuyển sang «{to}» được. Các giai đoạn đi theo thứ tự.',
    en: 'From "{from}" the round does not go to "{to}". Phases follow their order.',
  },
  'scoring.move_reason_missing': {
    kind: 'invalid',
    vi: 'Việc này cần ghi lý do, vì lý do được lưu trong lịch sử của đợt và của phiếu.',
    en: 'This needs a reason; it is kept in the history of the round and of the sheet.',
  },
  'scoring.not_overdue': {
    kind: 'conflict',
    vi: 'Chỉ khóa phiếu khi đơn vị đã quá hạn tự chấm. Hạn của đơn vị này: {due}. Chờ hết hạn, hoặc đặt lại thời hạn của đợt.',
    en: 'A sheet is locked for its unit only after the deadline of self-scoring ({due}). Wait, or set the dates of the round.',
  },
  'scoring.units_not_ready': {
    kind: 'conflict',
    vi: 'Chưa chuyển được: {count} đơn vị chưa được lãnh đạo duyệt điểm tự chấm (ví dụ {example}). Gia hạn, nhắc đơn vị, hoặc khóa phiếu đã quá hạn.',
    en: 'Not yet: {count} units have no approved self-score (such as {example}).',
  },
  'scoring.items_not_appraised': {
    kind: 'conflict',
    vi: 'Chưa chuyển được: còn {count} mục chưa thẩm định ở {units} đơn vị (ví dụ {example}).',
    en: 'Not yet: {count} items of {units} units are not appraised (such as {example}).',
  },
  'scoring.objections_open': {
    kind: 'conflict',
    vi: 'Chưa chuyển được: còn {count} giải trình chưa được trả lời (ví dụ {example}).',
    en: 'Not yet: {count} objections are not answered (such as {example}).',
  },
  'scoring.time_left': {
    kind: 'conflict',
    vi: 'Giai đoạn «{phase}» chưa hết hạn với {count} đơn vị (ví dụ {example}, đến hết ngày {due}). Chờ hết hạn, hoặc ghi lý do chuyển sớm.',
    en: 'The time of the phase "{phase}" is not over for {count} units (such as {example}, up to and including {due}). Wait, or give the reason for going on early.',
  },
  'scoring.items_unsettled': {
    kind: 'conflict',
    vi: 'Chưa công bố được: còn {count} mục của {units} đơn vị chưa có điểm (ví dụ {example}), gồm {survey} mục điều tra xã hội học, {leader} mục lãnh đạo chấm. Nạp kết quả điều tra, ghi kết quả của hội đồng (kể cả 0 điểm hoặc không áp dụng), hoặc ghi lý do để công bố với 0 điểm ở các mục đó.',
    en: 'Not yet: {count} items of {units} units have no score (such as {example}), {survey} of surveys, {leader} of the leader. Read in the survey, record what the council decides (also no points or not applicable), or give the reason for publishing them with no points.',
  },
  'scoring.decision_missing': {
    kind: 'conflict',
    vi: 'Chưa công bố được vì chưa chọn quyết định phê duyệt kết quả. Ban hành hoặc vào sổ quyết định ở mục Văn bản rồi chọn ở đây.',
    en: 'Publishing needs the decision that approves the result. Issue or record it under Documents, then choose it here.',
  },
  'scoring.round_document_unknown': {
    kind: 'invalid',
    vi: 'Không có văn bản này, văn bản chưa ban hành hoặc đã thu hồi, hoặc ngoài phạm vi của bạn. Chọn văn bản khác.',
    en: 'There is no such issued document within your reach, or it was recalled.',
  },
  'scoring.round_set_unusable': {
    kind: 'invalid',
    vi: 'Bộ tiêu chí của nhóm «{group}» phải là bản đã ban hành và của năm {year}. Ban hành bộ tiêu chí rồi mở đợt.',
    en: 'The criteria set of group "{group}" must be published and judge the year {year}.',
  },
  'scoring.round_unit_unusable': {
    kind: 'invalid',
    vi: 'Có {count} đơn vị không thuộc đơn vị tổ chức hoặc không tồn tại vào ngày {day}. Kiểm tra lại danh sách.',
    en: '{count} units do not lie below the organiser on {day}.',
  },
  'scoring.round_unit_twice': {
    kind: 'invalid',
    vi: 'Một đơn vị chỉ thuộc một nhóm so sánh. Bỏ đơn vị bị lặp.',
    en: 'A unit belongs to one peer group only.',
  },
  'scoring.phase_dates_reversed': {
    kind: 'invalid',
    vi: 'Giai đoạn «{phase}» có ngày kết thúc trước ngày bắt đầu. Sửa lại thời hạn.',
    en: 'The phase "{phase}" ends before it begins.',
  },
  'scoring.evidence_not_found': {
    kind: 'not_found',
    vi: 'Không có tài liệu kiểm chứng này ở phiếu của đơn vị, hoặc đã rút lại.',
    en: 'There is no such evidence on this sheet, or it was withdrawn.',
  },
  'scoring.evidence_unknown': {
    kind: 'invalid',
    vi: 'Không có tệp hoặc văn bản này trong phạm vi của bạn. Tải tệp lên hoặc chọn văn bản rồi gắn lại.',
    en: 'There is no such file or document within your reach.',
  },
  'scoring.objection_not_found': {
    kind: 'not_found',
    vi: 'Không có giải trình này trong phạm vi của bạn.',
    en: 'There is no such objection within your reach.',
  },
  'scoring.objection_answered': {
    kind: 'conflict',
    vi: 'Giải trình này đã được {by} trả lời. Tải lại để xem.',
    en: 'This objection was already answered by {by}.',
  },
  'scoring.publication_not_found': {
    kind: 'not_found',
    vi: 'Không có kết quả công bố này trong phạm vi của bạn.',
    en: 'There is no such published result within your reach.',
  },
};
