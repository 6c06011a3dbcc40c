-- compatible: yes
create schema units;

create table units.unit (
  id uuid primary key,
  code text not null constraint unit_code_written check (code ~ '^[0-9A-Z][0-9A-Z./-]{0,39}$'),
  level text not null constraint unit_level_known check (level in ('province', 'district', 'commune', 'department')),
  name text not null constraint unit_name_length check (length(name) between 2 and 200),
  authority_name text not null constraint unit_authority_name_length check (length(authority_name) between 2 and 200),
  document_symbol text not null constraint unit_document_symbol_length check (length(document_symbol) between 1 and 30),
  agency_code text constraint unit_agency_code_written check (agency_code ~ '^[A-Z][0-9]{2}(\.[0-9A-Z]+)*$' and length(agency_code) <= 35),
  valid_from date not null,
  valid_to date,
  start_known boolean not null default true,
  mark text constraint unit_mark_known check (mark in ('background', 'illustrative')),
  note text constraint unit_note_length check (length(note) <= 1000),
  search text generated always as (platform.fold(name || ' ' || authority_name || ' ' || code)) stored,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_by text,
  constraint unit_ends_after_start check (valid_to >= valid_from),
  constraint unit_code_in_force exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table units.unit is 'Đơn vị theo thời gian: bắt đầu, kết thúc, được đơn vị khác kế thừa; không sửa ngược quá khứ';
comment on column units.unit.authority_name is 'Tên cơ quan như in trên văn bản, ví dụ "UBND huyện Điện Biên"';
comment on column units.unit.start_known is 'false: ngày bắt đầu thật chưa tra cứu, valid_from chỉ là mốc dữ liệu';
comment on column units.unit.mark is 'background: thông tin nền, cần địa phương xác nhận; illustrative: dữ liệu minh họa';
create index unit_search on units.unit using gin (search public.gin_trgm_ops);
create index unit_code on units.unit (code);

create table units.membership (
  unit_id uuid not null constraint membership_unit_fk references units.unit (id),
  parent_id uuid not null constraint membership_parent_fk references units.unit (id),
  valid_from date not null,
  valid_to date,
  primary key (unit_id, valid_from),
  constraint membership_ends_after_start check (valid_to >= valid_from),
  constraint membership_not_own_parent check (unit_id <> parent_id),
  constraint membership_one_parent exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table units.membership is 'Đơn vị thuộc đơn vị cấp trên nào, từ ngày nào đến ngày nào; mỗi ngày nhiều nhất một cấp trên';
create index membership_parent on units.membership (parent_id);

create table units.succession (
  id uuid primary key,
  old_unit_id uuid not null constraint succession_old_fk references units.unit (id),
  new_unit_id uuid constraint succession_new_fk references units.unit (id),
  on_day date not null,
  kind text not null constraint succession_kind_known check (kind in ('merge', 'split', 'rename', 'dissolve')),
  divided boolean not null default false,
  decision text constraint succession_decision_length check (length(decision) between 1 and 300),
  created_at timestamptz not null default now(),
  constraint succession_once unique nulls not distinct (old_unit_id, new_unit_id),
  constraint succession_dissolve_has_no_heir check ((kind = 'dissolve') = (new_unit_id is null))
);
comment on table units.succession is 'Đơn vị cũ được đơn vị mới kế thừa: sáp nhập, chia tách, đổi tên, giải thể';
create index succession_new on units.succession (new_unit_id);

create table units.lineage (
  ancestor_id uuid not null constraint lineage_ancestor_fk references units.unit (id),
  descendant_id uuid not null constraint lineage_descendant_fk references units.unit (id),
  primary key (ancestor_id, descendant_id)
);
comment on table units.lineage is 'Cấp trên và cấp dưới (kể cả chính nó) ở bất cứ ngày nào; suy ra từ units.membership, dùng để giới hạn phạm vi quyền';
create index lineage_descendant on units.lineage (descendant_id);

create table units.map (
  id uuid primary key,
  as_of date not null,
  file_name text not null constraint map_file_name_length check (length(file_name) between 1 and 255),
  sha256 text not null constraint map_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  uploaded_at timestamptz not null default now(),
  uploaded_by text not null
);
comment on table units.map is 'Bản đồ ranh giới (GeoJSON) do quản trị nạp; bản mới không xóa bản cũ';

create table units.map_feature (
  map_id uuid not null constraint map_feature_map_fk references units.map (id),
  unit_id uuid not null constraint map_feature_unit_fk references units.unit (id),
  geometry jsonb not null,
  primary key (map_id, unit_id)
);
comment on table units.map_feature is 'Hình của từng đơn vị trong một bản đồ';
create index map_feature_unit on units.map_feature (unit_id);

-- A membership lasts no longer than the child and the parent do; asked at the commit, because both sides change together.
create function units.check_membership() returns trigger language plpgsql as $$
declare
  about uuid := case tg_table_name when 'unit' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'unit_id')::uuid end;
begin
  if exists (
    select from units.membership m
    join units.unit child on child.id = m.unit_id
    join units.unit parent on parent.id = m.parent_id
    where (m.unit_id = about or (tg_table_name = 'unit' and m.parent_id = about))
      and not (
        daterange(child.valid_from, child.valid_to, '[]') @> daterange(m.valid_from, m.valid_to, '[]')
        and daterange(parent.valid_from, parent.valid_to, '[]') @> daterange(m.valid_from, m.valid_to, '[]')
      )
  ) then
    raise exception 'a membership lies outside the validity of its unit or its parent'
      using errcode = '23514', constraint = 'membership_within_validity';
  end if;
  return null;
end $$;
create constraint trigger membership_within_validity after insert or update on units.membership
  deferrable initially deferred for each row execute function units.check_membership();
create constraint trigger unit_covers_memberships after update of valid_from, valid_to on units.unit
  deferrable initially deferred for each row execute function units.check_membership();
