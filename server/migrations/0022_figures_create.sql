-- compatible: yes
create schema figures;

create table figures.indicator (
  id uuid primary key,
  code text not null constraint indicator_code_key unique constraint indicator_code_written check (code ~ '^[A-Z][A-Z0-9]*(\.[A-Z0-9]+){0,5}$' and length(code) <= 40),
  unit_id uuid not null constraint indicator_unit_fk references units.unit (id),
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by text not null
);
comment on table figures.indicator is 'Chỉ tiêu: mã và đơn vị quản lý; nội dung nằm ở các phiên bản';
create index indicator_unit on figures.indicator (unit_id);

create table figures.indicator_version (
  indicator_id uuid not null constraint indicator_version_indicator_fk references figures.indicator (id),
  number int not null constraint indicator_version_number_positive check (number > 0),
  name text not null constraint indicator_version_name_length check (length(name) between 3 and 300),
  reform_field text not null,
  kind text not null constraint indicator_version_kind_known check (kind in ('count', 'ratio')),
  unit_of_measure text not null constraint indicator_version_unit_of_measure_length check (length(unit_of_measure) between 1 and 60),
  numerator_label text not null constraint indicator_version_numerator_label_length check (length(numerator_label) between 1 and 300),
  numerator_measure text,
  denominator_label text constraint indicator_version_denominator_label_length check (length(denominator_label) between 1 and 300),
  denominator_measure text,
  scale numeric(12, 0) not null default 1 constraint indicator_version_scale_positive check (scale > 0),
  decimals int not null default 2 constraint indicator_version_decimals_range check (decimals between 0 and 6),
  aggregation text not null constraint indicator_version_aggregation_known check (aggregation in ('sum', 'none')),
  period_kinds text[] not null constraint indicator_version_period_kinds_known
    check (cardinality(period_kinds) > 0 and period_kinds <@ array['month', 'quarter', 'half', 'year', 'legal', 'days']),
  direction text not null constraint indicator_version_direction_known check (direction in ('higher', 'lower', 'none')),
  good_from numeric,
  warn_from numeric,
  legal_basis text constraint indicator_version_legal_basis_length check (length(legal_basis) between 1 and 500),
  mark text constraint indicator_version_mark_known check (mark in ('background', 'illustrative')),
  note text constraint indicator_version_note_length check (length(note) between 1 and 1000),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (indicator_id, number),
  constraint indicator_version_ratio_whole check ((kind = 'ratio') = (denominator_label is not null)),
  constraint indicator_version_denominator_of_ratio check (kind = 'ratio' or denominator_measure is null),
  constraint indicator_version_mixed_stands_alone check (aggregation = 'none' or kind = 'count'
    or (numerator_measure is null) = (denominator_measure is null)),
  constraint indicator_version_ends_after_start check (valid_to >= valid_from - 1),
  constraint indicator_version_in_force exclude using gist (indicator_id with =, daterange(valid_from, valid_to + 1) with &&)
);
comment on table figures.indicator_version is 'Phiên bản của chỉ tiêu: có hiệu lực từ ngày đến ngày, không chồng nhau; số liệu giữ phiên bản của kỳ của nó';
comment on column figures.indicator_version.numerator_measure is 'Phép đo của mô-đun khác cho tử số (ví dụ dossiers.received); trống là nhập tay';
comment on column figures.indicator_version.scale is 'Giá trị = tử số ÷ mẫu số × scale: 100 là phần trăm; với chỉ tiêu đếm là 1';
comment on column figures.indicator_version.aggregation is 'sum: đơn vị cấp trên là tổng các phần (tử số cộng tử số, mẫu số cộng mẫu số); none: mỗi đơn vị đứng riêng';
comment on column figures.indicator_version.good_from is 'Đạt từ giá trị này (theo chiều của chỉ tiêu); warn_from: cần chú ý từ giá trị này';

create table figures.revision (
  unit_id uuid not null,
  indicator_id uuid not null,
  period text not null,
  lane text not null constraint revision_lane_known check (lane in ('own', 'official')),
  number int not null constraint revision_number_positive check (number > 0),
  id uuid not null,
  indicator_number int not null,
  period_from date not null,
  period_to date not null,
  origin text not null constraint revision_origin_known check (origin in ('computed', 'entered', 'imported', 'official')),
  withdrawn boolean not null default false,
  numerator numeric,
  denominator numeric,
  measures jsonb,
  evidence_file_id uuid constraint revision_evidence_fk references platform.file (id),
  file_name text,
  file_row int,
  issuer text constraint revision_issuer_length check (length(issuer) between 1 and 300),
  citation text constraint revision_citation_length check (length(citation) between 1 and 500),
  note text constraint revision_note_length check (length(note) between 1 and 1000),
  mark text constraint revision_mark_known check (mark in ('background', 'illustrative')),
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  recorded_by_name text not null,
  primary key (unit_id, indicator_id, period, lane, number),
  constraint revision_period_order check (period_from <= period_to),
  constraint revision_lane_of_origin check ((lane = 'official') = (origin = 'official')),
  constraint revision_withdrawn_empty check (not withdrawn or (numerator is null and denominator is null)),
  constraint revision_measured check (origin <> 'computed' or measures is not null),
  constraint revision_imported check (origin <> 'imported' or withdrawn or (file_name is not null and file_row > 0)),
  constraint revision_published check (origin <> 'official' or withdrawn or (issuer is not null and citation is not null))
);
comment on table figures.revision is 'Mọi lần ghi số liệu: đơn vị, chỉ tiêu, kỳ, nguồn gốc; chỉ thêm, không sửa, không xóa';
comment on column figures.revision.lane is 'own: số của đơn vị (tính, nhập, nạp); official: số do cơ quan khác công bố; mỗi dòng đánh số riêng';
comment on column figures.revision.measures is 'Với số tính từ hệ thống: phép đo và phiên bản của nó cho tử số, mẫu số';
create index revision_id on figures.revision (id);

create function figures.refuse_revision_change() returns trigger language plpgsql as $$
begin
  raise exception 'a recorded figure is not changed' using errcode = '23514', constraint = 'revision_recorded';
end $$;
create trigger revision_recorded before update or delete on figures.revision
  for each row execute function figures.refuse_revision_change();

create function figures.refuse_indicator_version_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'valid_to') is distinct from (to_jsonb(old) - 'valid_to') then
    raise exception 'a recorded version of an indicator is not changed' using errcode = '23514', constraint = 'indicator_version_recorded';
  end if;
  return new;
end $$;
create trigger indicator_version_recorded before update or delete on figures.indicator_version
  for each row execute function figures.refuse_indicator_version_change();

create table figures.cell (
  unit_id uuid not null,
  indicator_id uuid not null,
  period text not null,
  period_to date not null,
  own_number int not null default 0,
  own_origin text,
  own_numerator numeric,
  own_denominator numeric,
  official_number int not null default 0,
  official_numerator numeric,
  official_denominator numeric,
  numerator numeric,
  denominator numeric,
  origin text constraint cell_origin_known check (origin in ('computed', 'entered', 'imported', 'official', 'summed')),
  parts int not null default 0,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  primary key (unit_id, indicator_id, period)
);
comment on table figures.cell is 'Số liệu đang dùng của mỗi đơn vị, chỉ tiêu, kỳ, gồm cả đơn vị trực thuộc; suy ra từ figures.revision, tính lại được';
comment on column figures.cell.own_number is 'Lần ghi mới nhất của dòng own; 0 là chưa có';
comment on column figures.cell.parts is 'Số đơn vị góp phần vào giá trị đang dùng';
create index cell_slice on figures.cell (period, unit_id, indicator_id) include (numerator, denominator, origin);
create index cell_indicator on figures.cell (indicator_id, period, unit_id) include (numerator, denominator, origin);

create table figures.validation_rule (
  id uuid primary key,
  code text not null constraint validation_rule_code_key unique constraint validation_rule_code_written check (code ~ '^[A-Z][A-Z0-9.]{1,29}$'),
  sentence text not null constraint validation_rule_sentence_length check (length(sentence) between 5 and 500),
  left_terms jsonb not null constraint validation_rule_left_list check (jsonb_typeof(left_terms) = 'array' and jsonb_array_length(left_terms) > 0),
  operator text not null constraint validation_rule_operator_known check (operator in ('=', '<>', '<', '<=', '>', '>=')),
  right_terms jsonb not null constraint validation_rule_right_list check (jsonb_typeof(right_terms) = 'array' and jsonb_array_length(right_terms) > 0),
  importance text not null constraint validation_rule_importance_known check (importance in ('error', 'warning')),
  legal_basis text constraint validation_rule_legal_basis_length check (length(legal_basis) between 1 and 500),
  mark text constraint validation_rule_mark_known check (mark in ('background', 'illustrative')),
  valid_from date not null,
  valid_to date,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint validation_rule_ends_after_start check (valid_to >= valid_from - 1)
);
comment on table figures.validation_rule is 'Quy tắc kiểm tra số liệu: vế trái, phép so sánh, vế phải, mức độ, căn cứ; chạy khi nhập và khi nạp tệp';

create table figures.snapshot (
  id uuid primary key,
  unit_id uuid not null constraint snapshot_unit_fk references units.unit (id),
  period text not null,
  period_to date not null,
  number int not null constraint snapshot_number_positive check (number > 0),
  approved_at timestamptz not null default now(),
  approved_by text not null,
  approved_by_name text not null,
  note text constraint snapshot_note_length check (length(note) between 1 and 1000),
  constraint snapshot_number_key unique (unit_id, period, number)
);
comment on table figures.snapshot is 'Lần phê duyệt số liệu của một đơn vị trong một kỳ: giữ nguyên các số lúc phê duyệt';

create table figures.snapshot_cell (
  snapshot_id uuid not null constraint snapshot_cell_snapshot_fk references figures.snapshot (id),
  indicator_id uuid not null constraint snapshot_cell_indicator_fk references figures.indicator (id),
  numerator numeric,
  denominator numeric,
  origin text,
  own_number int not null,
  official_number int not null,
  parts int not null,
  primary key (snapshot_id, indicator_id)
);
comment on table figures.snapshot_cell is 'Số liệu đúng như lúc phê duyệt';

create trigger snapshot_recorded before update or delete on figures.snapshot
  for each row execute function figures.refuse_revision_change();
create trigger snapshot_cell_recorded before update or delete on figures.snapshot_cell
  for each row execute function figures.refuse_revision_change();

create table figures.import_draft (
  id uuid primary key,
  unit_id uuid not null constraint import_draft_unit_fk references units.unit (id),
  period text not null,
  file_name text not null constraint import_draft_file_name_length check (length(file_name) between 1 and 255),
  sha256 text not null constraint import_draft_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'open' constraint import_draft_state_known check (state in ('open', 'saved', 'discarded')),
  content jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  created_by_name text not null,
  settled_at timestamptz,
  settled_by text,
  constraint import_draft_settled check ((state = 'open') = (settled_at is null))
);
comment on table figures.import_draft is 'Tệp số liệu đã đọc, chờ người gửi xem khác biệt từng ô rồi lưu hoặc bỏ';
create index import_draft_open on figures.import_draft (unit_id, created_at) where state = 'open';

create table figures.export (
  id uuid primary key,
  unit_id uuid not null constraint export_unit_fk references units.unit (id),
  question jsonb not null,
  state text not null default 'waiting' constraint export_state_known check (state in ('waiting', 'running', 'done', 'failed')),
  rows_done int not null default 0,
  rows_total int not null default 0,
  file_id uuid constraint export_file_fk references platform.file (id),
  problem text,
  created_at timestamptz not null default now(),
  created_by text not null,
  created_by_name text not null,
  touched_at timestamptz not null default now()
);
comment on table figures.export is 'Lần xuất bảng số liệu lớn ra .xlsx, làm ở nền, có tiến độ';
create index export_waiting on figures.export (created_at) where state in ('waiting', 'running');
