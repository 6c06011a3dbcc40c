// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What taking a backup and restoring it can refuse with. */
export const platformBackupErrors: ErrorCatalogue = {
  'platform.backup_folder_used': {
    kind: 'conflict',
    vi: 'Thư mục {folder} đã có nội dung nên không ghi bản sao lưu vào đó. Hãy chọn một thư mục chưa có.',
    en: 'The folder {folder} is not empty, so no backup was written there. Choose one that does not exist.',
  },
  'platform.backup_not_written': {
    kind: 'unavailable',
    vi: 'Không ghi được bản sao lưu vào {folder}: {reason}. Dữ liệu đang dùng không thay đổi. Kiểm tra chỗ trống và quyền ghi rồi làm lại.',
    en: 'The backup could not be written to {folder}: {reason}. The data in use are unchanged. Check free space and permissions, then try again.',
  },
  'platform.backup_before_upgrade_failed': {
    kind: 'unavailable',
    vi: 'Chưa nâng cấp cơ sở dữ liệu, vì không ghi được bản sao lưu trước khi nâng cấp vào {folder}: {reason}. Dữ liệu còn nguyên. Giải phóng chỗ trống rồi khởi động lại.',
    en: 'The database was not upgraded, because the backup before it could not be written to {folder}: {reason}. The data are untouched. Free some space and start again.',
  },
  'platform.backup_unreadable': {
    kind: 'invalid',
    vi: 'Thư mục {folder} không chứa bản sao lưu nào của Tường Minh mà chương trình này đọc được (thiếu hoặc hỏng manifest.json).',
    en: 'The folder {folder} holds no backup that this program can read (manifest.json is missing or damaged).',
  },
  'platform.backup_damaged': {
    kind: 'invalid',
    vi: 'Bản sao lưu bị hỏng hoặc đã bị sửa: {part} không khớp với manifest.json. Chưa có gì được khôi phục; hãy dùng bản sao lưu khác.',
    en: 'The backup is damaged or was altered: {part} does not agree with manifest.json. Nothing was restored; use another backup.',
  },
  'platform.backup_other_version': {
    kind: 'conflict',
    vi: 'Bản sao lưu được tạo bởi phiên bản chương trình khác: {file} không có trong chương trình này hoặc có nội dung khác. Hãy khôi phục bằng đúng phiên bản đó hoặc bản mới hơn.',
    en: 'The backup was made by another version of the program: {file} is unknown here or differs. Restore with that version or a newer one.',
  },
  'platform.restore_target_used': {
    kind: 'conflict',
    vi: 'Cơ sở dữ liệu đích đã có dữ liệu nên không khôi phục đè lên. Hãy đặt TUONGMINH_DATA tới một thư mục mới, hoặc DATABASE_URL tới một cơ sở dữ liệu trống.',
    en: 'The target database already holds data and is not overwritten. Point TUONGMINH_DATA to a new folder or DATABASE_URL to an empty database.',
  },
};
