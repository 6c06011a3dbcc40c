// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What the reception of files can refuse with, besides the general sentences of the platform. */
export const platformFileErrors: ErrorCatalogue = {
  'platform.file_not_sent': {
    kind: 'invalid',
    vi: 'Yêu cầu không kèm tệp hoặc chưa ghi đơn vị. Chọn một tệp và đơn vị rồi gửi lại.',
    en: 'The request carries no file or names no unit. Choose a file and a unit, then send again.',
  },
  'platform.file_store_closed': {
    kind: 'unavailable',
    vi: 'Máy chủ không được phép ghi vào kho tệp nên chưa lưu được. Chưa có gì bị mất; báo quản trị hệ thống kiểm tra quyền ghi của thư mục dữ liệu.',
    en: 'The server may not write into its store of files; nothing was saved and nothing was lost. Ask the administrator to check the data folder.',
  },
  'platform.file_type_mismatch': {
    kind: 'invalid',
    vi: 'Tên tệp {name} có đuôi .{extension} nhưng nội dung là .{found}. Đổi lại đuôi tệp cho đúng hoặc chọn đúng tệp rồi gửi lại.',
    en: 'The file {name} is named .{extension} but its content is .{found}. Correct the extension or choose the right file.',
  },
  'platform.file_damaged': {
    kind: 'invalid',
    vi: 'Tệp {name} bị hỏng hoặc tải lên chưa hết nên không mở được. Mở thử tệp gốc, lưu lại rồi gửi lại.',
    en: 'The file {name} is damaged or incomplete. Open the original, save it again and send it again.',
  },
  'platform.file_protected': {
    kind: 'invalid',
    vi: 'Tệp {name} đặt mật khẩu nên người khác không mở được. Bỏ mật khẩu rồi gửi lại.',
    en: 'The file {name} is protected by a password. Remove the password and send it again.',
  },
  'platform.file_unpacks_too_large': {
    kind: 'invalid',
    vi: 'Tệp {name} khi giải nén lớn bất thường nên bị từ chối. Kiểm tra lại tệp gốc.',
    en: 'The file {name} unpacks to an unusual size and was refused. Check the original.',
  },
};
