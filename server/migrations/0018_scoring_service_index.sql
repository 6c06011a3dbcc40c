-- compatible: yes
create table scoring.portal_unit (
  key text primary key constraint portal_unit_key_length check (length(key) between 1 and 100),
  code text constraint portal_unit_code_length check (length(code) between 1 and 60),
  name text not null constraint portal_unit_name_length check (length(name) between 1 and 500),
  level text,
  is_province boolean not null,
  province_key text not null,
  unit_id uuid constraint portal_unit_unit_fk references units.unit (id),
  updated_at timestamptz not null default now()
);
comment on table scoring.portal_unit is 'Đơn vị theo cách gọi của Cổng Dịch vụ công quốc gia, và đơn vị tương ứng trong hệ thống nếu đã nhận ra';
comment on column scoring.portal_unit.key is 'Định danh của Cổng; code:H18 khi nguồn chỉ có mã';
comment on column scoring.portal_unit.province_key is 'Tỉnh mà đơn vị thuộc về; chính nó nếu là tỉnh';
create index portal_unit_unit on scoring.portal_unit (unit_id) where unit_id is not null;
create index portal_unit_province on scoring.portal_unit (province_key);

create table scoring.index_source (
  id uuid primary key,
  unit_id uuid not null constraint index_source_unit_fk references units.unit (id),
  kind text not null constraint index_source_kind_known check (kind in ('portal_run', 'file', 'kept_table')),
  name text not null constraint index_source_name_length check (length(name) between 1 and 300),
  sha256 text not null constraint index_source_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  portal_run_id uuid,
  portal_position int,
  period_type text not null constraint index_source_period_type_known check (period_type in ('month', 'quarter', 'year')),
  period_from date not null,
  period_to date not null,
  procedure text constraint index_source_procedure_length check (length(procedure) between 1 and 100),
  as_of date not null,
  note text,
  rows int not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by text not null,
  created_by_name text not null,
  constraint index_source_period_ordered check (period_from <= period_to),
  constraint index_source_run_whole check ((kind = 'portal_run') = (portal_run_id is not null) and (portal_run_id is null) = (portal_position is null)),
  constraint index_source_once unique nulls not distinct (unit_id, sha256, period_type, period_from, procedure, as_of)
);
comment on table scoring.index_source is 'Nguồn của số liệu bộ chỉ số 766: phản hồi đã lưu của Cổng, tệp tải lên, hoặc bảng công khai; giữ nguyên, chỉ thêm';
comment on column scoring.index_source.as_of is 'Ngày của số liệu: ngày nhận phản hồi hoặc ngày mà nguồn ghi';
comment on column scoring.index_source.procedure is 'Thủ tục mà số liệu được lọc theo, định danh của Cổng; trống là mọi thủ tục';

create table scoring.index_row (
  source_id uuid not null constraint index_row_source_fk references scoring.index_source (id),
  position int not null,
  place text not null,
  unit_key text not null constraint index_row_unit_fk references scoring.portal_unit (key),
  group_code text not null constraint index_row_group_known
    check (group_code in ('transparency', 'progress', 'online', 'digitisation', 'satisfaction', 'payment', 'overall')),
  metric_code text not null constraint index_row_metric_length check (length(metric_code) between 1 and 100),
  counts jsonb not null,
  metric_scores jsonb,
  official_ratio numeric(12, 4),
  official_score numeric(12, 4),
  official_maximum numeric(12, 4),
  data_quality text,
  computed_ratio numeric(12, 4),
  computed_score numeric(12, 4),
  rules_number int not null,
  primary key (source_id, position)
);
comment on table scoring.index_row is 'Từng dòng số liệu Cổng công bố, điểm công bố bên cạnh điểm tính lại; trống là không công bố, khác với 0';
comment on column scoring.index_row.place is 'Chỗ của dòng trong nguồn, ví dụ data.evaluation[3].metrics[2]';
comment on column scoring.index_row.rules_number is 'Phiên bản quy tắc đã dùng để tính lại';
create index index_row_unit on scoring.index_row (unit_key, group_code);

create function scoring.refuse_index_change() returns trigger language plpgsql as $$
begin
  raise exception 'published figures are only added' using errcode = '23514', constraint = 'index_append_only';
end $$;
create trigger index_source_append_only before update or delete on scoring.index_source
  for each row execute function scoring.refuse_index_change();
create trigger index_row_append_only before update or delete on scoring.index_row
  for each row execute function scoring.refuse_index_change();
