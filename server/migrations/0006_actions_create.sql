-- compatible: yes
create schema actions;

create table actions.recommendation (
  id uuid primary key,
  origin_module text not null constraint recommendation_origin_module check (origin_module ~ '^[a-z_]+$'),
  origin_type text not null constraint recommendation_origin_type check (origin_type ~ '^[a-z_]+$'),
  origin_id uuid not null,
  origin_part_id uuid,
  origin_title text not null constraint recommendation_origin_title check (length(origin_title) between 1 and 500),
  unit_id uuid not null references units.unit (id),
  owner_position text,
  text text not null constraint recommendation_text check (length(text) between 1 and 4000),
  reform_field text,
  due_on date,
  state text not null default 'open' constraint recommendation_state
    check (state in ('open', 'in_progress', 'reported', 'accepted', 'not_accepted', 'carried_over')),
  report_text text,
  note text,
  paragraph int constraint recommendation_paragraph check (paragraph > 0),
  position int not null default 0,
  released_at timestamptz default now(),
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by text not null,
  version int not null default 1,
  search text generated always as (platform.fold(text)) stored
);
comment on column actions.recommendation.released_at is 'Từ lúc này đơn vị được giao thấy kiến nghị; để trống khi đoàn còn soạn';
comment on table actions.recommendation is 'Kiến nghị giao cho một đơn vị: việc, thời hạn, trạng thái; quá hạn được tính từ thời hạn, không lưu';
create index recommendation_origin on actions.recommendation (origin_module, origin_id);
create index recommendation_unit_due on actions.recommendation (unit_id, due_on) where withdrawn_at is null;

create table actions.recommendation_event (
  id uuid primary key,
  recommendation_id uuid not null references actions.recommendation (id),
  unit_id uuid not null,
  from_state text,
  to_state text not null,
  note text,
  due_on date,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null
);
comment on table actions.recommendation_event is 'Lịch sử của kiến nghị: mỗi lần đổi trạng thái hoặc thời hạn một dòng';
create index recommendation_event_of on actions.recommendation_event (recommendation_id, at);

create table actions.recommendation_evidence (
  recommendation_id uuid not null references actions.recommendation (id),
  file_id uuid not null references platform.file (id),
  added_at timestamptz not null default now(),
  added_by text not null,
  primary key (recommendation_id, file_id)
);
comment on table actions.recommendation_evidence is 'Tài liệu kiểm chứng kèm báo cáo khắc phục';
