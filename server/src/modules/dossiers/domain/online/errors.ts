// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const onlineErrors: ErrorCatalogue = {
  'dossiers.not_online': {
    kind: 'conflict',
    vi: 'Thủ tục này ngày {day} chưa nhận hồ sơ qua mạng. Mời ông/bà nộp tại bộ phận một cửa hoặc qua bưu chính.',
    en: 'This procedure does not take dossiers online on {day}.',
  },
  'dossiers.unit_not_competent': {
    kind: 'conflict',
    vi: 'Cơ quan đã chọn không giải quyết thủ tục này nên chưa nhận hồ sơ. Chọn cơ quan khác trong danh sách.',
    en: 'The chosen agency does not handle this procedure. Choose another one from the list.',
  },
  'dossiers.submission_unreadable': {
    kind: 'invalid',
    vi: 'Nội dung hồ sơ gửi lên chưa đúng ở mục “{field}”. Kiểm tra lại rồi gửi.',
    en: 'The submission is not valid at “{field}”.',
  },
  'dossiers.too_many_files': {
    kind: 'invalid',
    vi: 'Chỉ gửi được tối đa {most} tệp cho một hồ sơ. Ghép các tệp lại rồi gửi.',
    en: 'At most {most} files can be sent with one dossier.',
  },
  'dossiers.lookup_failed': {
    kind: 'not_found',
    vi: 'Mã hồ sơ hoặc mã xác nhận chưa đúng. Kiểm tra mã trên giấy tiếp nhận, và bốn ký tự cuối của số điện thoại, số định danh hoặc hộ chiếu đã khai, hoặc mã tra cứu.',
    en: 'The code or the confirmation does not fit. Check the code on your receipt and the last four characters of your phone, identity or passport number, or the PIN.',
  },
  'dossiers.online_quota_of_address': {
    kind: 'unavailable',
    vi: 'Từ đường mạng này hôm nay đã gửi quá nhiều hồ sơ hoặc tệp nên chưa nhận thêm. Mời ông/bà nộp lại vào ngày mai, hoặc nộp tại bộ phận một cửa, qua bưu chính.',
    en: 'Too many dossiers or files were sent from this network today. Try again tomorrow, or hand the dossier in at the one-stop desk.',
  },
  'dossiers.online_quota_of_all': {
    kind: 'unavailable',
    vi: 'Hôm nay hệ thống đã nhận hết lượng tệp nộp qua mạng. Mời ông/bà nộp lại vào ngày mai, hoặc nộp tại bộ phận một cửa, qua bưu chính.',
    en: 'The amount of files that can be taken in online today is used up. Try again tomorrow, or hand the dossier in at the one-stop desk.',
  },
};
