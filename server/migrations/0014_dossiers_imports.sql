-- compatible: yes
create table dossiers.import (
  id uuid primary key,
  unit_id uuid not null,
  file_name text not null constraint import_file_name_length check (length(file_name) between 1 and 255),
  sha256 text not null constraint import_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  origin smallint not null constraint import_origin_known check (origin in (3, 4)),
  generated boolean not null default false,
  state text not null constraint import_state_known
    check (state in ('uploaded', 'reading', 'checked', 'applying', 'applied', 'cancelled', 'failed')),
  columns jsonb,
  shape jsonb,
  bytes_read bigint not null default 0,
  rows_read int not null default 0,
  rows_good int not null default 0,
  rows_bad int not null default 0,
  faults int not null default 0,
  faults_kept int not null default 0,
  mode text constraint import_mode_known check (mode in ('all', 'good')),
  inserted int,
  updated int,
  unchanged int,
  older int,
  failure jsonb,
  cancel_asked boolean not null default false,
  created_at timestamptz not null default now(),
  created_by text not null,
  created_by_name text not null,
  work_began_at timestamptz,
  work_ended_at timestamptz,
  settled_at timestamptz,
  settled_by text,
  settled_by_name text,
  constraint import_applied_counted check ((state = 'applied') = (inserted is not null)),
  constraint import_failed_has_reason check (state <> 'failed' or failure is not null)
);
comment on table dossiers.import is 'Mỗi lần nạp hồ sơ từ một tệp: tệp nào, đọc đến đâu, bao nhiêu dòng đúng, sai, ai quyết định ghi và kết quả ghi';
comment on column dossiers.import.unit_id is 'Đơn vị mà lần nạp thuộc về; chỉ nhận hồ sơ của đơn vị này và các đơn vị trực thuộc';
comment on column dossiers.import.columns is 'Cột nào của tệp là trường nào của hồ sơ; trống thì nhận theo tên cột';
comment on column dossiers.import.mode is 'all: chỉ ghi khi mọi dòng đều đúng; good: chỉ ghi các dòng đúng';
comment on column dossiers.import.older is 'Số dòng cũ hơn trạng thái đã có nên không ghi đè';
create index import_unit on dossiers.import (unit_id, created_at desc);
create index import_working on dossiers.import (id) where state in ('reading', 'applying');

-- The shape of the working table that each reading gets for itself (dossiers.import_row_<id>); this one stays empty.
-- It is not logged: after a crash of the database the file is read again.
create unlogged table dossiers.import_row (
  line int not null,
  code text not null,
  unit_id uuid not null,
  procedure_id uuid not null,
  procedure_version int not null,
  channel smallint not null,
  status smallint not null,
  applicant_name text not null,
  subject text,
  submitted_at timestamptz,
  received_at timestamptz,
  due_at timestamptz,
  paused_at timestamptz,
  finished_at timestamptz,
  returned_at timestamptz,
  state_at timestamptz not null,
  applicant_kind smallint not null,
  identity_number text,
  phone text,
  email text,
  address text
);
comment on table dossiers.import_row is 'Khuôn của bảng làm việc khi nạp tệp: mỗi lần nạp có một bảng riêng, bỏ đi khi xong';

create table dossiers.import_fault (
  import_id uuid not null constraint import_fault_import_fk references dossiers.import (id) on delete cascade,
  position int not null,
  line int not null,
  column_number int,
  column_name text constraint import_fault_column_name_length check (length(column_name) <= 200),
  value text constraint import_fault_value_length check (length(value) <= 300),
  reason text not null,
  params jsonb not null default '{}',
  primary key (import_id, position)
);
comment on table dossiers.import_fault is 'Lỗi của từng ô trong tệp nạp: dòng, cột, giá trị, lý do; giữ nhiều nhất 10.000 lỗi đầu, số còn lại chỉ đếm';

create table dossiers.import_mapping (
  id uuid primary key,
  unit_id uuid not null,
  name text not null constraint import_mapping_name_length check (length(name) between 1 and 100),
  columns jsonb not null,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  constraint import_mapping_name_key unique (unit_id, name)
);
comment on table dossiers.import_mapping is 'Cách hiểu các cột của một loại tệp, lưu theo tên để dùng lại';

create table dossiers.portal_run (
  id uuid primary key,
  unit_id uuid not null,
  base_address text not null constraint portal_run_address_length check (length(base_address) between 8 and 300),
  request jsonb not null,
  state text not null constraint portal_run_state_known check (state in ('running', 'done', 'stopped')),
  calls_planned int not null,
  failure jsonb,
  created_at timestamptz not null default now(),
  created_by text not null,
  created_by_name text not null,
  settled_at timestamptz
);
comment on table dossiers.portal_run is 'Một lượt lấy số liệu từ API báo cáo của Cổng Dịch vụ công quốc gia; dừng giữa chừng thì lượt sau lấy tiếp phần còn thiếu';

create table dossiers.portal_response (
  run_id uuid not null constraint portal_response_run_fk references dossiers.portal_run (id),
  position int not null,
  path text not null,
  request jsonb not null,
  http_status int not null,
  sha256 text not null constraint portal_response_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  tries int not null,
  received_at timestamptz not null default now(),
  primary key (run_id, position)
);
comment on table dossiers.portal_response is 'Phản hồi nguyên văn của Cổng (nội dung nằm trong kho tệp theo mã SHA-256): nguồn của các số liệu nạp từ Cổng';
