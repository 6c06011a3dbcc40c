-- compatible: yes
create schema inspections;

create table inspections.checklist_version (
  id uuid primary key,
  number int not null constraint checklist_version_number_key unique,
  title text not null constraint checklist_version_title check (length(title) between 1 and 300),
  state text not null default 'draft' constraint checklist_version_state check (state in ('draft', 'published')),
  valid_from date,
  published_at timestamptz,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  version int not null default 1,
  constraint checklist_version_published check ((state = 'published') = (valid_from is not null and published_at is not null))
);
comment on table inspections.checklist_version is 'Phiên bản danh mục nội dung kiểm tra; đã ban hành thì không sửa được nữa';
create unique index checklist_version_one_draft on inspections.checklist_version (state) where state = 'draft';

create table inspections.checklist_field (
  version_id uuid not null references inspections.checklist_version (id),
  code text not null constraint checklist_field_code check (code ~ '^F[0-9]{1,2}$'),
  reform_field text not null,
  name text not null,
  position int not null,
  primary key (version_id, code),
  constraint checklist_field_reform_key unique (version_id, reform_field)
);
comment on table inspections.checklist_field is 'Nhóm nội dung kiểm tra, mỗi nhóm ứng với một lĩnh vực cải cách hành chính';

create table inspections.checklist_item (
  id uuid primary key,
  version_id uuid not null,
  field_code text not null,
  code text not null constraint checklist_item_code check (code ~ '^F[0-9]{1,2}\.[0-9]{2}$'),
  text text not null constraint checklist_item_text check (length(text) between 1 and 1000),
  evidence text not null default '',
  source text not null default '',
  certainty text not null constraint checklist_item_certainty check (certainty in ('sourced', 'background')),
  retired_at timestamptz,
  version int not null default 1,
  constraint checklist_item_code_key unique (version_id, code),
  constraint checklist_item_field foreign key (version_id, field_code) references inspections.checklist_field (version_id, code)
);
comment on table inspections.checklist_item is 'Mục kiểm tra: nội dung, tài liệu cần xem, căn cứ; "background" là mục theo thông lệ, chưa dẫn được căn cứ';

create function inspections.refuse_published_change() returns trigger language plpgsql as $$
declare
  of_version uuid := case when tg_op = 'DELETE' then old.version_id else new.version_id end;
begin
  if exists (select 1 from inspections.checklist_version v where v.id = of_version and v.state = 'published') then
    raise exception 'a published checklist is not changed' using errcode = '23514', constraint = 'checklist_published';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger checklist_item_published before insert or update or delete on inspections.checklist_item
  for each row execute function inspections.refuse_published_change();
create trigger checklist_field_published before insert or update or delete on inspections.checklist_field
  for each row execute function inspections.refuse_published_change();

create table inspections.deadline_rule (
  id uuid primary key,
  code text not null constraint deadline_rule_code check (code in ('conclusion', 'remediation_report')),
  day_count int not null constraint deadline_rule_day_count check (day_count > 0),
  day_kind text not null constraint deadline_rule_day_kind check (day_kind in ('working', 'calendar')),
  counted_from text not null,
  valid_from date not null,
  valid_to date,
  citation text not null,
  certainty text not null constraint deadline_rule_certainty check (certainty in ('sourced', 'background')),
  note text not null default '',
  constraint deadline_rule_dates check (valid_to is null or valid_to >= valid_from),
  constraint deadline_rule_once exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table inspections.deadline_rule is 'Thời hạn theo quy định, có hiệu lực từ ngày đến ngày và căn cứ';
insert into inspections.deadline_rule (id, code, day_count, day_kind, counted_from, valid_from, valid_to, citation, certainty, note) values
  ('01992f0e-7c1a-7000-8000-000000000001', 'conclusion', 15, 'working', 'ngày kết thúc kiểm tra', '2017-12-15', null,
   'Thông tư 02/2017/TT-VPCP, Điều 46', 'sourced', 'Quy định cho kiểm tra kiểm soát thủ tục hành chính, áp dụng tương tự cho kiểm tra cải cách hành chính'),
  ('01992f0e-7c1a-7000-8000-000000000002', 'remediation_report', 15, 'calendar', 'ngày ban hành thông báo kết luận', '2017-12-15', null,
   'Thông lệ trong kế hoạch khắc phục của một sở', 'background', 'Thời hạn gợi ý, người lập kiến nghị sửa được');

create table inspections.round (
  id uuid primary key,
  title text not null constraint round_title check (length(title) between 1 and 500),
  year int not null constraint round_year check (year between 2000 and 2100),
  form text not null constraint round_form check (form in ('planned', 'unannounced', 'by_report', 'thematic', 're_inspection')),
  subject text not null default '',
  plan_document_id uuid references documents.document (id),
  decision_document_id uuid references documents.document (id),
  conclusion_document_id uuid references documents.document (id),
  previous_round_id uuid references inspections.round (id),
  starts_on date,
  ends_on date,
  inspected_from date,
  inspected_to date,
  meeting_on date,
  organising_unit_id uuid not null references units.unit (id),
  team_name text not null constraint round_team_name check (length(team_name) between 1 and 200),
  step text not null default 'planned' constraint round_step check (step in ('planned', 'decided', 'announced', 'unit_reported', 'on_site',
    'minutes_agreed', 'minutes_signed', 'team_report', 'conclusion_issued', 'remediation', 'closed')),
  checklist_version_id uuid references inspections.checklist_version (id),
  report_to text,
  report_outline jsonb not null default '[]' constraint round_report_outline check (jsonb_typeof(report_outline) = 'array'),
  conclusion_issued_on date,
  mark text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by text not null,
  version int not null default 1,
  search text generated always as (platform.fold(title || ' ' || team_name || ' ' || subject)) stored,
  constraint round_dates check (ends_on is null or (starts_on is not null and ends_on >= starts_on)),
  constraint round_period check (inspected_to is null or (inspected_from is not null and inspected_to >= inspected_from))
);
comment on table inspections.round is 'Đợt kiểm tra: kế hoạch, quyết định, thời gian, đoàn, bước đang ở';
create index round_organiser on inspections.round (organising_unit_id, year);

create table inspections.team_member (
  id uuid primary key,
  round_id uuid not null references inspections.round (id),
  account_id uuid references identity.account (id),
  name text,
  position text not null constraint team_member_position check (length(position) between 1 and 300),
  unit_id uuid references units.unit (id),
  role text not null constraint team_member_role check (role in ('head', 'deputy_head', 'secretary', 'member')),
  reform_fields text[] not null default '{}',
  illustrative boolean not null default false,
  sort int not null,
  withdrawn_at timestamptz
);
comment on table inspections.team_member is 'Thành viên đoàn kiểm tra: vai trò và lĩnh vực chịu trách nhiệm; có thể chỉ ghi chức vụ';
create index team_member_round on inspections.team_member (round_id) where withdrawn_at is null;
create index team_member_account on inspections.team_member (account_id) where withdrawn_at is null;
create unique index team_member_account_once on inspections.team_member (round_id, account_id) where withdrawn_at is null and account_id is not null;

create table inspections.visit (
  id uuid primary key,
  round_id uuid not null references inspections.round (id),
  unit_id uuid not null references units.unit (id),
  kind text not null constraint visit_kind check (kind in ('main', 'commune')),
  visit_on date,
  visit_to date,
  timetable jsonb not null default '[]' constraint visit_timetable check (jsonb_typeof(timetable) = 'array'),
  place text,
  reform_fields text[],
  step text not null default 'awaiting_report' constraint visit_step
    check (step in ('awaiting_report', 'unit_reported', 'on_site', 'minutes_agreed', 'minutes_signed')),
  report_text text,
  report_file_id uuid references platform.file (id),
  unit_representatives jsonb not null default '[]' constraint visit_representatives check (jsonb_typeof(unit_representatives) = 'array'),
  unit_opinion text,
  opened_at timestamptz,
  closed_at timestamptz,
  minutes_document_id uuid references documents.document (id),
  signed_on date,
  illustrative boolean not null default false,
  sort int not null,
  withdrawn_at timestamptz,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  version int not null default 1,
  constraint visit_dates check (visit_to is null or (visit_on is not null and visit_to >= visit_on)),
  constraint visit_times check (closed_at is null or (opened_at is not null and closed_at >= opened_at))
);
comment on table inspections.visit is 'Đơn vị được kiểm tra trong một đợt: lịch, báo cáo, bước đang ở, biên bản';
create unique index visit_round_unit_key on inspections.visit (round_id, unit_id) where withdrawn_at is null;
create index visit_unit on inspections.visit (unit_id) where withdrawn_at is null;

create table inspections.transition (
  id uuid primary key,
  round_id uuid not null references inspections.round (id),
  visit_id uuid references inspections.visit (id),
  unit_id uuid not null,
  from_step text,
  to_step text not null,
  reason text,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null
);
comment on table inspections.transition is 'Lịch sử các bước của đợt và của từng đơn vị; chỉ thêm';
create index transition_round on inspections.transition (round_id, at);

create table inspections.declared_figure (
  id uuid primary key,
  visit_id uuid not null references inspections.visit (id),
  code text not null constraint declared_figure_code check (code ~ '^[a-z][a-z0-9_]{0,59}$'),
  label text not null constraint declared_figure_label check (length(label) between 1 and 500),
  reform_field text not null,
  kind text not null constraint declared_figure_kind check (kind in ('ratio', 'count', 'sum')),
  numerator numeric,
  denominator numeric,
  parts jsonb not null default '[]' constraint declared_figure_parts check (jsonb_typeof(parts) = 'array'),
  stated_percent numeric,
  stated_text text,
  unit_of_measure text not null default '',
  evidence_file_id uuid references platform.file (id),
  document_id uuid references documents.document (id),
  paragraph int constraint declared_figure_paragraph check (paragraph > 0),
  note text,
  sort int not null default 0,
  withdrawn_at timestamptz,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  version int not null default 1,
  constraint declared_figure_not_negative check (numerator >= 0 and denominator >= 0 and stated_percent >= 0),
  constraint declared_figure_says_something check (numerator is not null or stated_percent is not null)
);
comment on table inspections.declared_figure is 'Số liệu đơn vị báo cáo: tử số, mẫu số, tỷ lệ ghi trong báo cáo; phép tính lại không lưu ở đây';
create unique index declared_figure_code_key on inspections.declared_figure (visit_id, code) where withdrawn_at is null;

create table inspections.recomputed_figure (
  id uuid primary key,
  figure_id uuid not null references inspections.declared_figure (id),
  numerator numeric not null constraint recomputed_figure_numerator check (numerator >= 0),
  denominator numeric constraint recomputed_figure_denominator check (denominator >= 0),
  source text not null constraint recomputed_figure_source check (length(source) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null
);
comment on table inspections.recomputed_figure is 'Số liệu do đoàn kiểm tra đếm lại, kèm nguồn; bản mới nhất có giá trị, bản cũ giữ nguyên';
create index recomputed_figure_of on inspections.recomputed_figure (figure_id, at desc);

create table inspections.answer (
  id uuid primary key,
  visit_id uuid not null references inspections.visit (id),
  item_id uuid not null references inspections.checklist_item (id),
  verdict text constraint answer_verdict check (verdict in ('meets', 'fails', 'partly', 'not_applicable')),
  note text,
  illustrative boolean not null default false,
  paragraph int constraint answer_paragraph check (paragraph > 0),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by_id text not null,
  updated_by text not null,
  constraint answer_item_key unique (visit_id, item_id)
);
comment on table inspections.answer is 'Kết quả kiểm tra từng mục của danh mục tại một đơn vị';

create table inspections.answer_file (
  answer_id uuid not null references inspections.answer (id),
  file_id uuid not null references platform.file (id),
  added_at timestamptz not null default now(),
  added_by text not null,
  withdrawn_at timestamptz,
  primary key (answer_id, file_id)
);
comment on table inspections.answer_file is 'Tài liệu kiểm chứng của một mục kiểm tra';

create table inspections.sample (
  id uuid primary key,
  visit_id uuid not null references inspections.visit (id),
  item_id uuid references inspections.checklist_item (id),
  title text not null,
  seed bigint not null constraint sample_seed check (seed between 1 and 2147483646),
  population jsonb not null constraint sample_population check (jsonb_typeof(population) = 'array'),
  size int not null constraint sample_size check (size > 0),
  chosen jsonb not null constraint sample_chosen check (jsonb_typeof(chosen) = 'array'),
  results jsonb not null default '{}' constraint sample_results check (jsonb_typeof(results) = 'object'),
  created_at timestamptz not null default now(),
  updated_by text not null,
  version int not null default 1
);
comment on table inspections.sample is 'Mẫu hồ sơ chọn ngẫu nhiên theo số gốc in trong biên bản, ai cũng chọn lại được đúng mẫu đó';

create table inspections.statement (
  id uuid primary key,
  round_id uuid not null references inspections.round (id),
  visit_id uuid references inspections.visit (id),
  kind text not null constraint statement_kind check (kind in ('strength', 'finding', 'proposal', 'conclusion', 'opinion')),
  text text not null constraint statement_text check (length(text) between 1 and 4000),
  reform_field text,
  cause text,
  severity text constraint statement_severity check (severity in ('note', 'shortcoming', 'violation')),
  item_id uuid references inspections.checklist_item (id),
  paragraph int constraint statement_paragraph check (paragraph > 0),
  addressed_to text,
  sort int not null default 0,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  version int not null default 1,
  constraint statement_finding_severity check (kind <> 'finding' or severity is not null),
  constraint statement_proposal_addressee check (kind <> 'proposal' or addressed_to is not null)
);
comment on table inspections.statement is 'Ưu điểm, tồn tại, đề xuất, kết luận, ý kiến; số trong lời văn là dấu {{figure:mã}} trỏ tới số liệu đã lưu';
create index statement_round on inspections.statement (round_id) where withdrawn_at is null;

create table inspections.planned_self_inspection (
  visit_id uuid not null references inspections.visit (id),
  unit_id uuid not null references units.unit (id),
  illustrative boolean not null default false,
  added_at timestamptz not null default now(),
  added_by text not null,
  withdrawn_at timestamptz,
  primary key (visit_id, unit_id)
);
comment on table inspections.planned_self_inspection is 'Cơ quan, xã mà đơn vị được kiểm tra dự kiến tự kiểm tra trong năm; tử số của tỷ lệ tự kiểm tra';

create table inspections.output_file (
  id uuid primary key,
  round_id uuid not null references inspections.round (id),
  visit_id uuid references inspections.visit (id),
  kind text not null constraint output_file_kind check (kind in ('minutes', 'conclusion')),
  format text not null constraint output_file_format check (format in ('docx', 'pdf')),
  document_id uuid not null references documents.document (id),
  file_id uuid not null references platform.file (id),
  sha256 text not null,
  created_at timestamptz not null default now()
);
comment on table inspections.output_file is 'Bản chính thức đã ban hành: đúng từng byte như lúc ký, tải lại bao nhiêu lần cũng vậy';
create unique index output_file_key on inspections.output_file (document_id, format);
