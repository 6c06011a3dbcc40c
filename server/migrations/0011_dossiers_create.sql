-- compatible: yes
create schema dossiers;

-- Big tables carry the unit in their key and have no triggers, hence no foreign keys: a million rows of a file are matched to
-- units and procedures once, as a set, before they are written (decision 9).
create table dossiers.dossier (
  code text not null constraint dossier_code_written check (length(code) between 6 and 60),
  unit_id uuid not null,
  procedure_id uuid not null,
  procedure_version int not null,
  channel smallint not null constraint dossier_channel_known check (channel between 1 and 3),
  status smallint not null constraint dossier_status_known check (status between 1 and 10),
  origin smallint not null constraint dossier_origin_known check (origin between 1 and 4),
  generated boolean not null default false,
  applicant_name text not null constraint dossier_applicant_name_length check (length(applicant_name) between 1 and 300),
  subject text constraint dossier_subject_length check (length(subject) <= 1000),
  submitted_at timestamptz,
  received_at timestamptz,
  due_at timestamptz,
  computed_due_at timestamptz,
  paused_at timestamptz,
  finished_at timestamptz,
  returned_at timestamptz,
  timeliness smallint constraint dossier_timeliness_known check (timeliness between 1 and 4),
  handler_id uuid,
  state_at timestamptz not null,
  import_id uuid,
  version int not null default 1,
  primary key (code, unit_id),
  constraint dossier_finished_has_outcome check ((finished_at is null) = (timeliness is null)),
  constraint dossier_received_before_finished check (finished_at >= received_at)
);
comment on table dossiers.dossier is 'Hồ sơ thủ tục hành chính; khóa là mã hồ sơ và đơn vị tiếp nhận';
comment on column dossiers.dossier.channel is '1 trực tiếp, 2 trực tuyến, 3 bưu chính công ích';
comment on column dossiers.dossier.status is 'Mười trạng thái quốc gia, 1 mới đăng ký đến 10 đã trả kết quả';
comment on column dossiers.dossier.origin is '1 tại bộ phận một cửa, 2 nộp trực tuyến ở đây, 3 nạp từ tệp, 4 nhận từ hệ thống khác';
comment on column dossiers.dossier.generated is 'Dữ liệu do chương trình tạo ra để minh họa hoặc đo, không phải hồ sơ thật';
comment on column dossiers.dossier.due_at is 'Hạn trả đang có hiệu lực: hạn do nguồn ghi, nếu không có thì là hạn tính được; trống khi đồng hồ dừng';
comment on column dossiers.dossier.computed_due_at is 'Hạn tính theo thời hạn của thủ tục và quy tắc đếm của ngày tiếp nhận';
comment on column dossiers.dossier.finished_at is 'Lúc có kết quả, hoặc lúc từ chối, rút, dừng hẳn';
comment on column dossiers.dossier.timeliness is '1 trước hạn, 2 đúng hạn, 3 quá hạn, 4 kết thúc không có kết quả (từ chối, rút, dừng); trống khi chưa xong';
comment on column dossiers.dossier.state_at is 'Lúc trạng thái này có hiệu lực ở nguồn; trạng thái cũ hơn không ghi đè trạng thái mới hơn';
create index dossier_unit_received on dossiers.dossier (unit_id, received_at);
create index dossier_unit_finished on dossiers.dossier (unit_id, finished_at) where finished_at is not null;
create index dossier_procedure_received on dossiers.dossier (procedure_id, received_at);
create index dossier_open on dossiers.dossier (unit_id, due_at) where finished_at is null;

create table dossiers.step (
  code text not null,
  unit_id uuid not null,
  seq int not null constraint step_seq_positive check (seq >= 1),
  event smallint not null constraint step_event_known check (event between 1 and 20),
  from_status smallint,
  status smallint not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  due_at timestamptz,
  actor_id uuid,
  actor_name text constraint step_actor_name_length check (length(actor_name) between 1 and 200),
  import_id uuid,
  reason text constraint step_reason_length check (length(reason) <= 2000),
  details jsonb,
  primary key (code, unit_id, seq)
);
comment on table dossiers.step is 'Mỗi lần hồ sơ đổi trạng thái là một dòng: ai, lúc nào, từ trạng thái nào sang trạng thái nào, vì sao; đồng hồ tính lại từ đây';

create table dossiers.applicant (
  code text not null,
  unit_id uuid not null,
  kind smallint not null default 1 constraint applicant_kind_known check (kind between 1 and 3),
  identity_number text constraint applicant_identity_length check (length(identity_number) between 1 and 30),
  phone text constraint applicant_phone_length check (length(phone) between 1 and 30),
  email text constraint applicant_email_length check (length(email) between 3 and 254),
  address text constraint applicant_address_length check (length(address) between 1 and 500),
  primary key (code, unit_id)
);
comment on table dossiers.applicant is 'Thông tin liên hệ của người nộp, tách khỏi hồ sơ để thống kê không chạm dữ liệu cá nhân';
comment on column dossiers.applicant.kind is '1 công dân, 2 doanh nghiệp hoặc tổ chức, 3 hộ kinh doanh';

create table dossiers.clock_rule (
  id uuid primary key,
  code text not null constraint clock_rule_code_length check (length(code) between 1 and 60),
  value jsonb not null,
  enabled boolean not null default true,
  valid_from date not null,
  valid_to date,
  citation text not null constraint clock_rule_citation_length check (length(citation) between 1 and 500),
  mark text constraint clock_rule_mark_known check (mark in ('background', 'illustrative')),
  version int not null default 1,
  updated_by text,
  constraint clock_rule_ends_after_start check (valid_to >= valid_from),
  constraint clock_rule_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table dossiers.clock_rule is 'Quy tắc đếm hạn có căn cứ và thời gian hiệu lực; tỉnh bật, tắt được; hồ sơ theo quy tắc của ngày tiếp nhận';
