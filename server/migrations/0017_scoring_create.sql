-- compatible: yes
create schema scoring;

create table scoring.criteria_set (
  id uuid primary key,
  level text not null constraint criteria_set_level_known check (level in ('commune', 'department', 'district')),
  year int not null constraint criteria_set_year_plausible check (year between 2000 and 2100),
  number int not null constraint criteria_set_number_positive check (number > 0),
  title text not null constraint criteria_set_title_length check (length(title) between 1 and 500),
  state text not null default 'draft' constraint criteria_set_state_known check (state in ('draft', 'published', 'superseded')),
  certainty text not null constraint criteria_set_certainty_known check (certainty in ('official', 'template')),
  valid_from date not null,
  valid_to date,
  content jsonb not null constraint criteria_set_content_whole check (jsonb_typeof(content -> 'nodes') = 'array'),
  sha256 text constraint criteria_set_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  from_set_id uuid constraint criteria_set_from_fk references scoring.criteria_set (id),
  superseded_by uuid constraint criteria_set_superseded_by_fk references scoring.criteria_set (id),
  published_at timestamptz,
  published_by text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by text not null,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  constraint criteria_set_number_key unique (level, year, number),
  constraint criteria_set_ends_after_start check (valid_to >= valid_from),
  constraint criteria_set_published check ((state = 'draft') = (published_at is null) and (state = 'draft') = (sha256 is null)),
  constraint criteria_set_superseded check ((state = 'superseded') = (superseded_by is not null))
);
comment on table scoring.criteria_set is 'Bộ tiêu chí chấm điểm cải cách hành chính của một cấp, một năm, theo phiên bản; đã ban hành thì không sửa, chỉ thay bằng phiên bản mới';
comment on column scoring.criteria_set.certainty is 'official: bảng của quyết định; template: mẫu, không phải bảng chính thức';
comment on column scoring.criteria_set.content is 'Toàn bộ nội dung: quy ước tính, bảng tiêu chí, xếp loại (docs/domain/scoring-rules.md)';
comment on column scoring.criteria_set.sha256 is 'Giá trị băm của nội dung lúc ban hành, để ai cũng kiểm tra được';
create unique index criteria_set_one_draft on scoring.criteria_set (level, year) where state = 'draft';
create unique index criteria_set_one_published on scoring.criteria_set (level, year) where state = 'published';

create table scoring.criteria_node (
  set_id uuid not null constraint criteria_node_set_fk references scoring.criteria_set (id),
  code text not null constraint criteria_node_code_length check (length(code) between 1 and 30),
  parent_code text,
  position int not null,
  kind text not null constraint criteria_node_kind_known check (kind in ('field', 'criterion', 'sub_criterion', 'bonus', 'deduction')),
  name text not null,
  maximum numeric(21, 6) not null constraint criteria_node_maximum_not_negative check (maximum >= 0),
  method text constraint criteria_node_method_known check (method in ('self', 'system', 'appraisal', 'survey', 'leader')),
  appraiser_field text,
  is_item boolean not null,
  primary key (set_id, code),
  constraint criteria_node_position_key unique (set_id, position),
  constraint criteria_node_parent_fk foreign key (set_id, parent_code) references scoring.criteria_node (set_id, code),
  constraint criteria_node_item_method check (is_item = (method is not null))
);
comment on table scoring.criteria_node is 'Các dòng của bộ tiêu chí đã ban hành, chép từ nội dung lúc ban hành để các bảng khác trỏ tới';
comment on column scoring.criteria_node.is_item is 'Mục được chấm điểm (không có mục con)';

-- A published set keeps its content; only its successor is noted once.
create function scoring.refuse_published_change() returns trigger language plpgsql as $$
declare
  noted text[] := '{state,superseded_by,updated_at,updated_by,version}';
begin
  if old.state <> 'draft'
    and (tg_op = 'DELETE' or new.state = 'draft' or (old.state = 'superseded' and new is distinct from old)
      or (to_jsonb(new) - noted) is distinct from (to_jsonb(old) - noted)) then
    raise exception 'a published criteria set is not changed' using errcode = '23514', constraint = 'criteria_set_fixed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger criteria_set_fixed before update or delete on scoring.criteria_set
  for each row execute function scoring.refuse_published_change();

create function scoring.refuse_node_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and exists (select 1 from scoring.criteria_set s where s.id = new.set_id and s.state = 'draft') then return new; end if;
  raise exception 'the rows of a published criteria set are not changed' using errcode = '23514', constraint = 'criteria_set_fixed';
end $$;
create trigger criteria_node_fixed before insert or update or delete on scoring.criteria_node
  for each row execute function scoring.refuse_node_change();
