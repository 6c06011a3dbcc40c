-- compatible: yes
alter table actions.recommendation add column made_on date;
update actions.recommendation set made_on = least((created_at at time zone 'Asia/Ho_Chi_Minh')::date, due_on);
alter table actions.recommendation add constraint recommendation_due_after_made check (due_on >= made_on);
comment on column actions.recommendation.made_on is 'Ngày kiến nghị được nêu; thời hạn không thể trước ngày này';

alter table inspections.deadline_rule
  add column created_at timestamptz not null default now(),
  add column created_by text not null default 'Hệ thống',
  add column ended_by text,
  add column end_reason text constraint deadline_rule_end_reason check (length(end_reason) between 1 and 1000),
  add column withdrawn_at timestamptz,
  add column version int not null default 1,
  drop constraint deadline_rule_once,
  add constraint deadline_rule_once exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null);
comment on column inspections.deadline_rule.withdrawn_at is 'Phiên bản nhập nhầm, rút trước khi có hiệu lực; giữ lại để tra cứu';

create table inspections.withdrawn_link (
  id uuid primary key,
  round_id uuid not null references inspections.round (id),
  visit_id uuid references inspections.visit (id),
  kind text not null constraint withdrawn_link_kind check (kind in ('plan', 'decision', 'report', 'evidence')),
  document_id uuid references documents.document (id),
  file_id uuid references platform.file (id),
  item_id uuid references inspections.checklist_item (id),
  reason text not null constraint withdrawn_link_reason check (length(reason) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  constraint withdrawn_link_one check (num_nonnulls(document_id, file_id) = 1)
);
comment on table inspections.withdrawn_link is 'Căn cứ, tệp đã gắn nhầm vào cuộc kiểm tra và được rút, kèm lý do; chỉ thêm';
create index withdrawn_link_round on inspections.withdrawn_link (round_id, at);

alter table documents.legal_basis
  add column id uuid not null default gen_random_uuid(),
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add column withdrawn_reason text constraint legal_basis_withdrawn_reason check (length(withdrawn_reason) between 1 and 1000),
  drop constraint legal_basis_pkey,
  add constraint legal_basis_pkey primary key (id),
  add constraint legal_basis_withdrawn_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3));
create unique index legal_basis_once on documents.legal_basis (document_id, based_on_id) where withdrawn_at is null;

alter table documents.attachment
  add column withdrawn_at timestamptz,
  add column withdrawn_by text,
  add column withdrawn_reason text constraint attachment_withdrawn_reason check (length(withdrawn_reason) between 1 and 1000),
  drop constraint attachment_document_file_key,
  add constraint attachment_withdrawn_whole check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3));
create unique index attachment_document_file_key on documents.attachment (document_id, file_id) where withdrawn_at is null;

alter table documents.register add column closed_at timestamptz;
comment on column documents.register.closed_at is 'Từ lúc này sổ đã khóa, không cấp số, không đăng ký thêm; để trống khi sổ đang mở';
create table documents.register_closing (
  id uuid primary key,
  register_id uuid not null constraint register_closing_register_fk references documents.register (id),
  action text not null constraint register_closing_action check (action in ('closed', 'reopened')),
  reason text constraint register_closing_reason check (length(reason) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  constraint register_closing_reopened_why check (action = 'closed' or reason is not null)
);
comment on table documents.register_closing is 'Lịch sử khóa sổ, mở lại sổ văn bản; mở lại phải nêu lý do; chỉ thêm';
create index register_closing_of on documents.register_closing (register_id, at);
