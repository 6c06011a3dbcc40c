// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

export const platformErrors: ErrorCatalogue = {
  'platform.unauthenticated': {
    kind: 'unauthenticated',
    vi: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Mời đăng nhập lại.',
    en: 'Your session has ended or you are not signed in. Please sign in.',
  },
  'platform.forbidden': {
    kind: 'forbidden',
    vi: 'Tài khoản của ông/bà không có quyền làm việc này. Liên hệ quản trị hệ thống của đơn vị để được phân quyền.',
    en: 'Your account may not do this. Ask your administrator for the right.',
  },
  'platform.not_found': {
    kind: 'not_found',
    vi: 'Không có nội dung này, hoặc nằm ngoài phạm vi đơn vị của ông/bà.',
    en: 'There is nothing here, or it lies outside your unit.',
  },
  'platform.invalid': { kind: 'invalid', vi: 'Có {count} mục nhập chưa đúng: {first}', en: '{count} entries are not valid: {first}' },
  'platform.unreadable': {
    kind: 'invalid',
    vi: 'Không đọc được dữ liệu gửi lên. Tải lại trang rồi thử lại.',
    en: 'The request could not be read. Reload the page and try again.',
  },
  'platform.too_many_requests': {
    kind: 'unavailable',
    vi: 'Gửi quá nhiều yêu cầu trong thời gian ngắn. Chờ {seconds} giây rồi thử lại.',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  'platform.foreign_origin': {
    kind: 'forbidden',
    vi: 'Yêu cầu đến từ một trang khác nên bị từ chối. Mở lại trang Tường Minh rồi thử lại.',
    en: 'The request came from another site and was refused.',
  },
  'platform.stale': {
    kind: 'conflict',
    vi: 'Nội dung này vừa được {by} sửa. Phần ông/bà nhập vẫn còn trên màn hình: tải bản mới, so sánh rồi lưu lại.',
    en: 'This was just changed by {by}. Your input is still on the screen: load the new version, compare, and save again.',
  },
  'platform.file_too_large': {
    kind: 'invalid',
    vi: 'Tệp lớn hơn {maxMegabytes} MB. Chia nhỏ hoặc nén lại rồi gửi.',
    en: 'The file is larger than {maxMegabytes} MB.',
  },
  'platform.file_empty': { kind: 'invalid', vi: 'Tệp rỗng (0 byte). Kiểm tra lại tệp gốc.', en: 'The file is empty (0 bytes).' },
  'platform.file_missing_in_request': { kind: 'invalid', vi: 'Chưa chọn tệp nào để gửi.', en: 'No file was sent.' },
  'platform.file_type_refused': {
    kind: 'invalid',
    vi: 'Không nhận loại tệp này ({name}). Gửi .pdf, .docx, .xlsx, .txt, .html hoặc ảnh .jpg, .png.',
    en: 'This type of file is not accepted ({name}).',
  },
  'platform.file_missing': {
    kind: 'not_found',
    vi: 'Tệp không còn trong kho. Báo quản trị hệ thống kiểm tra bản sao lưu.',
    en: 'The file is missing from the store.',
  },
  'platform.disk_full': {
    kind: 'unavailable',
    vi: 'Ổ đĩa của máy chủ đã đầy nên chưa lưu được. Chưa có gì bị mất; báo quản trị hệ thống rồi thử lại.',
    en: 'The server’s disk is full; nothing was saved and nothing was lost.',
  },
  'platform.database_unavailable': {
    kind: 'unavailable',
    vi: 'Cơ sở dữ liệu đang khởi động lại. Chờ một phút rồi thử lại.',
    en: 'The database is restarting. Try again in a minute.',
  },
  'platform.busy': {
    kind: 'unavailable',
    vi: 'Máy chủ đang bận với yêu cầu của người khác nên chưa làm được việc này. Chưa có gì thay đổi; chờ vài giây rồi thử lại.',
    en: 'The server is busy with somebody else’s request, so nothing was changed. Try again in a few seconds.',
  },
  'platform.too_much_work': {
    kind: 'invalid',
    vi: 'Nội dung này cần quá nhiều thời gian hoặc bộ nhớ để đọc nên đã dừng lại, để người khác không phải chờ. Kiểm tra lại tệp, hoặc chia nhỏ rồi gửi từng phần.',
    en: 'Reading this takes too much time or memory, so it was stopped. Check the file, or send it in parts.',
  },
  'platform.unexpected': {
    kind: 'unavailable',
    vi: 'Máy chủ gặp lỗi ngoài dự kiến (mã {requestId}). Thử lại; nếu vẫn lỗi, gửi mã này cho quản trị hệ thống.',
    en: 'Unexpected error (id {requestId}). Try again; if it stays, give this id to your administrator.',
  },
  'platform.config_invalid': {
    kind: 'invalid',
    vi: 'Biến môi trường {variable} chưa đúng: {reason}',
    en: 'Environment variable {variable} is not valid: {reason}',
  },
  'platform.port_in_use': {
    kind: 'conflict',
    vi: 'Cổng {port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc chọn cổng khác: PORT=8081 npm start.',
    en: 'Port {port} is in use. Stop the other program or choose another: PORT=8081 npm start.',
  },
  'platform.port_closed': {
    kind: 'unavailable',
    vi: 'Tài khoản chạy chương trình không được mở cổng {port} (cổng dưới 1024 cần quyền riêng). Chọn cổng khác: PORT=8080 npm start.',
    en: 'The account may not open port {port}. Choose another: PORT=8080 npm start.',
  },
  'platform.host_unknown': {
    kind: 'unavailable',
    vi: 'Máy này không có địa chỉ {host} để mở cổng phục vụ. Đặt HOST=127.0.0.1 (chỉ máy này) hoặc HOST=0.0.0.0 (mọi địa chỉ của máy).',
    en: 'This machine has no address {host}. Set HOST=127.0.0.1 (this machine only) or HOST=0.0.0.0 (all its addresses).',
  },
  'platform.migration_gap': {
    kind: 'invalid',
    vi: 'Thư mục migration thiếu hoặc thừa số: {file}, cần số {expected}.',
    en: 'Migration {file} should have number {expected}.',
  },
  'platform.migration_changed': {
    kind: 'conflict',
    vi: 'Tệp migration {file} đã chạy nhưng nội dung nay khác. Khôi phục tệp gốc.',
    en: 'Migration {file} has run but its content differs now.',
  },
};
