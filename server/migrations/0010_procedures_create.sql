-- compatible: yes
create schema procedures;

create table procedures.sector (
  id uuid primary key,
  code text not null constraint sector_code_key unique constraint sector_code_written check (code ~ '^[0-9A-Z][0-9A-Z._-]{0,29}$'),
  name text not null constraint sector_name_length check (length(name) between 2 and 200),
  mark text constraint sector_mark_known check (mark in ('background', 'illustrative')),
  search text generated always as (platform.fold(name || ' ' || code)) stored,
  created_at timestamptz not null default now(),
  created_by text not null
);
comment on table procedures.sector is 'Lĩnh vực của thủ tục hành chính (hộ tịch, đất đai, …)';

create table procedures.procedure (
  id uuid primary key,
  code text not null constraint procedure_code_key unique constraint procedure_code_written check (code ~ '^[0-9A-Z][0-9A-Z._-]{2,49}$'),
  national_code text generated always as (substring(code from '^[0-9]\.[0-9]{6}')) stored,
  unit_id uuid not null constraint procedure_unit_fk references units.unit (id),
  mark text constraint procedure_mark_known check (mark in ('background', 'illustrative')),
  note text constraint procedure_note_length check (length(note) <= 1000),
  search text generated always as (platform.fold(code)) stored,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by text not null,
  updated_at timestamptz not null default now(),
  updated_by text not null
);
comment on table procedures.procedure is 'Thủ tục hành chính trong danh mục: mã và đơn vị quản lý; nội dung nằm ở các phiên bản';
comment on column procedures.procedure.unit_id is 'Đơn vị quản lý mục này trong danh mục; ai sửa được là theo phạm vi quyền ở đơn vị này';
comment on column procedures.procedure.national_code is 'Phần mã quốc gia đứng đầu (1.004873 trong 1.004873.000.00.00.H18)';
create unique index procedure_national_code on procedures.procedure (national_code) where national_code is not null;
create index procedure_unit on procedures.procedure (unit_id);

create table procedures.version (
  procedure_id uuid not null constraint version_procedure_fk references procedures.procedure (id),
  number int not null constraint version_number_positive check (number > 0),
  name text not null constraint version_name_length check (length(name) between 3 and 1000),
  sector_id uuid not null constraint version_sector_fk references procedures.sector (id),
  level text not null constraint version_level_known check (level in ('province', 'district', 'commune')),
  limit_amount numeric(6, 2) constraint version_limit_not_negative check (limit_amount >= 0),
  limit_unit text constraint version_limit_unit_known check (limit_unit in ('working_days', 'hours', 'calendar_days')),
  limit_text text constraint version_limit_text_length check (length(limit_text) between 1 and 1000),
  fee_amount bigint constraint version_fee_not_negative check (fee_amount >= 0),
  fee_text text constraint version_fee_text_length check (length(fee_text) between 1 and 1000),
  papers jsonb not null default '[]' constraint version_papers_list check (jsonb_typeof(papers) = 'array'),
  published_on date,
  updated_on date,
  valid_from date not null,
  valid_to date,
  mark text constraint version_mark_known check (mark in ('background', 'illustrative')),
  note text constraint version_note_length check (length(note) <= 1000),
  late_reason text constraint version_late_reason_length check (length(late_reason) between 1 and 500),
  replaced_until date,
  search text generated always as (platform.fold(name)) stored,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  primary key (procedure_id, number),
  constraint version_limit_whole check ((limit_amount is null) = (limit_unit is null)),
  constraint version_ends_after_start check (valid_to >= valid_from - 1),
  constraint version_in_force exclude using gist (procedure_id with =, daterange(valid_from, valid_to + 1) with &&)
);
comment on table procedures.version is 'Phiên bản của thủ tục: có hiệu lực từ ngày đến ngày, không chồng nhau; hồ sơ giữ phiên bản của ngày tiếp nhận';
comment on column procedures.version.limit_amount is 'Thời hạn giải quyết; 0 ngày làm việc là trả kết quả trong ngày; trống là pháp luật không quy định';
comment on column procedures.version.fee_amount is 'Phí, lệ phí (đồng); 0 là không thu; trống là theo fee_text';
comment on column procedures.version.papers is 'Thành phần hồ sơ: mã, tên, số bản chính, số bản sao, mẫu, bắt buộc hay có điều kiện';
comment on column procedures.version.valid_to is 'Ngày cuối có hiệu lực; bằng valid_from − 1 là phiên bản đã rút trước khi có hiệu lực';
comment on column procedures.version.late_reason is 'Lý do nhập phiên bản có hiệu lực từ một ngày đã qua';
comment on column procedures.version.replaced_until is 'Ngày cuối mà phiên bản trước có, trước khi phiên bản này thay; dùng khi rút phiên bản';
create index version_search on procedures.version using gin (search public.gin_trgm_ops);
create index version_sector on procedures.version (sector_id);

create table procedures.competent_unit (
  procedure_id uuid not null,
  number int not null,
  unit_id uuid not null constraint competent_unit_unit_fk references units.unit (id),
  task text not null constraint competent_unit_task_known check (task in ('decides', 'handles')),
  primary key (procedure_id, number, unit_id, task),
  constraint competent_unit_version_fk foreign key (procedure_id, number) references procedures.version (procedure_id, number)
);
comment on table procedures.competent_unit is 'Đơn vị có thẩm quyền quyết định (decides) hoặc trực tiếp giải quyết (handles); không ghi đơn vị quyết định nào là mọi đơn vị cùng cấp';
create index competent_unit_unit on procedures.competent_unit (unit_id);

create table procedures.legal_basis (
  procedure_id uuid not null,
  number int not null,
  position int not null constraint legal_basis_position_positive check (position > 0),
  citation text not null constraint legal_basis_citation_length check (length(citation) between 2 and 500),
  document_id uuid constraint legal_basis_document_fk references documents.document (id),
  primary key (procedure_id, number, position),
  constraint legal_basis_version_fk foreign key (procedure_id, number) references procedures.version (procedure_id, number)
);
comment on table procedures.legal_basis is 'Căn cứ pháp lý của phiên bản: trích dẫn, kèm văn bản trong sổ nếu có';
create index legal_basis_document on procedures.legal_basis (document_id) where document_id is not null;

create table procedures.online_regime (
  code text primary key constraint online_regime_code_written check (code ~ '^[a-z][a-z0-9_]{2,29}$'),
  name text not null,
  citation text not null,
  valid_from date not null,
  valid_to date,
  mark text constraint online_regime_mark_known check (mark in ('background', 'illustrative')),
  constraint online_regime_ends_after_start check (valid_to >= valid_from),
  constraint online_regime_in_force exclude using gist (daterange(valid_from, valid_to, '[]') with &&)
);
comment on table procedures.online_regime is 'Quy định về mức độ dịch vụ công trực tuyến, có hiệu lực từ ngày đến ngày';

create table procedures.online_level (
  regime text not null constraint online_level_regime_fk references procedures.online_regime (code),
  level text not null constraint online_level_written check (level ~ '^[a-z][a-z0-9_]{2,29}$'),
  name text not null,
  rank int not null constraint online_level_rank_positive check (rank > 0),
  can_submit boolean not null,
  needs_justification boolean not null default false,
  primary key (regime, level),
  constraint online_level_rank_key unique (regime, rank)
);
comment on table procedures.online_level is 'Mức độ dịch vụ công trực tuyến của từng quy định; can_submit: nộp được hồ sơ qua mạng';

insert into procedures.online_regime (code, name, citation, valid_from, valid_to, mark) values
  ('tt32_2017', 'Bốn mức độ', 'Thông tư 32/2017/TT-BTTTT', '2018-01-01', '2022-08-14', 'background'),
  ('nd42_2022', 'Toàn trình, một phần', 'Nghị định 42/2022/NĐ-CP, Điều 11', '2022-08-15', '2026-06-30', 'background'),
  ('nd224_2026', 'Toàn trình, một phần (nêu lý do công khai)', 'Nghị định 224/2026/NĐ-CP, Điều 14', '2026-07-01', null, null);
insert into procedures.online_level (regime, level, name, rank, can_submit, needs_justification) values
  ('tt32_2017', 'level_1', 'Mức độ 1', 1, false, false),
  ('tt32_2017', 'level_2', 'Mức độ 2', 2, false, false),
  ('tt32_2017', 'level_3', 'Mức độ 3', 3, true, false),
  ('tt32_2017', 'level_4', 'Mức độ 4', 4, true, false),
  ('nd42_2022', 'partial', 'Một phần', 1, true, false),
  ('nd42_2022', 'full', 'Toàn trình', 2, true, false),
  ('nd224_2026', 'partial', 'Một phần', 1, true, true),
  ('nd224_2026', 'full', 'Toàn trình', 2, true, false);

create table procedures.online_service (
  id uuid primary key,
  procedure_id uuid not null constraint online_service_procedure_fk references procedures.procedure (id),
  regime text not null,
  level text not null,
  valid_from date not null,
  valid_to date,
  justification text constraint online_service_justification_length check (length(justification) between 1 and 1000),
  address text constraint online_service_address_length check (length(address) between 1 and 500),
  mark text constraint online_service_mark_known check (mark in ('background', 'illustrative')),
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint online_service_level_fk foreign key (regime, level) references procedures.online_level (regime, level),
  constraint online_service_ends_after_start check (valid_to >= valid_from - 1),
  constraint online_service_in_force exclude using gist (procedure_id with =, daterange(valid_from, valid_to + 1) with &&)
);
comment on table procedures.online_service is 'Mức độ dịch vụ công trực tuyến của thủ tục, từ ngày đến ngày; ngày không có dòng nào là chưa cung cấp trực tuyến';

create table procedures.import_draft (
  id uuid primary key,
  unit_id uuid not null constraint import_draft_unit_fk references units.unit (id),
  file_name text not null constraint import_draft_file_name_length check (length(file_name) between 1 and 255),
  sha256 text not null constraint import_draft_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'open' constraint import_draft_state_known check (state in ('open', 'saved', 'discarded')),
  content jsonb not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  created_by_name text not null,
  settled_at timestamptz,
  settled_by text,
  result jsonb,
  constraint import_draft_settled check ((state = 'open') = (settled_at is null))
);
comment on table procedures.import_draft is 'Tệp danh mục đã đọc và kiểm tra, chờ người gửi xem khác biệt rồi lưu hoặc bỏ';
create index import_draft_open on procedures.import_draft (unit_id, created_at) where state = 'open';

-- A version that was once recorded keeps its content; only its last day may be set.
create function procedures.refuse_version_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{valid_to,search}'::text[]) is distinct from (to_jsonb(old) - '{valid_to,search}'::text[]) then
    raise exception 'a recorded version of a procedure is not changed' using errcode = '23514', constraint = 'version_recorded';
  end if;
  return new;
end $$;
create trigger version_recorded before update or delete on procedures.version
  for each row execute function procedures.refuse_version_change();

create function procedures.refuse_part_change() returns trigger language plpgsql as $$
begin
  raise exception 'the parts of a recorded version are not changed' using errcode = '23514', constraint = 'version_recorded';
end $$;
create trigger competent_unit_recorded before update or delete on procedures.competent_unit
  for each row execute function procedures.refuse_part_change();
create trigger legal_basis_recorded before update or delete on procedures.legal_basis
  for each row execute function procedures.refuse_part_change();
