// SPDX-License-Identifier: Apache-2.0
import type { ErrorCatalogue } from '#kernel/app-error';

/** What spreading the tables over several machines can refuse with. */
export const platformDistributionErrors: ErrorCatalogue = {
  'platform.citus_missing': {
    kind: 'unavailable',
    vi: 'Máy chủ PostgreSQL này chưa cài phần mở rộng Citus nên không chia dữ liệu ra nhiều máy được; chưa có gì thay đổi. Một tỉnh không cần Citus: hệ thống chạy đầy đủ trên một máy. Khi cần, cài Citus trên mọi máy rồi làm theo docs/operations/scaling.md.',
    en: 'This PostgreSQL server has no Citus extension, so the data cannot be spread over several machines; nothing was changed. One province does not need it: everything runs on one machine. When it is needed, install Citus on every machine and follow docs/operations/scaling.md.',
  },
  'platform.citus_not_created': {
    kind: 'unavailable',
    vi: 'Máy chủ đã cài Citus nhưng cơ sở dữ liệu {database} chưa bật. Hãy chạy «create extension citus» trong cơ sở dữ liệu cùng tên trên mọi máy, thêm các máy bằng citus_add_node, rồi chạy lại.',
    en: 'Citus is installed, but the database {database} does not use it yet. Run "create extension citus" in the database of this name on every machine, add the machines by citus_add_node, then try again.',
  },
  'platform.citus_too_old': {
    kind: 'unavailable',
    vi: 'Citus {version} quá cũ; cần từ phiên bản {expected} trở lên.',
    en: 'Citus {version} is too old; version {expected} or later is needed.',
  },
  'platform.citus_without_nodes': {
    kind: 'unavailable',
    vi: 'Citus chưa biết máy điều phối hoặc chưa có máy nào chứa dữ liệu. Hãy chạy citus_set_coordinator_host và citus_add_node trên máy điều phối, rồi chạy lại.',
    en: 'Citus does not know the coordinating machine or has no machine for data. Run citus_set_coordinator_host and citus_add_node on the coordinating machine, then try again.',
  },
  'platform.session_time_zone': {
    kind: 'conflict',
    vi: 'Kết nối tới cơ sở dữ liệu có múi giờ {zone} thay vì Asia/Ho_Chi_Minh, nên ngày và tháng sẽ bị đếm sai. Thường là do một bộ gộp kết nối (PgBouncer) bỏ qua thiết lập của phiên; xem docs/operations/scaling.md.',
    en: 'The connection to the database is in the time zone {zone} instead of Asia/Ho_Chi_Minh, so days and months would be counted wrongly. Usually a connection pooler (PgBouncer) drops the settings of the session; see docs/operations/scaling.md.',
  },
  'platform.node_time_zone': {
    kind: 'conflict',
    vi: 'Máy {nodes} không đặt múi giờ Asia/Ho_Chi_Minh cho cơ sở dữ liệu này nên sẽ đếm ngày, tháng sai. Hãy chạy «npx tuongminh distribute», lệnh này đặt múi giờ trên mọi máy.',
    en: 'The machine {nodes} does not use the time zone Asia/Ho_Chi_Minh for this database and would count days and months wrongly. Run "npx tuongminh distribute", which sets it on every machine.',
  },
  'platform.distribution_parts': {
    kind: 'invalid',
    vi: 'Số phần của mỗi bảng phải là số nguyên từ 1 đến {most}; nên gấp vài lần số máy, vì về sau không đổi được. Chưa có gì thay đổi.',
    en: 'The number of parts of a table must be a whole number from 1 to {most}; several times the number of machines is sensible, since it cannot be changed later. Nothing was changed.',
  },
  'platform.distribution_undecided': {
    kind: 'conflict',
    vi: 'Chưa chia bảng nào, vì cấu trúc dữ liệu không khớp với cách chia mà chương trình này biết: {tables}. Hãy khởi động chương trình một lần để cập nhật cấu trúc, hoặc dùng đúng phiên bản.',
    en: 'No table was spread, because the structure differs from what this program knows how to spread: {tables}. Start the program once to bring the structure up to date, or use the right version.',
  },
  'platform.distribution_in_use': {
    kind: 'conflict',
    vi: 'Còn {count} kết nối khác đang mở tới cơ sở dữ liệu này ({programs}). Hãy dừng hệ thống và các chương trình khác rồi chạy lại; chưa có gì thay đổi.',
    en: 'There are {count} other connections to this database ({programs}). Stop the system and other programs, then try again; nothing was changed.',
  },
  'platform.distribution_running': {
    kind: 'conflict',
    vi: 'Một lệnh chia dữ liệu khác đang chạy trên cơ sở dữ liệu này.',
    en: 'Another command is spreading this database already.',
  },
  'platform.distribution_no_space': {
    kind: 'unavailable',
    vi: 'Máy {node} còn trống {free}, cần khoảng {needed} để nhận dữ liệu. Chưa chia bảng nào; hãy thêm đĩa hoặc thêm máy rồi chạy lại.',
    en: 'The machine {node} has {free} free; about {needed} is needed for the data. No table was spread; add a disk or a machine, then try again.',
  },
  'platform.distribution_failed': {
    kind: 'unavailable',
    vi: 'Không chia được bảng {table}: {reason}. Bảng này còn nguyên trên máy điều phối, các bảng đã xong vẫn đúng; sửa nguyên nhân rồi chạy lại, lệnh sẽ đi tiếp từ đây.',
    en: 'The table {table} could not be spread: {reason}. It is untouched on the coordinating machine, and the tables that are done stay right; mend the cause and run the command again, it goes on from here.',
  },
};
