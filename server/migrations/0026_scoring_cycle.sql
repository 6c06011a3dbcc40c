-- compatible: yes
create table scoring.round (
  id uuid primary key,
  year int not null constraint round_year_plausible check (year between 2000 and 2100),
  title text not null constraint round_title_length check (length(title) between 1 and 500),
  organising_unit_id uuid not null constraint round_organising_unit_fk references units.unit (id),
  as_of date not null,
  phase text not null default 'preparing' constraint round_phase_known
    check (phase in ('preparing', 'self_scoring', 'appraisal', 'explanation', 'second_appraisal', 'council', 'published')),
  phase_since date not null,
  decision_document_id uuid constraint round_decision_fk references documents.document (id),
  mark text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by text not null,
  updated_at timestamptz not null default now(),
  updated_by text not null
);
comment on table scoring.round is 'Đợt chấm điểm cải cách hành chính của một năm: giai đoạn, đơn vị tổ chức, ngày chốt danh sách đơn vị';
comment on column scoring.round.as_of is 'Ngày chốt danh sách đơn vị được chấm';
comment on column scoring.round.mark is 'Dấu của dữ liệu minh họa';
create unique index round_mark on scoring.round (mark) where mark is not null;

create table scoring.round_phase (
  round_id uuid not null constraint round_phase_round_fk references scoring.round (id),
  phase text not null,
  opens_on date,
  closes_on date,
  working_days int constraint round_phase_working_days_plausible check (working_days between 1 and 250),
  primary key (round_id, phase),
  constraint round_phase_ends_after_start check (closes_on >= opens_on)
);
comment on table scoring.round_phase is 'Thời hạn từng giai đoạn: theo ngày, hoặc số ngày làm việc kể từ ngày chuyển giai đoạn';

create table scoring.round_group (
  round_id uuid not null constraint round_group_round_fk references scoring.round (id),
  code text not null constraint round_group_code_length check (length(code) between 1 and 30),
  name text not null constraint round_group_name_length check (length(name) between 1 and 200),
  set_id uuid not null constraint round_group_set_fk references scoring.criteria_set (id),
  position int not null,
  primary key (round_id, code)
);
comment on table scoring.round_group is 'Nhóm đơn vị so sánh với nhau và phiên bản bộ tiêu chí của nhóm; giữ nguyên suốt đợt';

create table scoring.round_unit (
  id uuid primary key,
  round_id uuid not null,
  group_code text not null,
  unit_id uuid not null constraint round_unit_unit_fk references units.unit (id),
  state text not null default 'scoring' constraint round_unit_state_known check (state in ('scoring', 'handed_in', 'approved')),
  approved_at timestamptz,
  approved_by text,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  constraint round_unit_once unique (round_id, unit_id),
  constraint round_unit_group_fk foreign key (round_id, group_code) references scoring.round_group (round_id, code),
  constraint round_unit_approved check ((state = 'approved') = (approved_at is not null))
);
comment on table scoring.round_unit is 'Đơn vị được chấm trong đợt: đang tự chấm, đã trình lãnh đạo, lãnh đạo đã duyệt và khóa';
create index round_unit_unit on scoring.round_unit (unit_id);

create table scoring.round_extension (
  id uuid primary key,
  round_unit_id uuid not null constraint round_extension_unit_fk references scoring.round_unit (id),
  phase text not null,
  closes_on date not null,
  reason text not null constraint round_extension_reason_length check (length(reason) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null
);
comment on table scoring.round_extension is 'Gia hạn cho từng đơn vị ở một giai đoạn, kèm lý do; chỉ thêm';
create index round_extension_unit on scoring.round_extension (round_unit_id);

create table scoring.round_event (
  id uuid primary key,
  round_id uuid not null constraint round_event_round_fk references scoring.round (id),
  round_unit_id uuid constraint round_event_unit_fk references scoring.round_unit (id),
  from_state text,
  to_state text not null,
  reason text,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null
);
comment on table scoring.round_event is 'Lịch sử chuyển giai đoạn của đợt và trạng thái của từng đơn vị; chỉ thêm';
create index round_event_round on scoring.round_event (round_id, at);

create table scoring.score (
  round_unit_id uuid not null constraint score_unit_fk references scoring.round_unit (id),
  item_code text not null,
  stage text not null constraint score_stage_known check (stage in ('self', 'survey', 'appraised_1', 'appraised_2', 'council')),
  sequence int not null constraint score_sequence_positive check (sequence > 0),
  input jsonb not null,
  outcome text not null constraint score_outcome_known check (outcome in ('scored', 'not_applicable')),
  points numeric not null,
  note text constraint score_note_length check (length(note) between 1 and 4000),
  source text constraint score_source_length check (length(source) between 1 and 300),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  primary key (round_unit_id, item_code, stage, sequence)
);
comment on table scoring.score is 'Mỗi lần cho điểm một mục ở một bước: số liệu, điểm phần mềm tính, lời giải trình hoặc lý do, ai, lúc nào; chỉ thêm, lần sau không xóa lần trước';
comment on column scoring.score.input is 'Số liệu kê khai hoặc lựa chọn (docs/domain/scoring-rules.md, mục 10)';
comment on column scoring.score.note is 'Tự chấm: giải trình; thẩm định: lý do khác điểm tự chấm';

create table scoring.evidence (
  id uuid primary key,
  round_unit_id uuid not null constraint evidence_unit_fk references scoring.round_unit (id),
  item_code text not null,
  file_id uuid,
  document_id uuid constraint evidence_document_fk references documents.document (id),
  sha256 text constraint evidence_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null constraint evidence_name_length check (length(name) between 1 and 500),
  place text constraint evidence_place_length check (length(place) between 1 and 300),
  dated_on date,
  expires_on date,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  constraint evidence_one_source check ((file_id is null) <> (document_id is null)),
  constraint evidence_file_hashed check ((file_id is null) or (sha256 is not null))
);
comment on table scoring.evidence is 'Tài liệu kiểm chứng của một mục: tệp (giá trị băm) hoặc văn bản trong sổ; chỉ thêm, rút lại thì ghi ở evidence_withdrawal';
comment on column scoring.evidence.place is 'Phần, trang của tài liệu chứng minh cho mục';
create index evidence_unit on scoring.evidence (round_unit_id, item_code);
create index evidence_content on scoring.evidence (sha256) where sha256 is not null;

create table scoring.evidence_withdrawal (
  evidence_id uuid primary key constraint evidence_withdrawal_evidence_fk references scoring.evidence (id),
  reason text not null constraint evidence_withdrawal_reason_length check (length(reason) between 1 and 1000),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null
);
comment on table scoring.evidence_withdrawal is 'Tài liệu kiểm chứng đã rút lại, kèm lý do';

create table scoring.objection (
  id uuid primary key,
  round_unit_id uuid not null constraint objection_unit_fk references scoring.round_unit (id),
  item_code text not null,
  text text not null constraint objection_text_length check (length(text) between 1 and 4000),
  due_on date,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null
);
comment on table scoring.objection is 'Giải trình, kiến nghị của đơn vị về điểm thẩm định một mục; chỉ thêm';
comment on column scoring.objection.due_on is 'Hạn giải trình áp dụng cho đơn vị lúc gửi';
create index objection_unit on scoring.objection (round_unit_id);

create table scoring.objection_answer (
  objection_id uuid primary key constraint objection_answer_objection_fk references scoring.objection (id),
  accepted boolean not null,
  text text not null constraint objection_answer_text_length check (length(text) between 1 and 4000),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null
);
comment on table scoring.objection_answer is 'Trả lời giải trình của cơ quan thẩm định; chỉ một lần, chỉ thêm';

create table scoring.survey_import (
  id uuid primary key,
  round_id uuid not null constraint survey_import_round_fk references scoring.round (id),
  number int not null,
  file_name text not null constraint survey_import_file_name_length check (length(file_name) between 1 and 300),
  sha256 text not null constraint survey_import_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  rows int not null,
  answers int not null,
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  constraint survey_import_number_key unique (round_id, number)
);
comment on table scoring.survey_import is 'Lần nạp kết quả điều tra xã hội học; chỉ giữ số đếm, không giữ dữ liệu cá nhân';

create table scoring.survey_count (
  import_id uuid not null constraint survey_count_import_fk references scoring.survey_import (id),
  round_unit_id uuid not null constraint survey_count_unit_fk references scoring.round_unit (id),
  item_code text not null,
  respondent_group text not null constraint survey_count_group_length check (length(respondent_group) between 1 and 30),
  answer text not null constraint survey_count_answer_length check (length(answer) between 1 and 10),
  count int not null constraint survey_count_not_negative check (count >= 0),
  primary key (import_id, round_unit_id, item_code, respondent_group, answer)
);
comment on table scoring.survey_count is 'Số lượt trả lời theo đơn vị, mục, nhóm người trả lời và phương án';

create table scoring.survey_group (
  round_id uuid not null constraint survey_group_round_fk references scoring.round (id),
  code text not null constraint survey_group_code_length check (length(code) between 1 and 30),
  name text not null constraint survey_group_name_length check (length(name) between 1 and 300),
  population int not null constraint survey_group_population_positive check (population > 0),
  error_permille int not null default 50 constraint survey_group_error_plausible check (error_permille between 1 and 500),
  primary key (round_id, code)
);
comment on table scoring.survey_group is 'Nhóm người được hỏi: tổng thể N và sai số e để tính cỡ mẫu n = N/(1 + N·e²)';

create table scoring.publication (
  id uuid primary key,
  round_id uuid not null constraint publication_round_fk references scoring.round (id),
  number int not null constraint publication_number_positive check (number > 0),
  content text not null,
  sha256 text not null constraint publication_sha256_written check (sha256 ~ '^[0-9a-f]{64}$'),
  decision_document_id uuid not null constraint publication_decision_fk references documents.document (id),
  at timestamptz not null default clock_timestamp(),
  actor_id text not null,
  actor_name text not null,
  constraint publication_number_key unique (round_id, number)
);
comment on table scoring.publication is 'Kết quả đã công bố, đóng băng từng byte; công bố lại là một phiên bản mới';
comment on column scoring.publication.content is 'Bộ tiêu chí, số liệu, điểm và thứ hạng của mọi đơn vị, dạng JSON';

create function scoring.refuse_cycle_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = '23514', constraint = 'cycle_append_only';
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['round_extension', 'round_event', 'score', 'evidence', 'evidence_withdrawal', 'objection',
    'objection_answer', 'survey_import', 'survey_count', 'publication', 'round_group'] loop
    execute format('create trigger %I before update or delete on scoring.%I for each row execute function scoring.refuse_cycle_change()',
      name || '_append_only', name);
  end loop;
end $$;
