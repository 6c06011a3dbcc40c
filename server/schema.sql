-- The structure after 0036_dossiers_entry_request.sql, for reading; written by scripts/generate.mjs, run by nobody.

create extension btree_gist;
create extension pg_trgm;
create extension unaccent;

CREATE OR REPLACE FUNCTION audit.chain_draft()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  last audit.head;
  moment timestamptz;
  line text;
  digest text;
begin
  select * into strict last from audit.head for update;
  moment := clock_timestamp();
  line := format('[%s,%s,%s,%s,%s,%s,%s,%s,%s,%s]', to_json(last.hash), last.sequence + 1,
    to_json(to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), to_json(new.actor_id), to_json(new.actor_name),
    to_json(new.action), to_json(new.subject_type), to_json(new.subject_id), coalesce(to_json(new.unit_id::text)::text, 'null'), to_json(new.data));
  digest := encode(sha256(convert_to(line, 'UTF8')), 'hex');
  insert into audit.entry (sequence, at, actor_id, actor_name, action, subject_type, subject_id, unit_id, data, previous_hash, hash)
  values (last.sequence + 1, moment, new.actor_id, new.actor_name, new.action, new.subject_type, new.subject_id, new.unit_id, new.data, last.hash, digest);
  update audit.head set sequence = last.sequence + 1, hash = digest;
  delete from audit.draft where id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'audit.entry is append-only';
end $function$
;

CREATE OR REPLACE FUNCTION dossiers.enter(receiving_unit uuid, on_day date, code_stem text, dossier jsonb, applicant jsonb, papers jsonb, steps jsonb, changes jsonb)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  serial int;
  given_code text;
  d dossiers.dossier := jsonb_populate_record(null::dossiers.dossier, dossier);
  a dossiers.applicant := jsonb_populate_record(null::dossiers.applicant, applicant);
begin
  -- From here on other receptions of the unit wait for this one's commit, so that no serial is left out.
  insert into dossiers.serial as given (unit_id, day, last) values (receiving_unit, on_day, 1)
  on conflict (unit_id, day) do update set last = given.last + 1 returning given.last into serial;
  given_code := code_stem || lpad(serial::text, greatest(4, length(serial::text)), '0');

  insert into dossiers.dossier (code, unit_id, procedure_id, procedure_version, channel, status, origin, applicant_name, subject,
    submitted_at, received_at, due_at, computed_due_at, paused_at, state_at)
  values (given_code, receiving_unit, d.procedure_id, d.procedure_version, d.channel, d.status, d.origin, d.applicant_name, d.subject,
    d.submitted_at, d.received_at, d.due_at, d.computed_due_at, d.paused_at, d.state_at);
  insert into dossiers.applicant (code, unit_id, kind, identity_number, phone, email, address)
  values (given_code, receiving_unit, a.kind, a.identity_number, a.phone, a.email, a.address);
  insert into dossiers.handed_paper (code, unit_id, position, paper_code, name, required, originals, copies, handed, note)
  select given_code, receiving_unit, p.position, p.paper_code, p.name, p.required, p.originals, p.copies, p.handed, p.note
  from jsonb_populate_recordset(null::dossiers.handed_paper, papers) p;
  insert into dossiers.step (code, unit_id, seq, event, from_status, status, at, due_at, actor_id, actor_name, reason)
  select given_code, receiving_unit, s.seq, s.event, s.from_status, s.status, s.at, s.due_at, s.actor_id, s.actor_name, s.reason
  from jsonb_populate_recordset(null::dossiers.step, steps) s;
  insert into dossiers.tally_change (unit_id, procedure_id, channel, timeliness, received_at, due_at, finished_at, sign)
  select receiving_unit, c.procedure_id, c.channel, c.timeliness, c.received_at, c.due_at, c.finished_at, c.sign
  from jsonb_populate_recordset(null::dossiers.tally_change, changes) c;
  return given_code;
end $function$
;

CREATE OR REPLACE FUNCTION dossiers.enter_once(request uuid, sent bytea, due timestamp with time zone, receiving_unit uuid, on_day date, code_stem text, dossier jsonb, applicant jsonb, papers jsonb, steps jsonb, changes jsonb)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  given_code text;
begin
  if exists (select from dossiers.entry_request r where r.unit_id = receiving_unit and r.request_id = request) then
    return null;
  end if;
  given_code := dossiers.enter(receiving_unit, on_day, code_stem, dossier, applicant, papers, steps, changes);
  insert into dossiers.entry_request (unit_id, request_id, content, code, due_at) values (receiving_unit, request, sent, given_code, due);
  return given_code;
end $function$
;

CREATE OR REPLACE FUNCTION figures.refuse_indicator_version_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'valid_to') is distinct from (to_jsonb(old) - 'valid_to') then
    raise exception 'a recorded version of an indicator is not changed' using errcode = '23514', constraint = 'indicator_version_recorded';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION figures.refuse_revision_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a recorded figure is not changed' using errcode = '23514', constraint = 'revision_recorded';
end $function$
;

CREATE OR REPLACE FUNCTION inspections.refuse_published_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_version uuid := case when tg_op = 'DELETE' then old.version_id else new.version_id end;
begin
  if exists (select 1 from inspections.checklist_version v where v.id = of_version and v.state = 'published') then
    raise exception 'a published checklist is not changed' using errcode = '23514', constraint = 'checklist_published';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION platform.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(translate(regexp_replace(NORMALIZE(value, NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'đĐ'::text, 'dd'::text))
;

CREATE OR REPLACE FUNCTION procedures.refuse_part_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the parts of a recorded version are not changed' using errcode = '23514', constraint = 'version_recorded';
end $function$
;

CREATE OR REPLACE FUNCTION procedures.refuse_version_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - '{valid_to,search}'::text[]) is distinct from (to_jsonb(old) - '{valid_to,search}'::text[]) then
    raise exception 'a recorded version of a procedure is not changed' using errcode = '23514', constraint = 'version_recorded';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION scoring.refuse_cycle_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is only added to', tg_table_name using errcode = '23514', constraint = 'cycle_append_only';
end $function$
;

CREATE OR REPLACE FUNCTION scoring.refuse_index_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'published figures are only added' using errcode = '23514', constraint = 'index_append_only';
end $function$
;

CREATE OR REPLACE FUNCTION scoring.refuse_node_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' and exists (select 1 from scoring.criteria_set s where s.id = new.set_id and s.state = 'draft') then return new; end if;
  raise exception 'the rows of a published criteria set are not changed' using errcode = '23514', constraint = 'criteria_set_fixed';
end $function$
;

CREATE OR REPLACE FUNCTION scoring.refuse_published_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION units.check_membership()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION units.copy_lineage()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from units.lineage_by_unit;
  insert into units.lineage_by_unit (ancestor_id, descendant_id, valid_from, valid_to)
  select ancestor_id, descendant_id, valid_from, valid_to from units.lineage_span;
  return null;
end $function$
;

create table actions.recommendation (
  id uuid not null,
  origin_module text not null,
  origin_type text not null,
  origin_id uuid not null,
  origin_part_id uuid,
  origin_title text not null,
  unit_id uuid not null,
  owner_position text,
  text text not null,
  reform_field text,
  due_on date,
  state text default 'open'::text not null,
  report_text text,
  note text,
  paragraph integer,
  "position" integer default 0 not null,
  released_at timestamp with time zone default now(),
  withdrawn_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  version integer default 1 not null,
  search text generated always as (platform.fold(text)) stored,
  made_on date,
  constraint recommendation_pkey PRIMARY KEY (id),
  constraint recommendation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint recommendation_due_after_made CHECK ((due_on >= made_on)),
  constraint recommendation_origin_module CHECK ((origin_module ~ '^[a-z_]+$'::text)),
  constraint recommendation_origin_title CHECK (((length(origin_title) >= 1) AND (length(origin_title) <= 500))),
  constraint recommendation_origin_type CHECK ((origin_type ~ '^[a-z_]+$'::text)),
  constraint recommendation_paragraph CHECK ((paragraph > 0)),
  constraint recommendation_state CHECK ((state = ANY (ARRAY['open'::text, 'in_progress'::text, 'reported'::text, 'accepted'::text, 'not_accepted'::text, 'carried_over'::text]))),
  constraint recommendation_text CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX recommendation_origin ON actions.recommendation USING btree (origin_module, origin_id);
CREATE INDEX recommendation_unit_due ON actions.recommendation USING btree (unit_id, due_on) WHERE (withdrawn_at IS NULL);
comment on table actions.recommendation is 'Kiến nghị giao cho một đơn vị: việc, thời hạn, trạng thái; quá hạn được tính từ thời hạn, không lưu';
comment on column actions.recommendation.released_at is 'Từ lúc này đơn vị được giao thấy kiến nghị; để trống khi đoàn còn soạn';
comment on column actions.recommendation.made_on is 'Ngày kiến nghị được nêu; thời hạn không thể trước ngày này';

create table actions.recommendation_event (
  id uuid not null,
  recommendation_id uuid not null,
  unit_id uuid not null,
  from_state text,
  to_state text not null,
  note text,
  due_on date,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint recommendation_event_pkey PRIMARY KEY (id),
  constraint recommendation_event_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES actions.recommendation(id)
);
CREATE INDEX recommendation_event_of ON actions.recommendation_event USING btree (recommendation_id, at);
comment on table actions.recommendation_event is 'Lịch sử của kiến nghị: mỗi lần đổi trạng thái hoặc thời hạn một dòng';

create table actions.recommendation_evidence (
  recommendation_id uuid not null,
  file_id uuid not null,
  added_at timestamp with time zone default now() not null,
  added_by text not null,
  constraint recommendation_evidence_pkey PRIMARY KEY (recommendation_id, file_id),
  constraint recommendation_evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.file(id),
  constraint recommendation_evidence_recommendation_id_fkey FOREIGN KEY (recommendation_id) REFERENCES actions.recommendation(id)
);
comment on table actions.recommendation_evidence is 'Tài liệu kiểm chứng kèm báo cáo khắc phục';

create table audit.draft (
  id bigint generated always as identity not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  unit_id uuid,
  data text not null,
  constraint draft_pkey PRIMARY KEY (id)
);
CREATE CONSTRAINT TRIGGER draft_chained AFTER INSERT ON audit.draft DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.chain_draft();
comment on table audit.draft is 'Dòng nhật ký của giao dịch đang mở; lúc giao dịch ghi xong được nối vào audit.entry, nên không ai khác thấy dòng nào ở đây';

create table audit.entry (
  sequence bigint not null,
  at timestamp with time zone not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  unit_id uuid,
  data text not null,
  previous_hash text not null,
  hash text not null,
  constraint entry_pkey PRIMARY KEY (sequence),
  constraint entry_hash_key UNIQUE (hash)
);
CREATE INDEX entry_subject ON audit.entry USING btree (subject_type, subject_id, sequence);
CREATE TRIGGER entry_append_only BEFORE DELETE OR UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
comment on table audit.entry is 'Nhật ký: mỗi thay đổi một dòng, nối chuỗi băm SHA-256; chỉ thêm, không sửa, không xóa';

create table audit.head (
  single boolean default true not null,
  sequence bigint not null,
  hash text not null,
  constraint head_pkey PRIMARY KEY (single),
  constraint head_single_check CHECK (single)
);
comment on table audit.head is 'Đầu chuỗi nhật ký: số thứ tự và mã băm của dòng cuối';

create table calendar.day_off (
  day date not null,
  year integer not null,
  name text not null,
  kind text not null,
  source text not null,
  certainty text,
  constraint day_off_pkey PRIMARY KEY (day),
  constraint day_off_year_fk FOREIGN KEY (year) REFERENCES calendar.year(year) DEFERRABLE INITIALLY DEFERRED,
  constraint day_off_certainty_length CHECK (((length(certainty) >= 1) AND (length(certainty) <= 500))),
  constraint day_off_in_year CHECK ((EXTRACT(year FROM day) = (year)::numeric)),
  constraint day_off_kind_known CHECK ((kind = ANY (ARRAY['statutory'::text, 'tet'::text, 'adjacent'::text, 'makeup'::text, 'swap_off'::text, 'other'::text]))),
  constraint day_off_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint day_off_source_length CHECK (((length(source) >= 1) AND (length(source) <= 1000)))
);
CREATE INDEX day_off_year ON calendar.day_off USING btree (year);
comment on table calendar.day_off is 'Ngày nghỉ lễ, Tết, nghỉ bù, hoán đổi của cơ quan nhà nước, kể cả khi rơi vào thứ Bảy, Chủ nhật';

create table calendar.legal_period (
  code text not null,
  valid_from date not null,
  valid_to date,
  start_known boolean default true not null,
  name text not null,
  starts_month integer not null,
  starts_date integer not null,
  starts_in_previous_year boolean not null,
  ends_month integer not null,
  ends_date integer not null,
  due_month integer not null,
  due_date integer not null,
  citation text not null,
  note text,
  constraint legal_period_pkey PRIMARY KEY (code, valid_from),
  constraint legal_period_due_date_range CHECK (((due_date >= 1) AND (due_date <= 31))),
  constraint legal_period_due_month_range CHECK (((due_month >= 1) AND (due_month <= 12))),
  constraint legal_period_ends_date_range CHECK (((ends_date >= 1) AND (ends_date <= 31))),
  constraint legal_period_ends_month_range CHECK (((ends_month >= 1) AND (ends_month <= 12))),
  constraint legal_period_starts_date_range CHECK (((starts_date >= 1) AND (starts_date <= 31))),
  constraint legal_period_starts_month_range CHECK (((starts_month >= 1) AND (starts_month <= 12)))
);
comment on table calendar.legal_period is 'Kỳ báo cáo theo quy định: chốt số liệu từ ngày nào đến ngày nào, gửi trước ngày nào';

create table calendar.worked_day (
  day date not null,
  year integer not null,
  in_place_of date not null,
  source text not null,
  constraint worked_day_pkey PRIMARY KEY (day),
  constraint worked_day_in_place_of_key UNIQUE (in_place_of),
  constraint worked_day_year_fk FOREIGN KEY (year) REFERENCES calendar.year(year) DEFERRABLE INITIALLY DEFERRED,
  constraint worked_day_in_year CHECK ((EXTRACT(year FROM day) = (year)::numeric)),
  constraint worked_day_on_weekend CHECK ((EXTRACT(isodow FROM day) = ANY (ARRAY[(6)::numeric, (7)::numeric]))),
  constraint worked_day_source_length CHECK (((length(source) >= 1) AND (length(source) <= 1000)))
);
CREATE INDEX worked_day_year ON calendar.worked_day USING btree (year);
comment on table calendar.worked_day is 'Ngày thứ Bảy, Chủ nhật phải đi làm để hoán đổi cho một ngày nghỉ';

create view calendar.working_day_index as
 SELECT min(day) - '1970-01-01'::date - 1 AS day_before_first,
    array_prepend(0, array_agg(ordinal ORDER BY day)) AS up_to,
    array_agg(day - '1970-01-01'::date ORDER BY day) FILTER (WHERE is_working) AS working,
    array_prepend(max(known_until) FILTER (WHERE day = first_day) - '1970-01-01'::date, array_agg(COALESCE(next_known_until - '1970-01-01'::date, day - '1970-01-01'::date) ORDER BY day)) AS known_until
   FROM ( SELECT working_ordinal.day,
            working_ordinal.known_until,
            working_ordinal.is_working,
            working_ordinal.ordinal,
            min(working_ordinal.day) OVER () AS first_day,
            lead(working_ordinal.known_until) OVER (ORDER BY working_ordinal.day) AS next_known_until
           FROM calendar.working_ordinal) numbered
 HAVING count(*) > 0;
comment on view calendar.working_day_index is 'Lịch dạng mảng cộng dồn để đếm hạn hàng loạt; ô thứ nhất là ngày liền trước ngày đầu tiên, ngày tính theo số ngày từ 1970-01-01';

create table calendar.working_hours (
  id uuid not null,
  unit_id uuid,
  weekday integer not null,
  from_minute integer not null,
  to_minute integer not null,
  valid_from date not null,
  valid_to date,
  mark text,
  source text not null,
  constraint working_hours_pkey PRIMARY KEY (id),
  constraint working_hours_no_overlap EXCLUDE USING gist (COALESCE(unit_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, weekday WITH =, int4range(from_minute, to_minute) WITH &&, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint working_hours_ends_after_start CHECK ((valid_to >= valid_from)),
  constraint working_hours_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint working_hours_source_length CHECK (((length(source) >= 1) AND (length(source) <= 1000))),
  constraint working_hours_weekday_range CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint working_hours_within_day CHECK (((from_minute >= 0) AND (from_minute < to_minute) AND (to_minute <= 1440)))
);
comment on table calendar.working_hours is 'Giờ làm việc theo thứ trong tuần; unit_id trống là mọi đơn vị; phút tính từ 0 giờ; unit_id không có khóa ngoại vì lịch đứng ngang hàng với cây đơn vị';

create view calendar.working_ordinal as
 WITH span AS (
         SELECT make_date(min(year.year), 1, 1) AS first,
            make_date(max(year.year), 12, 31) AS last
           FROM calendar.year
          WHERE year.status = 'confirmed'::text
        ), run AS (
         SELECT numbered.year,
            max(numbered.year) OVER (PARTITION BY numbered.group_of) AS last_year
           FROM ( SELECT year.year,
                    year.year - row_number() OVER (ORDER BY year.year) AS group_of
                   FROM calendar.year
                  WHERE year.status = 'confirmed'::text) numbered
        ), every_day AS (
         SELECT span.first + step.step AS day,
            EXTRACT(year FROM span.first + step.step)::integer AS year,
            EXTRACT(isodow FROM span.first + step.step) <= 5::numeric AS is_weekday
           FROM span
             CROSS JOIN LATERAL generate_series(0, span.last - span.first) step(step)
        )
 SELECT day,
    known_until,
    is_working,
    count(*) FILTER (WHERE is_working) OVER (ORDER BY day)::integer AS ordinal
   FROM ( SELECT every_day.day,
            make_date(run.last_year, 12, 31) AS known_until,
            run.year IS NOT NULL AND (worked_day.day IS NOT NULL OR every_day.is_weekday AND day_off.day IS NULL) AS is_working
           FROM every_day
             LEFT JOIN run ON run.year = every_day.year
             LEFT JOIN calendar.day_off ON day_off.day = every_day.day
             LEFT JOIN calendar.worked_day ON worked_day.day = every_day.day) known_day;
comment on view calendar.working_ordinal is 'Mỗi ngày từ năm đầu đến năm cuối đã xác nhận lịch: có làm việc không, là ngày làm việc thứ mấy, đếm được liền mạch đến ngày nào (trống: năm chưa xác nhận)';

create table calendar.year (
  year integer not null,
  status text not null,
  source text not null,
  certainty text not null,
  working_days_total integer not null,
  version integer default 1 not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  constraint year_pkey PRIMARY KEY (year),
  constraint year_certainty_length CHECK (((length(certainty) >= 1) AND (length(certainty) <= 500))),
  constraint year_range CHECK (((year >= 2000) AND (year <= 2100))),
  constraint year_source_length CHECK (((length(source) >= 1) AND (length(source) <= 1000))),
  constraint year_status_known CHECK ((status = ANY (ARRAY['confirmed'::text, 'draft'::text]))),
  constraint year_total_range CHECK (((working_days_total >= 200) AND (working_days_total <= 300)))
);
comment on table calendar.year is 'Năm đã có lịch nghỉ; năm không có trong bảng này thì không tính hạn';

create table documents.attachment (
  id uuid not null,
  document_id uuid not null,
  file_id uuid not null,
  kind text not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_reason text,
  constraint attachment_pkey PRIMARY KEY (id),
  constraint attachment_document_fk FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint attachment_file_fk FOREIGN KEY (file_id) REFERENCES platform.file(id),
  constraint attachment_kind CHECK ((kind = ANY (ARRAY['main'::text, 'annex'::text, 'scan'::text, 'signed'::text, 'other'::text]))),
  constraint attachment_withdrawn_reason CHECK (((length(withdrawn_reason) >= 1) AND (length(withdrawn_reason) <= 1000))),
  constraint attachment_withdrawn_whole CHECK ((num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) = ANY (ARRAY[0, 3])))
);
CREATE UNIQUE INDEX attachment_document_file_key ON documents.attachment USING btree (document_id, file_id) WHERE (withdrawn_at IS NULL);
comment on table documents.attachment is 'Tệp kèm theo văn bản: bản chính, phụ lục, bản quét, bản ký số';

create table documents.document (
  id uuid not null,
  unit_id uuid not null,
  direction text not null,
  origin text not null,
  state text not null,
  register_id uuid,
  register_number integer,
  number integer,
  symbol text,
  code text,
  type_code text,
  issued_on date,
  received_on date,
  acknowledged_at timestamp with time zone,
  issuer_unit_id uuid,
  issuer_name text not null,
  subject text not null,
  signer_position text,
  urgency text,
  recipients text,
  archive_holder text,
  copies integer,
  handed_over_on date,
  note text,
  date_reason text,
  replaces_id uuid,
  source text not null,
  source_note text,
  paragraph integer,
  recalled_at timestamp with time zone,
  recall_reason text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  year integer generated always as ((EXTRACT(year FROM issued_on))::integer) stored,
  issuer_key text generated always as (COALESCE((issuer_unit_id)::text, platform.fold(issuer_name))) stored,
  search text generated always as (platform.fold(((((COALESCE(code, ''::text) || ' '::text) || subject) || ' '::text) || issuer_name))) stored,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_register_number_key UNIQUE (register_id, register_number),
  constraint document_issuer_unit_fk FOREIGN KEY (issuer_unit_id) REFERENCES units.unit(id),
  constraint document_register_fk FOREIGN KEY (register_id) REFERENCES documents.register(id),
  constraint document_replaces_fk FOREIGN KEY (replaces_id) REFERENCES documents.document(id),
  constraint document_type_fk FOREIGN KEY (type_code) REFERENCES documents.type(code),
  constraint document_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint document_archive_holder_length CHECK ((length(archive_holder) <= 200)),
  constraint document_code_length CHECK (((length(code) >= 1) AND (length(code) <= 80))),
  constraint document_copies CHECK (((copies >= 0) AND (copies <= 100000))),
  constraint document_date_reason_length CHECK (((length(date_reason) >= 1) AND (length(date_reason) <= 500))),
  constraint document_direction CHECK ((direction = ANY (ARRAY['outgoing'::text, 'incoming'::text]))),
  constraint document_draft_unnumbered CHECK (((state <> 'draft'::text) OR ((origin = 'numbered'::text) AND (number IS NULL) AND (code IS NULL) AND (register_id IS NULL)))),
  constraint document_issuer_name_length CHECK (((length(issuer_name) >= 1) AND (length(issuer_name) <= 300))),
  constraint document_not_own_successor CHECK ((replaces_id <> id)),
  constraint document_note_length CHECK ((length(note) <= 1000)),
  constraint document_number CHECK ((number >= 1)),
  constraint document_numbered_whole CHECK (((origin <> 'numbered'::text) OR (state = 'draft'::text) OR ((state = 'recalled'::text) AND (code IS NULL)) OR ((register_id IS NOT NULL) AND (register_number = number) AND (code IS NOT NULL) AND (issued_on IS NOT NULL) AND (type_code IS NOT NULL)))),
  constraint document_origin CHECK ((origin = ANY (ARRAY['numbered'::text, 'recorded'::text, 'received'::text]))),
  constraint document_paragraph CHECK ((paragraph > 0)),
  constraint document_recall_reason_length CHECK (((length(recall_reason) >= 1) AND (length(recall_reason) <= 1000))),
  constraint document_recall_whole CHECK ((((state = 'recalled'::text) = (recalled_at IS NOT NULL)) AND ((state = 'recalled'::text) = (recall_reason IS NOT NULL)))),
  constraint document_received_after_issue CHECK ((received_on >= issued_on)),
  constraint document_received_whole CHECK ((((origin = 'received'::text) = (direction = 'incoming'::text)) AND ((origin <> 'received'::text) OR ((register_id IS NOT NULL) AND (register_number IS NOT NULL) AND (received_on IS NOT NULL) AND (acknowledged_at IS NOT NULL))))),
  constraint document_recipients_length CHECK ((length(recipients) <= 2000)),
  constraint document_recorded_whole CHECK (((origin <> 'recorded'::text) OR ((direction = 'outgoing'::text) AND (number IS NOT NULL) AND (code IS NOT NULL) AND (issued_on IS NOT NULL) AND (register_id IS NULL)))),
  constraint document_signer_position_length CHECK (((length(signer_position) >= 1) AND (length(signer_position) <= 200))),
  constraint document_source CHECK ((source = ANY (ARRAY['own'::text, 'real_case'::text, 'illustrative'::text]))),
  constraint document_source_note_length CHECK ((length(source_note) <= 300)),
  constraint document_state CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'recalled'::text]))),
  constraint document_subject_length CHECK (((length(subject) >= 1) AND (length(subject) <= 2000))),
  constraint document_symbol_length CHECK (((length(symbol) >= 1) AND (length(symbol) <= 60))),
  constraint document_urgency CHECK ((urgency = ANY (ARRAY['urgent'::text, 'very_urgent'::text, 'express'::text])))
);
CREATE INDEX document_code ON documents.document USING btree (code, year);
CREATE UNIQUE INDEX document_code_key ON documents.document USING btree (issuer_key, symbol, number, year) WHERE ((direction = 'outgoing'::text) AND (number IS NOT NULL));
CREATE INDEX document_list ON documents.document USING btree (unit_id, issued_on DESC, id);
CREATE UNIQUE INDEX document_received_key ON documents.document USING btree (unit_id, issuer_key, code, issued_on) WHERE ((direction = 'incoming'::text) AND (code IS NOT NULL) AND (state <> 'recalled'::text));
CREATE INDEX document_replaces ON documents.document USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE INDEX document_search ON documents.document USING gin (search gin_trgm_ops);
comment on table documents.document is 'Văn bản đi, văn bản đến và văn bản đã có từ trước được ghi nhận; không xóa, chỉ thu hồi kèm lý do';
comment on column documents.document.origin is 'numbered: do hệ thống cấp số; recorded: văn bản có thật, ghi nhận số đã có; received: văn bản đến đã đăng ký';
comment on column documents.document.register_number is 'Số trong sổ: với văn bản đi là số văn bản, với văn bản đến là số đến';
comment on column documents.document.source is 'own: của hệ thống; real_case: theo tài liệu có thật; illustrative: minh họa';
comment on column documents.document.paragraph is 'Số đoạn của tài liệu gốc đã nêu văn bản này';

create table documents.legal_basis (
  document_id uuid not null,
  based_on_id uuid not null,
  note text,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  id uuid default gen_random_uuid() not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_reason text,
  constraint legal_basis_pkey PRIMARY KEY (id),
  constraint legal_basis_based_on_fk FOREIGN KEY (based_on_id) REFERENCES documents.document(id),
  constraint legal_basis_document_fk FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint legal_basis_not_itself CHECK ((document_id <> based_on_id)),
  constraint legal_basis_note_length CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint legal_basis_withdrawn_reason CHECK (((length(withdrawn_reason) >= 1) AND (length(withdrawn_reason) <= 1000))),
  constraint legal_basis_withdrawn_whole CHECK ((num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) = ANY (ARRAY[0, 3])))
);
CREATE INDEX legal_basis_based_on ON documents.legal_basis USING btree (based_on_id);
CREATE UNIQUE INDEX legal_basis_once ON documents.legal_basis USING btree (document_id, based_on_id) WHERE (withdrawn_at IS NULL);
comment on table documents.legal_basis is 'Căn cứ ban hành: văn bản này dựa trên văn bản nào';

create table documents.register (
  id uuid not null,
  unit_id uuid not null,
  direction text not null,
  year integer not null,
  type_code text,
  name text not null,
  first_number integer default 1 not null,
  next_number integer default 1 not null,
  last_dated_on date,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  closed_at timestamp with time zone,
  constraint register_pkey PRIMARY KEY (id),
  constraint register_scope_key UNIQUE NULLS NOT DISTINCT (unit_id, direction, year, type_code),
  constraint register_type_fk FOREIGN KEY (type_code) REFERENCES documents.type(code),
  constraint register_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint register_direction CHECK ((direction = ANY (ARRAY['outgoing'::text, 'incoming'::text]))),
  constraint register_first_number CHECK ((first_number >= 1)),
  constraint register_incoming_is_one CHECK (((direction = 'outgoing'::text) OR (type_code IS NULL))),
  constraint register_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint register_next_number CHECK ((next_number >= first_number)),
  constraint register_year CHECK (((year >= 1945) AND (year <= 2200)))
);
comment on table documents.register is 'Sổ đăng ký văn bản đi, đến của một đơn vị trong một năm; mỗi sổ một dãy số liên tục';
comment on column documents.register.type_code is 'Loại văn bản có dãy số riêng; để trống là một dãy số chung cho mọi loại còn lại';
comment on column documents.register.next_number is 'Số sẽ cấp tiếp theo; chỉ tăng trong giao dịch cấp số, sau khi khóa dòng này';
comment on column documents.register.closed_at is 'Từ lúc này sổ đã khóa, không cấp số, không đăng ký thêm; để trống khi sổ đang mở';

create table documents.register_closing (
  id uuid not null,
  register_id uuid not null,
  action text not null,
  reason text,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint register_closing_pkey PRIMARY KEY (id),
  constraint register_closing_register_fk FOREIGN KEY (register_id) REFERENCES documents.register(id),
  constraint register_closing_action CHECK ((action = ANY (ARRAY['closed'::text, 'reopened'::text]))),
  constraint register_closing_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  constraint register_closing_reopened_why CHECK (((action = 'closed'::text) OR (reason IS NOT NULL)))
);
CREATE INDEX register_closing_of ON documents.register_closing USING btree (register_id, at);
comment on table documents.register_closing is 'Lịch sử khóa sổ, mở lại sổ văn bản; mở lại phải nêu lý do; chỉ thêm';

create table documents.type (
  code text not null,
  name text not null,
  abbreviation text,
  "position" smallint not null,
  legal_basis text not null,
  valid_from date not null,
  valid_to date,
  constraint type_pkey PRIMARY KEY (code),
  constraint type_abbreviation_key UNIQUE (abbreviation),
  constraint type_name_key UNIQUE (name),
  constraint type_position_key UNIQUE ("position"),
  constraint type_code_written CHECK ((code ~ '^[a-z][a-z_]{1,39}$'::text)),
  constraint type_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);
comment on table documents.type is 'Loại văn bản hành chính và chữ viết tắt (Nghị định 30/2020/NĐ-CP, Điều 7 và Phụ lục III)';

create table dossiers.applicant (
  code text not null,
  unit_id uuid not null,
  kind smallint default 1 not null,
  identity_number text,
  phone text,
  email text,
  address text,
  constraint applicant_pkey PRIMARY KEY (code, unit_id),
  constraint applicant_address_length CHECK (((length(address) >= 1) AND (length(address) <= 500))),
  constraint applicant_email_length CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  constraint applicant_identity_length CHECK (((length(identity_number) >= 1) AND (length(identity_number) <= 30))),
  constraint applicant_kind_known CHECK (((kind >= 1) AND (kind <= 3))),
  constraint applicant_phone_length CHECK (((length(phone) >= 1) AND (length(phone) <= 30)))
);
comment on table dossiers.applicant is 'Thông tin liên hệ của người nộp, tách khỏi hồ sơ để thống kê không chạm dữ liệu cá nhân';
comment on column dossiers.applicant.kind is '1 công dân, 2 doanh nghiệp hoặc tổ chức, 3 hộ kinh doanh';

create table dossiers.attachment (
  id uuid not null,
  code text not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  file_id uuid not null,
  added_at timestamp with time zone default now() not null,
  added_by text not null,
  constraint attachment_pkey PRIMARY KEY (id, unit_id),
  constraint attachment_kind_known CHECK ((kind = ANY (ARRAY['paper'::text, 'result'::text, 'form'::text, 'evidence'::text]))),
  constraint attachment_name_length CHECK (((length(name) >= 1) AND (length(name) <= 255)))
);
CREATE INDEX attachment_dossier ON dossiers.attachment USING btree (code, unit_id);
comment on table dossiers.attachment is 'Tệp của hồ sơ: giấy tờ nộp, kết quả, phiếu đã in, bằng chứng';

create table dossiers.clock_rule (
  id uuid not null,
  code text not null,
  value jsonb not null,
  enabled boolean default true not null,
  valid_from date not null,
  valid_to date,
  citation text not null,
  mark text,
  version integer default 1 not null,
  updated_by text,
  recorded_at timestamp with time zone default now() not null,
  reason text,
  end_reason text,
  replaced_until date,
  constraint clock_rule_pkey PRIMARY KEY (id),
  constraint clock_rule_no_overlap EXCLUDE USING gist (code WITH =, daterange(valid_from, (valid_to + 1)) WITH &&),
  constraint clock_rule_citation_length CHECK (((length(citation) >= 1) AND (length(citation) <= 500))),
  constraint clock_rule_code_length CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint clock_rule_end_reason_length CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 500))),
  constraint clock_rule_ends_after_start CHECK ((valid_to >= (valid_from - 1))),
  constraint clock_rule_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint clock_rule_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
comment on table dossiers.clock_rule is 'Quy tắc đếm hạn có căn cứ và thời gian hiệu lực; tỉnh bật, tắt được; hồ sơ theo quy tắc của ngày tiếp nhận';
comment on column dossiers.clock_rule.valid_to is 'Ngày cuối áp dụng; bằng valid_from − 1 là thay đổi đã rút trước khi áp dụng';
comment on column dossiers.clock_rule.reason is 'Vì sao tỉnh đổi quy tắc';
comment on column dossiers.clock_rule.end_reason is 'Vì sao rút thay đổi trước khi áp dụng';
comment on column dossiers.clock_rule.replaced_until is 'Ngày cuối mà quy tắc trước có, trước khi quy tắc này thay; dùng khi rút thay đổi';

create table dossiers.dossier (
  code text not null,
  unit_id uuid not null,
  procedure_id uuid not null,
  procedure_version integer not null,
  channel smallint not null,
  status smallint not null,
  origin smallint not null,
  generated boolean default false not null,
  applicant_name text not null,
  subject text,
  submitted_at timestamp with time zone,
  received_at timestamp with time zone,
  due_at timestamp with time zone,
  computed_due_at timestamp with time zone,
  paused_at timestamp with time zone,
  finished_at timestamp with time zone,
  returned_at timestamp with time zone,
  timeliness smallint,
  handler_id uuid,
  state_at timestamp with time zone not null,
  import_id uuid,
  version integer default 1 not null,
  constraint dossier_pkey PRIMARY KEY (code, unit_id),
  constraint dossier_applicant_name_length CHECK (((length(applicant_name) >= 1) AND (length(applicant_name) <= 300))),
  constraint dossier_channel_known CHECK (((channel >= 1) AND (channel <= 3))),
  constraint dossier_code_written CHECK (((length(code) >= 6) AND (length(code) <= 60))),
  constraint dossier_finished_has_outcome CHECK (((finished_at IS NULL) = (timeliness IS NULL))),
  constraint dossier_origin_known CHECK (((origin >= 1) AND (origin <= 4))),
  constraint dossier_received_before_finished CHECK ((finished_at >= received_at)),
  constraint dossier_status_known CHECK (((status >= 1) AND (status <= 10))),
  constraint dossier_subject_length CHECK ((length(subject) <= 1000)),
  constraint dossier_timeliness_known CHECK (((timeliness >= 1) AND (timeliness <= 4)))
);
CREATE INDEX dossier_fell_due ON dossiers.dossier USING btree (unit_id, GREATEST(due_at, received_at)) INCLUDE (procedure_id, channel, due_at, received_at) WHERE ((due_at IS NOT NULL) AND ((finished_at IS NULL) OR (GREATEST(due_at, received_at) < finished_at)));
CREATE INDEX dossier_generated ON dossiers.dossier USING btree (unit_id, received_at) WHERE generated;
CREATE INDEX dossier_handler ON dossiers.dossier USING btree (handler_id) WHERE ((handler_id IS NOT NULL) AND (finished_at IS NULL));
CREATE INDEX dossier_late ON dossiers.dossier USING btree (unit_id, finished_at) INCLUDE (procedure_id, channel, due_at, received_at) WHERE (timeliness >= 3);
CREATE INDEX dossier_long ON dossiers.dossier USING btree (unit_id, received_at) INCLUDE (finished_at, due_at) WHERE ((finished_at - received_at) > '30 days'::interval);
CREATE INDEX dossier_open ON dossiers.dossier USING btree (unit_id, due_at) INCLUDE (procedure_id, channel, received_at) WHERE (finished_at IS NULL);
CREATE INDEX dossier_open_received ON dossiers.dossier USING btree (unit_id, received_at) WHERE (finished_at IS NULL);
CREATE INDEX dossier_procedure_received ON dossiers.dossier USING btree (procedure_id, received_at);
CREATE INDEX dossier_unfinished ON dossiers.dossier USING btree (unit_id, procedure_id) INCLUDE (received_at, due_at, channel) WHERE (finished_at IS NULL);
CREATE INDEX dossier_unit_finished ON dossiers.dossier USING btree (unit_id, finished_at) INCLUDE (procedure_id, channel, timeliness, due_at, received_at) WHERE (finished_at IS NOT NULL);
CREATE INDEX dossier_unit_received ON dossiers.dossier USING btree (unit_id, received_at) INCLUDE (procedure_id, channel);
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

create table dossiers.entry_request (
  unit_id uuid not null,
  request_id uuid not null,
  content bytea not null,
  code text not null,
  due_at timestamp with time zone,
  at timestamp with time zone default now() not null,
  constraint entry_request_pkey PRIMARY KEY (unit_id, request_id)
);
comment on table dossiers.entry_request is 'Yêu cầu nhập hồ sơ đã gửi: gửi lại sau khi mất kết nối không tạo hồ sơ thứ hai; giữ vài ngày';
comment on column dossiers.entry_request.content is 'SHA-256 của nội dung đã gửi';

create table dossiers.handed_paper (
  code text not null,
  unit_id uuid not null,
  "position" integer not null,
  paper_code text not null,
  name text not null,
  required boolean not null,
  originals integer default 0 not null,
  copies integer default 0 not null,
  handed boolean not null,
  note text,
  constraint handed_paper_pkey PRIMARY KEY (code, unit_id, "position"),
  constraint handed_paper_code_length CHECK (((length(paper_code) >= 1) AND (length(paper_code) <= 100))),
  constraint handed_paper_copies_range CHECK (((copies >= 0) AND (copies <= 1000))),
  constraint handed_paper_name_length CHECK (((length(name) >= 1) AND (length(name) <= 1000))),
  constraint handed_paper_note_length CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint handed_paper_originals_range CHECK (((originals >= 0) AND (originals <= 1000))),
  constraint handed_paper_position_positive CHECK (("position" > 0))
);
comment on table dossiers.handed_paper is 'Thành phần hồ sơ của phiên bản thủ tục khi nhận: giấy tờ nào đã nộp, bản chính hay bản sao, bao nhiêu bản';

create table dossiers.import (
  id uuid not null,
  unit_id uuid not null,
  file_name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  origin smallint not null,
  generated boolean default false not null,
  state text not null,
  columns jsonb,
  shape jsonb,
  bytes_read bigint default 0 not null,
  rows_read integer default 0 not null,
  rows_good integer default 0 not null,
  rows_bad integer default 0 not null,
  faults integer default 0 not null,
  faults_kept integer default 0 not null,
  mode text,
  inserted integer,
  updated integer,
  unchanged integer,
  older integer,
  failure jsonb,
  cancel_asked boolean default false not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  created_by_name text not null,
  work_began_at timestamp with time zone,
  work_ended_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_by text,
  settled_by_name text,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_applied_counted CHECK (((state = 'applied'::text) = (inserted IS NOT NULL))),
  constraint import_failed_has_reason CHECK (((state <> 'failed'::text) OR (failure IS NOT NULL))),
  constraint import_file_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint import_mode_known CHECK ((mode = ANY (ARRAY['all'::text, 'good'::text]))),
  constraint import_origin_known CHECK ((origin = ANY (ARRAY[3, 4]))),
  constraint import_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint import_state_known CHECK ((state = ANY (ARRAY['uploaded'::text, 'reading'::text, 'checked'::text, 'applying'::text, 'applied'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX import_unit ON dossiers.import USING btree (unit_id, created_at DESC);
CREATE INDEX import_working ON dossiers.import USING btree (id) WHERE (state = ANY (ARRAY['reading'::text, 'applying'::text]));
comment on table dossiers.import is 'Mỗi lần nạp hồ sơ từ một tệp: tệp nào, đọc đến đâu, bao nhiêu dòng đúng, sai, ai quyết định ghi và kết quả ghi';
comment on column dossiers.import.unit_id is 'Đơn vị mà lần nạp thuộc về; chỉ nhận hồ sơ của đơn vị này và các đơn vị trực thuộc';
comment on column dossiers.import.columns is 'Cột nào của tệp là trường nào của hồ sơ; trống thì nhận theo tên cột';
comment on column dossiers.import.mode is 'all: chỉ ghi khi mọi dòng đều đúng; good: chỉ ghi các dòng đúng';
comment on column dossiers.import.older is 'Số dòng cũ hơn trạng thái đã có nên không ghi đè';

create table dossiers.import_fault (
  import_id uuid not null,
  "position" integer not null,
  line integer not null,
  column_number integer,
  column_name text,
  value text,
  reason text not null,
  params jsonb default '{}'::jsonb not null,
  constraint import_fault_pkey PRIMARY KEY (import_id, "position"),
  constraint import_fault_import_fk FOREIGN KEY (import_id) REFERENCES dossiers.import(id) ON DELETE CASCADE,
  constraint import_fault_column_name_length CHECK ((length(column_name) <= 200)),
  constraint import_fault_value_length CHECK ((length(value) <= 300))
);
comment on table dossiers.import_fault is 'Lỗi của từng ô trong tệp nạp: dòng, cột, giá trị, lý do; giữ nhiều nhất 10.000 lỗi đầu, số còn lại chỉ đếm';

create table dossiers.import_mapping (
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  columns jsonb not null,
  version integer default 1 not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  constraint import_mapping_pkey PRIMARY KEY (id),
  constraint import_mapping_name_key UNIQUE (unit_id, name),
  constraint import_mapping_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);
comment on table dossiers.import_mapping is 'Cách hiểu các cột của một loại tệp, lưu theo tên để dùng lại';

create table dossiers.import_row (
  line integer not null,
  code text not null,
  unit_id uuid not null,
  procedure_id uuid not null,
  procedure_version integer not null,
  channel smallint not null,
  status smallint not null,
  applicant_name text not null,
  subject text,
  submitted_at timestamp with time zone,
  received_at timestamp with time zone,
  due_at timestamp with time zone,
  paused_at timestamp with time zone,
  finished_at timestamp with time zone,
  returned_at timestamp with time zone,
  state_at timestamp with time zone not null,
  applicant_kind smallint not null,
  identity_number text,
  phone text,
  email text,
  address text
);
comment on table dossiers.import_row is 'Khuôn của bảng làm việc khi nạp tệp: mỗi lần nạp có một bảng riêng, bỏ đi khi xong';

create table dossiers.lookup_attempt (
  key text not null,
  count integer not null,
  until timestamp with time zone not null,
  constraint lookup_attempt_pkey PRIMARY KEY (key),
  constraint lookup_attempt_count_positive CHECK ((count >= 0)),
  constraint lookup_attempt_key_written CHECK ((key ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX lookup_attempt_until ON dossiers.lookup_attempt USING btree (until);
comment on table dossiers.lookup_attempt is 'Số lần tra cứu sai của từng mã hồ sơ (băm) trong ngày, để không ai dò được số điện thoại hay mã tra cứu';

create table dossiers.lookup_key (
  code text not null,
  unit_id uuid not null,
  salt text not null,
  hash text not null,
  constraint lookup_key_pkey PRIMARY KEY (code, unit_id),
  constraint lookup_key_hash_written CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint lookup_key_salt_written CHECK ((salt ~ '^[0-9a-f]{32}$'::text))
);
comment on table dossiers.lookup_key is 'Mã tra cứu của hồ sơ nộp trực tuyến, chỉ giữ giá trị băm; người nộp được báo mã một lần';

create table dossiers.online_use (
  day date not null,
  key text not null,
  submissions integer not null,
  bytes bigint not null,
  constraint online_use_pkey PRIMARY KEY (day, key),
  constraint online_use_bytes_positive CHECK ((bytes >= 0)),
  constraint online_use_key_written CHECK (((key = 'all'::text) OR (key ~ '^[0-9a-f]{64}$'::text))),
  constraint online_use_submissions_positive CHECK ((submissions >= 0))
);
comment on table dossiers.online_use is 'Số hồ sơ và số byte tệp nộp trực tuyến trong ngày, theo địa chỉ mạng (băm) và chung; xóa khi hết ngày';

create table dossiers.portal_response (
  run_id uuid not null,
  "position" integer not null,
  path text not null,
  request jsonb not null,
  http_status integer not null,
  sha256 text not null,
  size_bytes bigint not null,
  tries integer not null,
  received_at timestamp with time zone default now() not null,
  constraint portal_response_pkey PRIMARY KEY (run_id, "position"),
  constraint portal_response_run_fk FOREIGN KEY (run_id) REFERENCES dossiers.portal_run(id),
  constraint portal_response_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table dossiers.portal_response is 'Phản hồi nguyên văn của Cổng (nội dung nằm trong kho tệp theo mã SHA-256): nguồn của các số liệu nạp từ Cổng';

create table dossiers.portal_run (
  id uuid not null,
  unit_id uuid not null,
  base_address text not null,
  request jsonb not null,
  state text not null,
  calls_planned integer not null,
  failure jsonb,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  created_by_name text not null,
  settled_at timestamp with time zone,
  constraint portal_run_pkey PRIMARY KEY (id),
  constraint portal_run_address_length CHECK (((length(base_address) >= 8) AND (length(base_address) <= 300))),
  constraint portal_run_state_known CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text])))
);
comment on table dossiers.portal_run is 'Một lượt lấy số liệu từ API báo cáo của Cổng Dịch vụ công quốc gia; dừng giữa chừng thì lượt sau lấy tiếp phần còn thiếu';

create table dossiers.serial (
  unit_id uuid not null,
  day date not null,
  last integer not null,
  constraint serial_pkey PRIMARY KEY (unit_id, day),
  constraint serial_positive CHECK ((last > 0))
);
comment on table dossiers.serial is 'Số thứ tự hồ sơ đã cấp của từng đơn vị tiếp nhận trong ngày';

create table dossiers.step (
  code text not null,
  unit_id uuid not null,
  seq integer not null,
  event smallint not null,
  from_status smallint,
  status smallint not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone default now() not null,
  due_at timestamp with time zone,
  actor_id uuid,
  actor_name text,
  import_id uuid,
  reason text,
  details jsonb,
  constraint step_pkey PRIMARY KEY (code, unit_id, seq),
  constraint step_actor_name_length CHECK (((length(actor_name) >= 1) AND (length(actor_name) <= 200))),
  constraint step_event_known CHECK (((event >= 1) AND (event <= 20))),
  constraint step_reason_length CHECK ((length(reason) <= 2000)),
  constraint step_seq_positive CHECK ((seq >= 1))
);
comment on table dossiers.step is 'Mỗi lần hồ sơ đổi trạng thái là một dòng: ai, lúc nào, từ trạng thái nào sang trạng thái nào, vì sao; đồng hồ tính lại từ đây';

create table dossiers.stock (
  unit_id uuid not null,
  at date not null,
  procedure_id uuid not null,
  open_direct integer default 0 not null,
  open_online integer default 0 not null,
  open_postal integer default 0 not null,
  overdue_direct integer default 0 not null,
  overdue_online integer default 0 not null,
  overdue_postal integer default 0 not null,
  constraint stock_pkey PRIMARY KEY (unit_id, at, procedure_id),
  constraint stock_at_first_day CHECK (((at = 'infinity'::date) OR (EXTRACT(day FROM at) = (1)::numeric)))
);
comment on table dossiers.stock is 'Số hồ sơ đang giải quyết khi tháng bắt đầu, theo đơn vị và thủ tục như dossiers.tally; riêng của từng thủ tục thì không gồm hồ sơ chưa xong do chính đơn vị tiếp nhận (đọc thẳng từ dossiers.dossier); suy ra từ dossiers.dossier, tính lại được';
comment on column dossiers.stock.at is 'Ngày đầu tháng; infinity: nay chưa xong';
comment on column dossiers.stock.overdue_direct is 'Trong số đó: đã quá hạn khi tháng bắt đầu; ở dòng infinity: đến hạn trước ngày ghi ở dossiers.stock_day';

create table dossiers.stock_day (
  day date not null
);
comment on table dossiers.stock_day is 'Một dòng: ngày mà dossiers.stock đã tính đến; mỗi ngày chuyển lên một lần';

create table dossiers.tally (
  unit_id uuid not null,
  period integer not null,
  procedure_id uuid not null,
  received_direct integer default 0 not null,
  received_online integer default 0 not null,
  received_postal integer default 0 not null,
  early_direct integer default 0 not null,
  early_online integer default 0 not null,
  early_postal integer default 0 not null,
  on_time_direct integer default 0 not null,
  on_time_online integer default 0 not null,
  on_time_postal integer default 0 not null,
  late_direct integer default 0 not null,
  late_online integer default 0 not null,
  late_postal integer default 0 not null,
  closed_direct integer default 0 not null,
  closed_online integer default 0 not null,
  closed_postal integer default 0 not null,
  constraint tally_pkey PRIMARY KEY (unit_id, period, procedure_id)
);
comment on table dossiers.tally is 'Số hồ sơ tiếp nhận và giải quyết theo đơn vị (cộng cả đơn vị trực thuộc), thời gian và thủ tục (mã toàn số 0: mọi thủ tục cộng lại); suy ra từ dossiers.dossier, tính lại được';
comment on column dossiers.tally.period is 'Năm (2026), quý (20261 là quý I) hoặc tháng (202603); quý và năm là tổng các tháng';

create table dossiers.tally_change (
  id bigint generated always as identity not null,
  unit_id uuid not null,
  procedure_id uuid not null,
  channel smallint not null,
  timeliness smallint,
  received_at timestamp with time zone not null,
  due_at timestamp with time zone,
  finished_at timestamp with time zone,
  sign smallint not null,
  constraint tally_change_pkey PRIMARY KEY (id, unit_id)
);
comment on table dossiers.tally_change is 'Hồ sơ trước (-1) và sau (+1) mỗi thay đổi chưa cộng vào dossiers.tally và dossiers.stock; số liệu luôn đọc cả hai';

create table dossiers.tally_part (
  unit_id uuid not null,
  part integer not null,
  procedure_id uuid not null,
  received_direct integer default 0 not null,
  received_online integer default 0 not null,
  received_postal integer default 0 not null,
  early_direct integer default 0 not null,
  early_online integer default 0 not null,
  early_postal integer default 0 not null,
  on_time_direct integer default 0 not null,
  on_time_online integer default 0 not null,
  on_time_postal integer default 0 not null,
  late_direct integer default 0 not null,
  late_online integer default 0 not null,
  late_postal integer default 0 not null,
  closed_direct integer default 0 not null,
  closed_online integer default 0 not null,
  closed_postal integer default 0 not null,
  overdue_direct integer default 0 not null,
  overdue_online integer default 0 not null,
  overdue_postal integer default 0 not null,
  constraint tally_part_pkey PRIMARY KEY (unit_id, part, procedure_id)
);
comment on table dossiers.tally_part is 'Như dossiers.tally nhưng theo ngày và nửa đầu tháng: mọi thủ tục cộng lại của từng đơn vị (cộng cả đơn vị trực thuộc); từng thủ tục chỉ theo nửa đầu tháng và chỉ hồ sơ của đơn vị trực thuộc; suy ra từ dossiers.dossier, tính lại được';
comment on column dossiers.tally_part.part is 'Ngày (20260315) hoặc nửa đầu tháng (2026031 là ngày 1 đến 14)';
comment on column dossiers.tally_part.overdue_direct is 'Số hồ sơ đến hạn mà chưa xong, trừ số quá hạn đã xong';

create table figures.cell (
  unit_id uuid not null,
  indicator_id uuid not null,
  period text not null,
  period_to date not null,
  own_number integer default 0 not null,
  own_origin text,
  own_numerator numeric,
  own_denominator numeric,
  official_number integer default 0 not null,
  official_numerator numeric,
  official_denominator numeric,
  numerator numeric,
  denominator numeric,
  origin text,
  parts integer default 0 not null,
  changed_at timestamp with time zone default now() not null,
  changed_by text not null,
  constraint cell_pkey PRIMARY KEY (unit_id, indicator_id, period) INCLUDE (numerator, denominator, origin),
  constraint cell_origin_known CHECK ((origin = ANY (ARRAY['computed'::text, 'entered'::text, 'imported'::text, 'official'::text, 'summed'::text])))
);
CREATE INDEX cell_indicator ON figures.cell USING btree (indicator_id, period, unit_id) INCLUDE (numerator, denominator, origin);
CREATE INDEX cell_slice ON figures.cell USING btree (period, unit_id, indicator_id) INCLUDE (numerator, denominator, origin);
comment on table figures.cell is 'Số liệu đang dùng của mỗi đơn vị, chỉ tiêu, kỳ, gồm cả đơn vị trực thuộc; suy ra từ figures.revision, tính lại được';
comment on column figures.cell.own_number is 'Lần ghi mới nhất của dòng own; 0 là chưa có';
comment on column figures.cell.parts is 'Số đơn vị góp phần vào giá trị đang dùng';

create table figures.export (
  id uuid not null,
  unit_id uuid not null,
  question jsonb not null,
  state text default 'waiting'::text not null,
  rows_done integer default 0 not null,
  rows_total integer default 0 not null,
  problem text,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  created_by_name text not null,
  touched_at timestamp with time zone default now() not null,
  sha256 text,
  size_bytes bigint,
  attempts integer default 0 not null,
  expires_at timestamp with time zone,
  constraint export_pkey PRIMARY KEY (id),
  constraint export_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint export_done_has_file CHECK ((((state = 'done'::text) = (sha256 IS NOT NULL)) AND ((state = 'done'::text) = (size_bytes IS NOT NULL)))),
  constraint export_failed_has_problem CHECK (((state = 'failed'::text) = (problem IS NOT NULL))),
  constraint export_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint export_size_positive CHECK ((size_bytes > 0)),
  constraint export_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text, 'expired'::text])))
);
CREATE INDEX export_creator ON figures.export USING btree (created_by, created_at);
CREATE INDEX export_waiting ON figures.export USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
comment on table figures.export is 'Lần xuất bảng số liệu lớn ra .xlsx, làm ở nền, có tiến độ';
comment on column figures.export.problem is 'Mã lỗi khi không xuất được';
comment on column figures.export.attempts is 'Số lần bắt đầu; chương trình dừng giữa chừng thì làm lại từ đầu';

create table figures.import_draft (
  id uuid not null,
  unit_id uuid not null,
  period text not null,
  file_name text not null,
  sha256 text not null,
  state text default 'open'::text not null,
  content jsonb not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  created_by_name text not null,
  settled_at timestamp with time zone,
  settled_by text,
  constraint import_draft_pkey PRIMARY KEY (id),
  constraint import_draft_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint import_draft_file_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint import_draft_settled CHECK (((state = 'open'::text) = (settled_at IS NULL))),
  constraint import_draft_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint import_draft_state_known CHECK ((state = ANY (ARRAY['open'::text, 'saved'::text, 'discarded'::text])))
);
CREATE INDEX import_draft_open ON figures.import_draft USING btree (unit_id, created_at) WHERE (state = 'open'::text);
comment on table figures.import_draft is 'Tệp số liệu đã đọc, chờ người gửi xem khác biệt từng ô rồi lưu hoặc bỏ';

create table figures.indicator (
  id uuid not null,
  code text not null,
  unit_id uuid not null,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_code_key UNIQUE (code),
  constraint indicator_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint indicator_code_written CHECK (((code ~ '^[A-Z][A-Z0-9]*(\.[A-Z0-9]+){0,5}$'::text) AND (length(code) <= 40)))
);
CREATE INDEX indicator_unit ON figures.indicator USING btree (unit_id);
comment on table figures.indicator is 'Chỉ tiêu: mã và đơn vị quản lý; nội dung nằm ở các phiên bản';

create table figures.indicator_version (
  indicator_id uuid not null,
  number integer not null,
  name text not null,
  reform_field text not null,
  kind text not null,
  unit_of_measure text not null,
  numerator_label text not null,
  numerator_measure text,
  denominator_label text,
  denominator_measure text,
  scale numeric(12,0) default 1 not null,
  decimals integer default 2 not null,
  aggregation text not null,
  period_kinds text[] not null,
  direction text not null,
  good_from numeric,
  warn_from numeric,
  legal_basis text,
  mark text,
  note text,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone default now() not null,
  recorded_by text not null,
  constraint indicator_version_pkey PRIMARY KEY (indicator_id, number),
  constraint indicator_version_in_force EXCLUDE USING gist (indicator_id WITH =, daterange(valid_from, (valid_to + 1)) WITH &&),
  constraint indicator_version_indicator_fk FOREIGN KEY (indicator_id) REFERENCES figures.indicator(id),
  constraint indicator_version_aggregation_known CHECK ((aggregation = ANY (ARRAY['sum'::text, 'none'::text]))),
  constraint indicator_version_decimals_range CHECK (((decimals >= 0) AND (decimals <= 6))),
  constraint indicator_version_denominator_label_length CHECK (((length(denominator_label) >= 1) AND (length(denominator_label) <= 300))),
  constraint indicator_version_denominator_of_ratio CHECK (((kind = 'ratio'::text) OR (denominator_measure IS NULL))),
  constraint indicator_version_direction_known CHECK ((direction = ANY (ARRAY['higher'::text, 'lower'::text, 'none'::text]))),
  constraint indicator_version_ends_after_start CHECK ((valid_to >= (valid_from - 1))),
  constraint indicator_version_kind_known CHECK ((kind = ANY (ARRAY['count'::text, 'ratio'::text]))),
  constraint indicator_version_legal_basis_length CHECK (((length(legal_basis) >= 1) AND (length(legal_basis) <= 500))),
  constraint indicator_version_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint indicator_version_mixed_stands_alone CHECK (((aggregation = 'none'::text) OR (kind = 'count'::text) OR ((numerator_measure IS NULL) = (denominator_measure IS NULL)))),
  constraint indicator_version_name_length CHECK (((length(name) >= 3) AND (length(name) <= 300))),
  constraint indicator_version_note_length CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint indicator_version_number_positive CHECK ((number > 0)),
  constraint indicator_version_numerator_label_length CHECK (((length(numerator_label) >= 1) AND (length(numerator_label) <= 300))),
  constraint indicator_version_period_kinds_known CHECK (((cardinality(period_kinds) > 0) AND (period_kinds <@ ARRAY['month'::text, 'quarter'::text, 'half'::text, 'year'::text, 'legal'::text, 'days'::text]))),
  constraint indicator_version_ratio_whole CHECK (((kind = 'ratio'::text) = (denominator_label IS NOT NULL))),
  constraint indicator_version_scale_positive CHECK ((scale > (0)::numeric)),
  constraint indicator_version_unit_of_measure_length CHECK (((length(unit_of_measure) >= 1) AND (length(unit_of_measure) <= 60)))
);
CREATE TRIGGER indicator_version_recorded BEFORE DELETE OR UPDATE ON figures.indicator_version FOR EACH ROW EXECUTE FUNCTION figures.refuse_indicator_version_change();
comment on table figures.indicator_version is 'Phiên bản của chỉ tiêu: có hiệu lực từ ngày đến ngày, không chồng nhau; số liệu giữ phiên bản của kỳ của nó';
comment on column figures.indicator_version.numerator_measure is 'Phép đo của mô-đun khác cho tử số (ví dụ dossiers.received); trống là nhập tay';
comment on column figures.indicator_version.scale is 'Giá trị = tử số ÷ mẫu số × scale: 100 là phần trăm; với chỉ tiêu đếm là 1';
comment on column figures.indicator_version.aggregation is 'sum: đơn vị cấp trên là tổng các phần (tử số cộng tử số, mẫu số cộng mẫu số); none: mỗi đơn vị đứng riêng';
comment on column figures.indicator_version.good_from is 'Đạt từ giá trị này (theo chiều của chỉ tiêu); warn_from: cần chú ý từ giá trị này';

create table figures.revision (
  unit_id uuid not null,
  indicator_id uuid not null,
  period text not null,
  lane text not null,
  number integer not null,
  id uuid not null,
  indicator_number integer not null,
  period_from date not null,
  period_to date not null,
  origin text not null,
  withdrawn boolean default false not null,
  numerator numeric,
  denominator numeric,
  measures jsonb,
  evidence_file_id uuid,
  file_name text,
  file_row integer,
  issuer text,
  citation text,
  note text,
  mark text,
  recorded_at timestamp with time zone default now() not null,
  recorded_by text not null,
  recorded_by_name text not null,
  entered_by_name text,
  entered_at timestamp with time zone,
  constraint revision_pkey PRIMARY KEY (unit_id, indicator_id, period, lane, number),
  constraint revision_evidence_fk FOREIGN KEY (evidence_file_id) REFERENCES platform.file(id),
  constraint revision_citation_length CHECK (((length(citation) >= 1) AND (length(citation) <= 500))),
  constraint revision_entered_whole CHECK (((entered_by_name IS NULL) = (entered_at IS NULL))),
  constraint revision_imported CHECK (((origin <> 'imported'::text) OR withdrawn OR ((file_name IS NOT NULL) AND (file_row > 0)))),
  constraint revision_issuer_length CHECK (((length(issuer) >= 1) AND (length(issuer) <= 300))),
  constraint revision_lane_known CHECK ((lane = ANY (ARRAY['own'::text, 'official'::text]))),
  constraint revision_lane_of_origin CHECK (((lane = 'official'::text) = (origin = 'official'::text))),
  constraint revision_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint revision_measured CHECK (((origin <> 'computed'::text) OR (measures IS NOT NULL))),
  constraint revision_note_length CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint revision_number_positive CHECK ((number > 0)),
  constraint revision_origin_known CHECK ((origin = ANY (ARRAY['computed'::text, 'entered'::text, 'imported'::text, 'official'::text]))),
  constraint revision_period_order CHECK ((period_from <= period_to)),
  constraint revision_published CHECK (((origin <> 'official'::text) OR withdrawn OR ((issuer IS NOT NULL) AND (citation IS NOT NULL)))),
  constraint revision_withdrawn_empty CHECK (((NOT withdrawn) OR ((numerator IS NULL) AND (denominator IS NULL))))
);
CREATE INDEX revision_id ON figures.revision USING btree (id);
CREATE TRIGGER revision_recorded BEFORE DELETE OR UPDATE ON figures.revision FOR EACH ROW EXECUTE FUNCTION figures.refuse_revision_change();
comment on table figures.revision is 'Mọi lần ghi số liệu: đơn vị, chỉ tiêu, kỳ, nguồn gốc; chỉ thêm, không sửa, không xóa';
comment on column figures.revision.lane is 'own: số của đơn vị (tính, nhập, nạp); official: số do cơ quan khác công bố; mỗi dòng đánh số riêng';
comment on column figures.revision.measures is 'Với số tính từ hệ thống: phép đo và phiên bản của nó cho tử số, mẫu số';
comment on column figures.revision.entered_by_name is 'Người nhập phần nhập tay, khi lần ghi này chỉ đếm lại phần kia của chỉ tiêu; entered_at: lúc nhập';

create table figures.snapshot (
  id uuid not null,
  unit_id uuid not null,
  period text not null,
  period_to date not null,
  number integer not null,
  approved_at timestamp with time zone default now() not null,
  approved_by text not null,
  approved_by_name text not null,
  note text,
  constraint snapshot_pkey PRIMARY KEY (id),
  constraint snapshot_number_key UNIQUE (unit_id, period, number),
  constraint snapshot_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint snapshot_note_length CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint snapshot_number_positive CHECK ((number > 0))
);
CREATE TRIGGER snapshot_recorded BEFORE DELETE OR UPDATE ON figures.snapshot FOR EACH ROW EXECUTE FUNCTION figures.refuse_revision_change();
comment on table figures.snapshot is 'Lần phê duyệt số liệu của một đơn vị trong một kỳ: giữ nguyên các số lúc phê duyệt';

create table figures.snapshot_cell (
  snapshot_id uuid not null,
  indicator_id uuid not null,
  numerator numeric,
  denominator numeric,
  origin text,
  own_number integer not null,
  official_number integer not null,
  parts integer not null,
  indicator_number integer,
  constraint snapshot_cell_pkey PRIMARY KEY (snapshot_id, indicator_id),
  constraint snapshot_cell_indicator_fk FOREIGN KEY (indicator_id) REFERENCES figures.indicator(id),
  constraint snapshot_cell_snapshot_fk FOREIGN KEY (snapshot_id) REFERENCES figures.snapshot(id)
);
CREATE TRIGGER snapshot_cell_recorded BEFORE DELETE OR UPDATE ON figures.snapshot_cell FOR EACH ROW EXECUTE FUNCTION figures.refuse_revision_change();
comment on table figures.snapshot_cell is 'Số liệu đúng như lúc phê duyệt';
comment on column figures.snapshot_cell.indicator_number is 'Phiên bản của chỉ tiêu lúc phê duyệt';

create table figures.validation_rule (
  id uuid not null,
  code text not null,
  sentence text not null,
  left_terms jsonb not null,
  operator text not null,
  right_terms jsonb not null,
  importance text not null,
  legal_basis text,
  mark text,
  valid_from date not null,
  valid_to date,
  recorded_at timestamp with time zone default now() not null,
  recorded_by text not null,
  constraint validation_rule_pkey PRIMARY KEY (id),
  constraint validation_rule_code_key UNIQUE (code),
  constraint validation_rule_code_written CHECK ((code ~ '^[A-Z][A-Z0-9.]{1,29}$'::text)),
  constraint validation_rule_ends_after_start CHECK ((valid_to >= (valid_from - 1))),
  constraint validation_rule_importance_known CHECK ((importance = ANY (ARRAY['error'::text, 'warning'::text]))),
  constraint validation_rule_left_list CHECK (((jsonb_typeof(left_terms) = 'array'::text) AND (jsonb_array_length(left_terms) > 0))),
  constraint validation_rule_legal_basis_length CHECK (((length(legal_basis) >= 1) AND (length(legal_basis) <= 500))),
  constraint validation_rule_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint validation_rule_operator_known CHECK ((operator = ANY (ARRAY['='::text, '<>'::text, '<'::text, '<='::text, '>'::text, '>='::text]))),
  constraint validation_rule_right_list CHECK (((jsonb_typeof(right_terms) = 'array'::text) AND (jsonb_array_length(right_terms) > 0))),
  constraint validation_rule_sentence_length CHECK (((length(sentence) >= 5) AND (length(sentence) <= 500)))
);
comment on table figures.validation_rule is 'Quy tắc kiểm tra số liệu: vế trái, phép so sánh, vế phải, mức độ, căn cứ; chạy khi nhập và khi nạp tệp';

create table identity.account (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  two_factor_enabled boolean default false,
  must_change_password boolean default false not null,
  disabled_at timestamp with time zone,
  version integer default 1 not null,
  search text generated always as (platform.fold(((name || ' '::text) || email))) stored,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_email_key UNIQUE (email),
  constraint account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
comment on table identity.account is 'Tài khoản của người dùng; không bao giờ xóa, chỉ ngừng sử dụng';

create table identity.credential (
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.account(id) ON DELETE CASCADE
);
CREATE INDEX credential_user ON identity.credential USING btree (user_id);
comment on table identity.credential is 'Cách đăng nhập của tài khoản: mật khẩu (chỉ lưu mã băm) hoặc hệ thống đăng nhập tập trung';

create table identity.position (
  id uuid not null,
  account_id uuid not null,
  unit_id uuid not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  withdrawn_at timestamp with time zone,
  constraint position_pkey PRIMARY KEY (id),
  constraint position_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint position_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint position_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint position_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX position_account ON identity."position" USING btree (account_id) WHERE (withdrawn_at IS NULL);
comment on table identity."position" is 'Chức vụ của một người tại một đơn vị, có thời hạn';

create table identity.rate_limit (
  id uuid not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint rate_limit_pkey PRIMARY KEY (id),
  constraint rate_limit_key_key UNIQUE (key)
);
comment on table identity.rate_limit is 'Đếm số lần thử đăng nhập';

create table identity.role_grant (
  id uuid not null,
  account_id uuid not null,
  role text not null,
  unit_id uuid not null,
  reform_fields text[],
  valid_from date not null,
  valid_to date,
  withdrawn_at timestamp with time zone,
  position_id uuid,
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint role_grant_position_fk FOREIGN KEY (position_id) REFERENCES identity."position"(id),
  constraint role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint role_grant_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint role_grant_fields CHECK (((reform_fields IS NULL) OR (cardinality(reform_fields) > 0))),
  constraint role_grant_role CHECK ((role = ANY (ARRAY['par_officer'::text, 'inspection_head'::text, 'inspection_secretary'::text, 'inspection_member'::text, 'unit_officer'::text, 'unit_leader'::text, 'reader'::text, 'administrator'::text])))
);
CREATE INDEX role_grant_account ON identity.role_grant USING btree (account_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX role_grant_position ON identity.role_grant USING btree (position_id) WHERE (position_id IS NOT NULL);
comment on table identity.role_grant is 'Quyền theo vai trò, gắn với một đơn vị và mọi đơn vị bên dưới, theo lĩnh vực cải cách hành chính';
comment on column identity.role_grant.position_id is 'Quyền chỉ có khi làm việc ở chức vụ này; trống là mọi chức vụ';

create table identity.second_factor (
  id uuid not null,
  secret text not null,
  backup_codes text not null,
  user_id uuid not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamp with time zone,
  constraint second_factor_pkey PRIMARY KEY (id),
  constraint second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES identity.account(id) ON DELETE CASCADE
);
CREATE INDEX second_factor_user ON identity.second_factor USING btree (user_id);
comment on table identity.second_factor is 'Lớp xác thực thứ hai: mã theo thời gian (RFC 6238) và mã dự phòng, đã mã hóa';

create table identity.session (
  id uuid not null,
  token text not null,
  account_id uuid not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id) ON DELETE CASCADE
);
CREATE INDEX session_account ON identity.session USING btree (account_id);
comment on table identity.session is 'Phiên làm việc đang mở của tài khoản';

create table identity.verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON identity.verification USING btree (identifier);
comment on table identity.verification is 'Mã xác nhận dùng một lần';

create table inspections.answer (
  id uuid not null,
  visit_id uuid not null,
  item_id uuid not null,
  verdict text,
  note text,
  illustrative boolean default false not null,
  paragraph integer,
  version integer default 1 not null,
  updated_at timestamp with time zone default now() not null,
  updated_by_id text not null,
  updated_by text not null,
  constraint answer_pkey PRIMARY KEY (id),
  constraint answer_item_key UNIQUE (visit_id, item_id),
  constraint answer_item_id_fkey FOREIGN KEY (item_id) REFERENCES inspections.checklist_item(id),
  constraint answer_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspections.visit(id),
  constraint answer_paragraph CHECK ((paragraph > 0)),
  constraint answer_verdict CHECK ((verdict = ANY (ARRAY['meets'::text, 'fails'::text, 'partly'::text, 'not_applicable'::text])))
);
comment on table inspections.answer is 'Kết quả kiểm tra từng mục của danh mục tại một đơn vị';

create table inspections.answer_file (
  answer_id uuid not null,
  file_id uuid not null,
  added_at timestamp with time zone default now() not null,
  added_by text not null,
  withdrawn_at timestamp with time zone,
  constraint answer_file_pkey PRIMARY KEY (answer_id, file_id),
  constraint answer_file_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES inspections.answer(id),
  constraint answer_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.file(id)
);
comment on table inspections.answer_file is 'Tài liệu kiểm chứng của một mục kiểm tra';

create table inspections.checklist_field (
  version_id uuid not null,
  code text not null,
  reform_field text not null,
  name text not null,
  "position" integer not null,
  constraint checklist_field_pkey PRIMARY KEY (version_id, code),
  constraint checklist_field_reform_key UNIQUE (version_id, reform_field),
  constraint checklist_field_version_id_fkey FOREIGN KEY (version_id) REFERENCES inspections.checklist_version(id),
  constraint checklist_field_code CHECK ((code ~ '^F[0-9]{1,2}$'::text))
);
CREATE TRIGGER checklist_field_published BEFORE INSERT OR DELETE OR UPDATE ON inspections.checklist_field FOR EACH ROW EXECUTE FUNCTION inspections.refuse_published_change();
comment on table inspections.checklist_field is 'Nhóm nội dung kiểm tra, mỗi nhóm ứng với một lĩnh vực cải cách hành chính';

create table inspections.checklist_item (
  id uuid not null,
  version_id uuid not null,
  field_code text not null,
  code text not null,
  text text not null,
  evidence text default ''::text not null,
  source text default ''::text not null,
  certainty text not null,
  retired_at timestamp with time zone,
  version integer default 1 not null,
  constraint checklist_item_pkey PRIMARY KEY (id),
  constraint checklist_item_code_key UNIQUE (version_id, code),
  constraint checklist_item_field FOREIGN KEY (version_id, field_code) REFERENCES inspections.checklist_field(version_id, code),
  constraint checklist_item_certainty CHECK ((certainty = ANY (ARRAY['sourced'::text, 'background'::text]))),
  constraint checklist_item_code CHECK ((code ~ '^F[0-9]{1,2}\.[0-9]{2}$'::text)),
  constraint checklist_item_text CHECK (((length(text) >= 1) AND (length(text) <= 1000)))
);
CREATE TRIGGER checklist_item_published BEFORE INSERT OR DELETE OR UPDATE ON inspections.checklist_item FOR EACH ROW EXECUTE FUNCTION inspections.refuse_published_change();
comment on table inspections.checklist_item is 'Mục kiểm tra: nội dung, tài liệu cần xem, căn cứ; "background" là mục theo thông lệ, chưa dẫn được căn cứ';

create table inspections.checklist_version (
  id uuid not null,
  number integer not null,
  title text not null,
  state text default 'draft'::text not null,
  valid_from date,
  published_at timestamp with time zone,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  version integer default 1 not null,
  constraint checklist_version_pkey PRIMARY KEY (id),
  constraint checklist_version_number_key UNIQUE (number),
  constraint checklist_version_published CHECK (((state = 'published'::text) = ((valid_from IS NOT NULL) AND (published_at IS NOT NULL)))),
  constraint checklist_version_state CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text]))),
  constraint checklist_version_title CHECK (((length(title) >= 1) AND (length(title) <= 300)))
);
CREATE UNIQUE INDEX checklist_version_one_draft ON inspections.checklist_version USING btree (state) WHERE (state = 'draft'::text);
comment on table inspections.checklist_version is 'Phiên bản danh mục nội dung kiểm tra; đã ban hành thì không sửa được nữa';

create table inspections.deadline_rule (
  id uuid not null,
  code text not null,
  day_count integer not null,
  day_kind text not null,
  counted_from text not null,
  valid_from date not null,
  valid_to date,
  citation text not null,
  certainty text not null,
  note text default ''::text not null,
  created_at timestamp with time zone default now() not null,
  created_by text default 'Hệ thống'::text not null,
  ended_by text,
  end_reason text,
  withdrawn_at timestamp with time zone,
  version integer default 1 not null,
  constraint deadline_rule_pkey PRIMARY KEY (id),
  constraint deadline_rule_once EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((withdrawn_at IS NULL)),
  constraint deadline_rule_certainty CHECK ((certainty = ANY (ARRAY['sourced'::text, 'background'::text]))),
  constraint deadline_rule_code CHECK ((code = ANY (ARRAY['conclusion'::text, 'remediation_report'::text]))),
  constraint deadline_rule_dates CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  constraint deadline_rule_day_count CHECK ((day_count > 0)),
  constraint deadline_rule_day_kind CHECK ((day_kind = ANY (ARRAY['working'::text, 'calendar'::text]))),
  constraint deadline_rule_end_reason CHECK (((length(end_reason) >= 1) AND (length(end_reason) <= 1000)))
);
comment on table inspections.deadline_rule is 'Thời hạn theo quy định, có hiệu lực từ ngày đến ngày và căn cứ';
comment on column inspections.deadline_rule.withdrawn_at is 'Phiên bản nhập nhầm, rút trước khi có hiệu lực; giữ lại để tra cứu';

create table inspections.declared_figure (
  id uuid not null,
  visit_id uuid not null,
  code text not null,
  label text not null,
  reform_field text not null,
  kind text not null,
  numerator numeric,
  denominator numeric,
  parts jsonb default '[]'::jsonb not null,
  stated_percent numeric,
  stated_text text,
  unit_of_measure text default ''::text not null,
  evidence_file_id uuid,
  document_id uuid,
  paragraph integer,
  note text,
  sort integer default 0 not null,
  withdrawn_at timestamp with time zone,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  version integer default 1 not null,
  constraint declared_figure_pkey PRIMARY KEY (id),
  constraint declared_figure_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint declared_figure_evidence_file_id_fkey FOREIGN KEY (evidence_file_id) REFERENCES platform.file(id),
  constraint declared_figure_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspections.visit(id),
  constraint declared_figure_code CHECK ((code ~ '^[a-z][a-z0-9_]{0,59}$'::text)),
  constraint declared_figure_kind CHECK ((kind = ANY (ARRAY['ratio'::text, 'count'::text, 'sum'::text]))),
  constraint declared_figure_label CHECK (((length(label) >= 1) AND (length(label) <= 500))),
  constraint declared_figure_not_negative CHECK (((numerator >= (0)::numeric) AND (denominator >= (0)::numeric) AND (stated_percent >= (0)::numeric))),
  constraint declared_figure_paragraph CHECK ((paragraph > 0)),
  constraint declared_figure_parts CHECK ((jsonb_typeof(parts) = 'array'::text)),
  constraint declared_figure_says_something CHECK (((numerator IS NOT NULL) OR (stated_percent IS NOT NULL)))
);
CREATE UNIQUE INDEX declared_figure_code_key ON inspections.declared_figure USING btree (visit_id, code) WHERE (withdrawn_at IS NULL);
comment on table inspections.declared_figure is 'Số liệu đơn vị báo cáo: tử số, mẫu số, tỷ lệ ghi trong báo cáo; phép tính lại không lưu ở đây';

create table inspections.output_file (
  id uuid not null,
  round_id uuid not null,
  visit_id uuid,
  kind text not null,
  format text not null,
  document_id uuid not null,
  file_id uuid not null,
  sha256 text not null,
  created_at timestamp with time zone default now() not null,
  constraint output_file_pkey PRIMARY KEY (id),
  constraint output_file_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint output_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.file(id),
  constraint output_file_round_id_fkey FOREIGN KEY (round_id) REFERENCES inspections.round(id),
  constraint output_file_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspections.visit(id),
  constraint output_file_format CHECK ((format = ANY (ARRAY['docx'::text, 'pdf'::text]))),
  constraint output_file_kind CHECK ((kind = ANY (ARRAY['minutes'::text, 'conclusion'::text])))
);
CREATE UNIQUE INDEX output_file_key ON inspections.output_file USING btree (document_id, format);
comment on table inspections.output_file is 'Bản chính thức đã ban hành: đúng từng byte như lúc ký, tải lại bao nhiêu lần cũng vậy';

create table inspections.planned_self_inspection (
  visit_id uuid not null,
  unit_id uuid not null,
  illustrative boolean default false not null,
  added_at timestamp with time zone default now() not null,
  added_by text not null,
  withdrawn_at timestamp with time zone,
  constraint planned_self_inspection_pkey PRIMARY KEY (visit_id, unit_id),
  constraint planned_self_inspection_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint planned_self_inspection_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspections.visit(id)
);
comment on table inspections.planned_self_inspection is 'Cơ quan, xã mà đơn vị được kiểm tra dự kiến tự kiểm tra trong năm; tử số của tỷ lệ tự kiểm tra';

create table inspections.recomputed_figure (
  id uuid not null,
  figure_id uuid not null,
  numerator numeric not null,
  denominator numeric,
  source text not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint recomputed_figure_pkey PRIMARY KEY (id),
  constraint recomputed_figure_figure_id_fkey FOREIGN KEY (figure_id) REFERENCES inspections.declared_figure(id),
  constraint recomputed_figure_denominator CHECK ((denominator >= (0)::numeric)),
  constraint recomputed_figure_numerator CHECK ((numerator >= (0)::numeric)),
  constraint recomputed_figure_source CHECK (((length(source) >= 1) AND (length(source) <= 1000)))
);
CREATE INDEX recomputed_figure_of ON inspections.recomputed_figure USING btree (figure_id, at DESC);
comment on table inspections.recomputed_figure is 'Số liệu do đoàn kiểm tra đếm lại, kèm nguồn; bản mới nhất có giá trị, bản cũ giữ nguyên';

create table inspections.round (
  id uuid not null,
  title text not null,
  year integer not null,
  form text not null,
  subject text default ''::text not null,
  plan_document_id uuid,
  decision_document_id uuid,
  conclusion_document_id uuid,
  previous_round_id uuid,
  starts_on date,
  ends_on date,
  inspected_from date,
  inspected_to date,
  meeting_on date,
  organising_unit_id uuid not null,
  team_name text not null,
  step text default 'planned'::text not null,
  checklist_version_id uuid,
  report_to text,
  report_outline jsonb default '[]'::jsonb not null,
  conclusion_issued_on date,
  mark text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  version integer default 1 not null,
  search text generated always as (platform.fold(((((title || ' '::text) || team_name) || ' '::text) || subject))) stored,
  constraint round_pkey PRIMARY KEY (id),
  constraint round_checklist_version_id_fkey FOREIGN KEY (checklist_version_id) REFERENCES inspections.checklist_version(id),
  constraint round_conclusion_document_id_fkey FOREIGN KEY (conclusion_document_id) REFERENCES documents.document(id),
  constraint round_decision_document_id_fkey FOREIGN KEY (decision_document_id) REFERENCES documents.document(id),
  constraint round_organising_unit_id_fkey FOREIGN KEY (organising_unit_id) REFERENCES units.unit(id),
  constraint round_plan_document_id_fkey FOREIGN KEY (plan_document_id) REFERENCES documents.document(id),
  constraint round_previous_round_id_fkey FOREIGN KEY (previous_round_id) REFERENCES inspections.round(id),
  constraint round_dates CHECK (((ends_on IS NULL) OR ((starts_on IS NOT NULL) AND (ends_on >= starts_on)))),
  constraint round_form CHECK ((form = ANY (ARRAY['planned'::text, 'unannounced'::text, 'by_report'::text, 'thematic'::text, 're_inspection'::text]))),
  constraint round_period CHECK (((inspected_to IS NULL) OR ((inspected_from IS NOT NULL) AND (inspected_to >= inspected_from)))),
  constraint round_report_outline CHECK ((jsonb_typeof(report_outline) = 'array'::text)),
  constraint round_step CHECK ((step = ANY (ARRAY['planned'::text, 'decided'::text, 'announced'::text, 'unit_reported'::text, 'on_site'::text, 'minutes_agreed'::text, 'minutes_signed'::text, 'team_report'::text, 'conclusion_issued'::text, 'remediation'::text, 'closed'::text]))),
  constraint round_team_name CHECK (((length(team_name) >= 1) AND (length(team_name) <= 200))),
  constraint round_title CHECK (((length(title) >= 1) AND (length(title) <= 500))),
  constraint round_year CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE INDEX round_organiser ON inspections.round USING btree (organising_unit_id, year);
comment on table inspections.round is 'Đợt kiểm tra: kế hoạch, quyết định, thời gian, đoàn, bước đang ở';

create table inspections.sample (
  id uuid not null,
  visit_id uuid not null,
  item_id uuid,
  title text not null,
  seed bigint not null,
  population jsonb not null,
  size integer not null,
  chosen jsonb not null,
  results jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  updated_by text not null,
  version integer default 1 not null,
  constraint sample_pkey PRIMARY KEY (id),
  constraint sample_item_id_fkey FOREIGN KEY (item_id) REFERENCES inspections.checklist_item(id),
  constraint sample_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspections.visit(id),
  constraint sample_chosen CHECK ((jsonb_typeof(chosen) = 'array'::text)),
  constraint sample_population CHECK ((jsonb_typeof(population) = 'array'::text)),
  constraint sample_results CHECK ((jsonb_typeof(results) = 'object'::text)),
  constraint sample_seed CHECK (((seed >= 1) AND (seed <= 2147483646))),
  constraint sample_size CHECK ((size > 0))
);
comment on table inspections.sample is 'Mẫu hồ sơ chọn ngẫu nhiên theo số gốc in trong biên bản, ai cũng chọn lại được đúng mẫu đó';

create table inspections.statement (
  id uuid not null,
  round_id uuid not null,
  visit_id uuid,
  kind text not null,
  text text not null,
  reform_field text,
  cause text,
  severity text,
  item_id uuid,
  paragraph integer,
  addressed_to text,
  sort integer default 0 not null,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  version integer default 1 not null,
  constraint statement_pkey PRIMARY KEY (id),
  constraint statement_item_id_fkey FOREIGN KEY (item_id) REFERENCES inspections.checklist_item(id),
  constraint statement_round_id_fkey FOREIGN KEY (round_id) REFERENCES inspections.round(id),
  constraint statement_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspections.visit(id),
  constraint statement_finding_severity CHECK (((kind <> 'finding'::text) OR (severity IS NOT NULL))),
  constraint statement_kind CHECK ((kind = ANY (ARRAY['strength'::text, 'finding'::text, 'proposal'::text, 'conclusion'::text, 'opinion'::text]))),
  constraint statement_paragraph CHECK ((paragraph > 0)),
  constraint statement_proposal_addressee CHECK (((kind <> 'proposal'::text) OR (addressed_to IS NOT NULL))),
  constraint statement_severity CHECK ((severity = ANY (ARRAY['note'::text, 'shortcoming'::text, 'violation'::text]))),
  constraint statement_text CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX statement_round ON inspections.statement USING btree (round_id) WHERE (withdrawn_at IS NULL);
comment on table inspections.statement is 'Ưu điểm, tồn tại, đề xuất, kết luận, ý kiến; số trong lời văn là dấu {{figure:mã}} trỏ tới số liệu đã lưu';

create table inspections.team_member (
  id uuid not null,
  round_id uuid not null,
  account_id uuid,
  name text,
  "position" text not null,
  unit_id uuid,
  role text not null,
  reform_fields text[] default '{}'::text[] not null,
  illustrative boolean default false not null,
  sort integer not null,
  withdrawn_at timestamp with time zone,
  constraint team_member_pkey PRIMARY KEY (id),
  constraint team_member_account_id_fkey FOREIGN KEY (account_id) REFERENCES identity.account(id),
  constraint team_member_round_id_fkey FOREIGN KEY (round_id) REFERENCES inspections.round(id),
  constraint team_member_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint team_member_position CHECK (((length("position") >= 1) AND (length("position") <= 300))),
  constraint team_member_role CHECK ((role = ANY (ARRAY['head'::text, 'deputy_head'::text, 'secretary'::text, 'member'::text])))
);
CREATE INDEX team_member_account ON inspections.team_member USING btree (account_id) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX team_member_account_once ON inspections.team_member USING btree (round_id, account_id) WHERE ((withdrawn_at IS NULL) AND (account_id IS NOT NULL));
CREATE INDEX team_member_round ON inspections.team_member USING btree (round_id) WHERE (withdrawn_at IS NULL);
comment on table inspections.team_member is 'Thành viên đoàn kiểm tra: vai trò và lĩnh vực chịu trách nhiệm; có thể chỉ ghi chức vụ';

create table inspections.transition (
  id uuid not null,
  round_id uuid not null,
  visit_id uuid,
  unit_id uuid not null,
  from_step text,
  to_step text not null,
  reason text,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint transition_pkey PRIMARY KEY (id),
  constraint transition_round_id_fkey FOREIGN KEY (round_id) REFERENCES inspections.round(id),
  constraint transition_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspections.visit(id)
);
CREATE INDEX transition_round ON inspections.transition USING btree (round_id, at);
comment on table inspections.transition is 'Lịch sử các bước của đợt và của từng đơn vị; chỉ thêm';

create table inspections.visit (
  id uuid not null,
  round_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  visit_on date,
  visit_to date,
  timetable jsonb default '[]'::jsonb not null,
  place text,
  reform_fields text[],
  step text default 'awaiting_report'::text not null,
  report_text text,
  report_file_id uuid,
  unit_representatives jsonb default '[]'::jsonb not null,
  unit_opinion text,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  minutes_document_id uuid,
  signed_on date,
  illustrative boolean default false not null,
  sort integer not null,
  withdrawn_at timestamp with time zone,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  version integer default 1 not null,
  constraint visit_pkey PRIMARY KEY (id),
  constraint visit_minutes_document_id_fkey FOREIGN KEY (minutes_document_id) REFERENCES documents.document(id),
  constraint visit_report_file_id_fkey FOREIGN KEY (report_file_id) REFERENCES platform.file(id),
  constraint visit_round_id_fkey FOREIGN KEY (round_id) REFERENCES inspections.round(id),
  constraint visit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint visit_dates CHECK (((visit_to IS NULL) OR ((visit_on IS NOT NULL) AND (visit_to >= visit_on)))),
  constraint visit_kind CHECK ((kind = ANY (ARRAY['main'::text, 'commune'::text]))),
  constraint visit_representatives CHECK ((jsonb_typeof(unit_representatives) = 'array'::text)),
  constraint visit_step CHECK ((step = ANY (ARRAY['awaiting_report'::text, 'unit_reported'::text, 'on_site'::text, 'minutes_agreed'::text, 'minutes_signed'::text]))),
  constraint visit_times CHECK (((closed_at IS NULL) OR ((opened_at IS NOT NULL) AND (closed_at >= opened_at)))),
  constraint visit_timetable CHECK ((jsonb_typeof(timetable) = 'array'::text))
);
CREATE UNIQUE INDEX visit_round_unit_key ON inspections.visit USING btree (round_id, unit_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX visit_unit ON inspections.visit USING btree (unit_id) WHERE (withdrawn_at IS NULL);
comment on table inspections.visit is 'Đơn vị được kiểm tra trong một đợt: lịch, báo cáo, bước đang ở, biên bản';

create table inspections.withdrawn_link (
  id uuid not null,
  round_id uuid not null,
  visit_id uuid,
  kind text not null,
  document_id uuid,
  file_id uuid,
  item_id uuid,
  reason text not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint withdrawn_link_pkey PRIMARY KEY (id),
  constraint withdrawn_link_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint withdrawn_link_file_id_fkey FOREIGN KEY (file_id) REFERENCES platform.file(id),
  constraint withdrawn_link_item_id_fkey FOREIGN KEY (item_id) REFERENCES inspections.checklist_item(id),
  constraint withdrawn_link_round_id_fkey FOREIGN KEY (round_id) REFERENCES inspections.round(id),
  constraint withdrawn_link_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES inspections.visit(id),
  constraint withdrawn_link_kind CHECK ((kind = ANY (ARRAY['plan'::text, 'decision'::text, 'report'::text, 'evidence'::text]))),
  constraint withdrawn_link_one CHECK ((num_nonnulls(document_id, file_id) = 1)),
  constraint withdrawn_link_reason CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
CREATE INDEX withdrawn_link_round ON inspections.withdrawn_link USING btree (round_id, at);
comment on table inspections.withdrawn_link is 'Căn cứ, tệp đã gắn nhầm vào cuộc kiểm tra và được rút, kèm lý do; chỉ thêm';

create table platform.file (
  id uuid not null,
  sha256 text not null,
  size_bytes bigint not null,
  name text not null,
  media_type text not null,
  unit_id uuid not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint file_size_bytes_check CHECK ((size_bytes > 0))
);
CREATE INDEX file_sha256 ON platform.file USING btree (sha256);
comment on table platform.file is 'Tệp đính kèm và tài liệu kiểm chứng; nội dung nằm trong kho tệp theo mã SHA-256';

create table platform.mail (
  id uuid not null,
  once text,
  recipient text not null,
  subject text not null,
  body text not null,
  state text default 'waiting'::text not null,
  attempts integer default 0 not null,
  next_at timestamp with time zone default now() not null,
  created_at timestamp with time zone default now() not null,
  sent_at timestamp with time zone,
  last_error text,
  constraint mail_pkey PRIMARY KEY (id),
  constraint mail_once_key UNIQUE (once),
  constraint mail_attempts_positive CHECK ((attempts >= 0)),
  constraint mail_body_length CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
  constraint mail_last_error_length CHECK ((length(last_error) <= 1000)),
  constraint mail_once_length CHECK (((length(once) >= 1) AND (length(once) <= 200))),
  constraint mail_recipient_length CHECK (((length(recipient) >= 3) AND (length(recipient) <= 254))),
  constraint mail_sent_has_moment CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint mail_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'unknown'::text, 'expired'::text]))),
  constraint mail_subject_length CHECK (((length(subject) >= 1) AND (length(subject) <= 300)))
);
CREATE INDEX mail_sending ON platform.mail USING btree (next_at) WHERE (state = 'sending'::text);
CREATE INDEX mail_waiting ON platform.mail USING btree (next_at) WHERE (state = 'waiting'::text);
comment on table platform.mail is 'Thư chờ gửi và đã gửi; ghi cùng giao dịch với việc sinh ra thư';
comment on column platform.mail.state is 'waiting chờ gửi, sending đang gửi, sent đã gửi, refused máy chủ thư từ chối hẳn, unknown chương trình dừng giữa lúc gửi nên không gửi lại, expired để quá lâu không gửi';

create table platform.migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (number)
);

create table platform.outbox (
  id bigint generated always as identity not null,
  name text not null,
  payload jsonb not null,
  created_at timestamp with time zone default now() not null,
  delivered_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_waiting ON platform.outbox USING btree (id) WHERE (delivered_at IS NULL);
comment on table platform.outbox is 'Sự kiện chờ chuyển cho các phần khác, ghi cùng giao dịch với thay đổi';

create table platform.setting (
  key text not null,
  value jsonb not null,
  updated_at timestamp with time zone default now() not null,
  constraint setting_pkey PRIMARY KEY (key)
);
comment on table platform.setting is 'Thiết lập của hệ thống, kể cả mốc nạp dữ liệu ban đầu';

create table procedures.competent_unit (
  procedure_id uuid not null,
  number integer not null,
  unit_id uuid not null,
  task text not null,
  constraint competent_unit_pkey PRIMARY KEY (procedure_id, number, unit_id, task),
  constraint competent_unit_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint competent_unit_version_fk FOREIGN KEY (procedure_id, number) REFERENCES procedures.version(procedure_id, number),
  constraint competent_unit_task_known CHECK ((task = ANY (ARRAY['decides'::text, 'handles'::text])))
);
CREATE INDEX competent_unit_unit ON procedures.competent_unit USING btree (unit_id);
CREATE TRIGGER competent_unit_recorded BEFORE DELETE OR UPDATE ON procedures.competent_unit FOR EACH ROW EXECUTE FUNCTION procedures.refuse_part_change();
comment on table procedures.competent_unit is 'Đơn vị có thẩm quyền quyết định (decides) hoặc trực tiếp giải quyết (handles); không ghi đơn vị quyết định nào là mọi đơn vị cùng cấp';

create table procedures.import_draft (
  id uuid not null,
  unit_id uuid not null,
  file_name text not null,
  sha256 text not null,
  state text default 'open'::text not null,
  content jsonb not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  created_by_name text not null,
  settled_at timestamp with time zone,
  settled_by text,
  result jsonb,
  constraint import_draft_pkey PRIMARY KEY (id),
  constraint import_draft_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint import_draft_file_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint import_draft_settled CHECK (((state = 'open'::text) = (settled_at IS NULL))),
  constraint import_draft_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint import_draft_state_known CHECK ((state = ANY (ARRAY['open'::text, 'saved'::text, 'discarded'::text])))
);
CREATE INDEX import_draft_open ON procedures.import_draft USING btree (unit_id, created_at) WHERE (state = 'open'::text);
comment on table procedures.import_draft is 'Tệp danh mục đã đọc và kiểm tra, chờ người gửi xem khác biệt rồi lưu hoặc bỏ';

create table procedures.legal_basis (
  procedure_id uuid not null,
  number integer not null,
  "position" integer not null,
  citation text not null,
  document_id uuid,
  constraint legal_basis_pkey PRIMARY KEY (procedure_id, number, "position"),
  constraint legal_basis_document_fk FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint legal_basis_version_fk FOREIGN KEY (procedure_id, number) REFERENCES procedures.version(procedure_id, number),
  constraint legal_basis_citation_length CHECK (((length(citation) >= 2) AND (length(citation) <= 500))),
  constraint legal_basis_position_positive CHECK (("position" > 0))
);
CREATE INDEX legal_basis_document ON procedures.legal_basis USING btree (document_id) WHERE (document_id IS NOT NULL);
CREATE TRIGGER legal_basis_recorded BEFORE DELETE OR UPDATE ON procedures.legal_basis FOR EACH ROW EXECUTE FUNCTION procedures.refuse_part_change();
comment on table procedures.legal_basis is 'Căn cứ pháp lý của phiên bản: trích dẫn, kèm văn bản trong sổ nếu có';

create table procedures.online_level (
  regime text not null,
  level text not null,
  name text not null,
  rank integer not null,
  can_submit boolean not null,
  needs_justification boolean default false not null,
  constraint online_level_pkey PRIMARY KEY (regime, level),
  constraint online_level_rank_key UNIQUE (regime, rank),
  constraint online_level_regime_fk FOREIGN KEY (regime) REFERENCES procedures.online_regime(code),
  constraint online_level_rank_positive CHECK ((rank > 0)),
  constraint online_level_written CHECK ((level ~ '^[a-z][a-z0-9_]{2,29}$'::text))
);
comment on table procedures.online_level is 'Mức độ dịch vụ công trực tuyến của từng quy định; can_submit: nộp được hồ sơ qua mạng';

create table procedures.online_regime (
  code text not null,
  name text not null,
  citation text not null,
  valid_from date not null,
  valid_to date,
  mark text,
  constraint online_regime_pkey PRIMARY KEY (code),
  constraint online_regime_in_force EXCLUDE USING gist (daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint online_regime_code_written CHECK ((code ~ '^[a-z][a-z0-9_]{2,29}$'::text)),
  constraint online_regime_ends_after_start CHECK ((valid_to >= valid_from)),
  constraint online_regime_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text])))
);
comment on table procedures.online_regime is 'Quy định về mức độ dịch vụ công trực tuyến, có hiệu lực từ ngày đến ngày';

create table procedures.online_service (
  id uuid not null,
  procedure_id uuid not null,
  regime text not null,
  level text not null,
  valid_from date not null,
  valid_to date,
  justification text,
  address text,
  mark text,
  recorded_at timestamp with time zone default now() not null,
  recorded_by text not null,
  constraint online_service_pkey PRIMARY KEY (id),
  constraint online_service_in_force EXCLUDE USING gist (procedure_id WITH =, daterange(valid_from, (valid_to + 1)) WITH &&),
  constraint online_service_level_fk FOREIGN KEY (regime, level) REFERENCES procedures.online_level(regime, level),
  constraint online_service_procedure_fk FOREIGN KEY (procedure_id) REFERENCES procedures.procedure(id),
  constraint online_service_address_length CHECK (((length(address) >= 1) AND (length(address) <= 500))),
  constraint online_service_ends_after_start CHECK ((valid_to >= (valid_from - 1))),
  constraint online_service_justification_length CHECK (((length(justification) >= 1) AND (length(justification) <= 1000))),
  constraint online_service_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text])))
);
comment on table procedures.online_service is 'Mức độ dịch vụ công trực tuyến của thủ tục, từ ngày đến ngày; ngày không có dòng nào là chưa cung cấp trực tuyến';

create table procedures.procedure (
  id uuid not null,
  code text not null,
  national_code text generated always as ("substring"(code, '^[0-9]\.[0-9]{6}'::text)) stored,
  unit_id uuid not null,
  mark text,
  note text,
  search text generated always as (platform.fold(code)) stored,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  constraint procedure_pkey PRIMARY KEY (id),
  constraint procedure_code_key UNIQUE (code),
  constraint procedure_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint procedure_code_written CHECK ((code ~ '^[0-9A-Z][0-9A-Z._-]{2,49}$'::text)),
  constraint procedure_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint procedure_note_length CHECK ((length(note) <= 1000))
);
CREATE UNIQUE INDEX procedure_national_code ON procedures.procedure USING btree (national_code) WHERE (national_code IS NOT NULL);
CREATE INDEX procedure_unit ON procedures.procedure USING btree (unit_id);
comment on table procedures.procedure is 'Thủ tục hành chính trong danh mục: mã và đơn vị quản lý; nội dung nằm ở các phiên bản';
comment on column procedures.procedure.national_code is 'Phần mã quốc gia đứng đầu (1.004873 trong 1.004873.000.00.00.H18)';
comment on column procedures.procedure.unit_id is 'Đơn vị quản lý mục này trong danh mục; ai sửa được là theo phạm vi quyền ở đơn vị này';

create table procedures.sector (
  id uuid not null,
  code text not null,
  name text not null,
  mark text,
  search text generated always as (platform.fold(((name || ' '::text) || code))) stored,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  constraint sector_pkey PRIMARY KEY (id),
  constraint sector_code_key UNIQUE (code),
  constraint sector_code_written CHECK ((code ~ '^[0-9A-Z][0-9A-Z._-]{0,29}$'::text)),
  constraint sector_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint sector_name_length CHECK (((length(name) >= 2) AND (length(name) <= 200)))
);
comment on table procedures.sector is 'Lĩnh vực của thủ tục hành chính (hộ tịch, đất đai, …)';

create table procedures.version (
  procedure_id uuid not null,
  number integer not null,
  name text not null,
  sector_id uuid not null,
  level text not null,
  limit_amount numeric(6,2),
  limit_unit text,
  limit_text text,
  fee_amount bigint,
  fee_text text,
  papers jsonb default '[]'::jsonb not null,
  published_on date,
  updated_on date,
  valid_from date not null,
  valid_to date,
  mark text,
  note text,
  late_reason text,
  replaced_until date,
  search text generated always as (platform.fold(name)) stored,
  recorded_at timestamp with time zone default now() not null,
  recorded_by text not null,
  constraint version_pkey PRIMARY KEY (procedure_id, number),
  constraint version_in_force EXCLUDE USING gist (procedure_id WITH =, daterange(valid_from, (valid_to + 1)) WITH &&),
  constraint version_procedure_fk FOREIGN KEY (procedure_id) REFERENCES procedures.procedure(id),
  constraint version_sector_fk FOREIGN KEY (sector_id) REFERENCES procedures.sector(id),
  constraint version_ends_after_start CHECK ((valid_to >= (valid_from - 1))),
  constraint version_fee_not_negative CHECK ((fee_amount >= 0)),
  constraint version_fee_text_length CHECK (((length(fee_text) >= 1) AND (length(fee_text) <= 1000))),
  constraint version_late_reason_length CHECK (((length(late_reason) >= 1) AND (length(late_reason) <= 500))),
  constraint version_level_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text]))),
  constraint version_limit_not_negative CHECK ((limit_amount >= (0)::numeric)),
  constraint version_limit_text_length CHECK (((length(limit_text) >= 1) AND (length(limit_text) <= 1000))),
  constraint version_limit_unit_known CHECK ((limit_unit = ANY (ARRAY['working_days'::text, 'hours'::text, 'calendar_days'::text]))),
  constraint version_limit_whole CHECK (((limit_amount IS NULL) = (limit_unit IS NULL))),
  constraint version_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint version_name_length CHECK (((length(name) >= 3) AND (length(name) <= 1000))),
  constraint version_note_length CHECK ((length(note) <= 1000)),
  constraint version_number_positive CHECK ((number > 0)),
  constraint version_papers_list CHECK ((jsonb_typeof(papers) = 'array'::text))
);
CREATE INDEX version_search ON procedures.version USING gin (search gin_trgm_ops);
CREATE INDEX version_sector ON procedures.version USING btree (sector_id);
CREATE TRIGGER version_recorded BEFORE DELETE OR UPDATE ON procedures.version FOR EACH ROW EXECUTE FUNCTION procedures.refuse_version_change();
comment on table procedures.version is 'Phiên bản của thủ tục: có hiệu lực từ ngày đến ngày, không chồng nhau; hồ sơ giữ phiên bản của ngày tiếp nhận';
comment on column procedures.version.limit_amount is 'Thời hạn giải quyết; 0 ngày làm việc là trả kết quả trong ngày; trống là pháp luật không quy định';
comment on column procedures.version.fee_amount is 'Phí, lệ phí (đồng); 0 là không thu; trống là theo fee_text';
comment on column procedures.version.papers is 'Thành phần hồ sơ: mã, tên, số bản chính, số bản sao, mẫu, bắt buộc hay có điều kiện';
comment on column procedures.version.valid_to is 'Ngày cuối có hiệu lực; bằng valid_from − 1 là phiên bản đã rút trước khi có hiệu lực';
comment on column procedures.version.late_reason is 'Lý do nhập phiên bản có hiệu lực từ một ngày đã qua';
comment on column procedures.version.replaced_until is 'Ngày cuối mà phiên bản trước có, trước khi phiên bản này thay; dùng khi rút phiên bản';

create table scoring.criteria_node (
  set_id uuid not null,
  code text not null,
  parent_code text,
  "position" integer not null,
  kind text not null,
  name text not null,
  maximum numeric(21,6) not null,
  method text,
  appraiser_field text,
  is_item boolean not null,
  constraint criteria_node_pkey PRIMARY KEY (set_id, code),
  constraint criteria_node_position_key UNIQUE (set_id, "position"),
  constraint criteria_node_parent_fk FOREIGN KEY (set_id, parent_code) REFERENCES scoring.criteria_node(set_id, code),
  constraint criteria_node_set_fk FOREIGN KEY (set_id) REFERENCES scoring.criteria_set(id),
  constraint criteria_node_code_length CHECK (((length(code) >= 1) AND (length(code) <= 30))),
  constraint criteria_node_item_method CHECK ((is_item = (method IS NOT NULL))),
  constraint criteria_node_kind_known CHECK ((kind = ANY (ARRAY['field'::text, 'criterion'::text, 'sub_criterion'::text, 'bonus'::text, 'deduction'::text]))),
  constraint criteria_node_maximum_not_negative CHECK ((maximum >= (0)::numeric)),
  constraint criteria_node_method_known CHECK ((method = ANY (ARRAY['self'::text, 'system'::text, 'appraisal'::text, 'survey'::text, 'leader'::text])))
);
CREATE TRIGGER criteria_node_fixed BEFORE INSERT OR DELETE OR UPDATE ON scoring.criteria_node FOR EACH ROW EXECUTE FUNCTION scoring.refuse_node_change();
comment on table scoring.criteria_node is 'Các dòng của bộ tiêu chí đã ban hành, chép từ nội dung lúc ban hành để các bảng khác trỏ tới';
comment on column scoring.criteria_node.is_item is 'Mục được chấm điểm (không có mục con)';

create table scoring.criteria_set (
  id uuid not null,
  level text not null,
  year integer not null,
  number integer not null,
  title text not null,
  state text default 'draft'::text not null,
  certainty text not null,
  valid_from date not null,
  valid_to date,
  content jsonb not null,
  sha256 text,
  from_set_id uuid,
  superseded_by uuid,
  published_at timestamp with time zone,
  published_by text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  constraint criteria_set_pkey PRIMARY KEY (id),
  constraint criteria_set_number_key UNIQUE (level, year, number),
  constraint criteria_set_from_fk FOREIGN KEY (from_set_id) REFERENCES scoring.criteria_set(id),
  constraint criteria_set_superseded_by_fk FOREIGN KEY (superseded_by) REFERENCES scoring.criteria_set(id),
  constraint criteria_set_certainty_known CHECK ((certainty = ANY (ARRAY['official'::text, 'template'::text]))),
  constraint criteria_set_content_whole CHECK ((jsonb_typeof((content -> 'nodes'::text)) = 'array'::text)),
  constraint criteria_set_ends_after_start CHECK ((valid_to >= valid_from)),
  constraint criteria_set_level_known CHECK ((level = ANY (ARRAY['commune'::text, 'department'::text, 'district'::text]))),
  constraint criteria_set_number_positive CHECK ((number > 0)),
  constraint criteria_set_published CHECK ((((state = 'draft'::text) = (published_at IS NULL)) AND ((state = 'draft'::text) = (sha256 IS NULL)))),
  constraint criteria_set_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint criteria_set_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'superseded'::text]))),
  constraint criteria_set_superseded CHECK (((state = 'superseded'::text) = (superseded_by IS NOT NULL))),
  constraint criteria_set_title_length CHECK (((length(title) >= 1) AND (length(title) <= 500))),
  constraint criteria_set_year_plausible CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE UNIQUE INDEX criteria_set_one_draft ON scoring.criteria_set USING btree (level, year) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX criteria_set_one_published ON scoring.criteria_set USING btree (level, year) WHERE (state = 'published'::text);
CREATE TRIGGER criteria_set_fixed BEFORE DELETE OR UPDATE ON scoring.criteria_set FOR EACH ROW EXECUTE FUNCTION scoring.refuse_published_change();
comment on table scoring.criteria_set is 'Bộ tiêu chí chấm điểm cải cách hành chính của một cấp, một năm, theo phiên bản; đã ban hành thì không sửa, chỉ thay bằng phiên bản mới';
comment on column scoring.criteria_set.certainty is 'official: bảng của quyết định; template: mẫu, không phải bảng chính thức';
comment on column scoring.criteria_set.content is 'Toàn bộ nội dung: quy ước tính, bảng tiêu chí, xếp loại (docs/domain/scoring-rules.md)';
comment on column scoring.criteria_set.sha256 is 'Giá trị băm của nội dung lúc ban hành, để ai cũng kiểm tra được';

create table scoring.evidence (
  id uuid not null,
  round_unit_id uuid not null,
  item_code text not null,
  file_id uuid,
  document_id uuid,
  sha256 text,
  name text not null,
  place text,
  dated_on date,
  expires_on date,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_document_fk FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint evidence_unit_fk FOREIGN KEY (round_unit_id) REFERENCES scoring.round_unit(id),
  constraint evidence_file_hashed CHECK (((file_id IS NULL) OR (sha256 IS NOT NULL))),
  constraint evidence_name_length CHECK (((length(name) >= 1) AND (length(name) <= 500))),
  constraint evidence_one_source CHECK (((file_id IS NULL) <> (document_id IS NULL))),
  constraint evidence_place_length CHECK (((length(place) >= 1) AND (length(place) <= 300))),
  constraint evidence_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX evidence_content ON scoring.evidence USING btree (sha256) WHERE (sha256 IS NOT NULL);
CREATE INDEX evidence_unit ON scoring.evidence USING btree (round_unit_id, item_code);
CREATE TRIGGER evidence_append_only BEFORE DELETE OR UPDATE ON scoring.evidence FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.evidence is 'Tài liệu kiểm chứng của một mục: tệp (giá trị băm) hoặc văn bản trong sổ; chỉ thêm, rút lại thì ghi ở evidence_withdrawal';
comment on column scoring.evidence.place is 'Phần, trang của tài liệu chứng minh cho mục';

create table scoring.evidence_withdrawal (
  evidence_id uuid not null,
  reason text not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint evidence_withdrawal_pkey PRIMARY KEY (evidence_id),
  constraint evidence_withdrawal_evidence_fk FOREIGN KEY (evidence_id) REFERENCES scoring.evidence(id),
  constraint evidence_withdrawal_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
CREATE TRIGGER evidence_withdrawal_append_only BEFORE DELETE OR UPDATE ON scoring.evidence_withdrawal FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.evidence_withdrawal is 'Tài liệu kiểm chứng đã rút lại, kèm lý do';

create table scoring.index_row (
  source_id uuid not null,
  "position" integer not null,
  place text not null,
  unit_key text not null,
  group_code text not null,
  metric_code text not null,
  counts jsonb not null,
  metric_scores jsonb,
  official_ratio numeric(12,4),
  official_score numeric(12,4),
  official_maximum numeric(12,4),
  data_quality text,
  computed_ratio numeric(12,4),
  computed_score numeric(12,4),
  rules_number integer not null,
  constraint index_row_pkey PRIMARY KEY (source_id, "position"),
  constraint index_row_source_fk FOREIGN KEY (source_id) REFERENCES scoring.index_source(id),
  constraint index_row_unit_fk FOREIGN KEY (unit_key) REFERENCES scoring.portal_unit(key),
  constraint index_row_group_known CHECK ((group_code = ANY (ARRAY['transparency'::text, 'progress'::text, 'online'::text, 'digitisation'::text, 'satisfaction'::text, 'payment'::text, 'overall'::text]))),
  constraint index_row_metric_length CHECK (((length(metric_code) >= 1) AND (length(metric_code) <= 100)))
);
CREATE INDEX index_row_unit ON scoring.index_row USING btree (unit_key, group_code);
CREATE TRIGGER index_row_append_only BEFORE DELETE OR UPDATE ON scoring.index_row FOR EACH ROW EXECUTE FUNCTION scoring.refuse_index_change();
comment on table scoring.index_row is 'Từng dòng số liệu Cổng công bố, điểm công bố bên cạnh điểm tính lại; trống là không công bố, khác với 0';
comment on column scoring.index_row.place is 'Chỗ của dòng trong nguồn, ví dụ data.evaluation[3].metrics[2]';
comment on column scoring.index_row.rules_number is 'Phiên bản quy tắc đã dùng để tính lại';

create table scoring.index_source (
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  portal_run_id uuid,
  portal_position integer,
  period_type text not null,
  period_from date not null,
  period_to date not null,
  procedure text,
  as_of date not null,
  note text,
  rows integer not null,
  created_at timestamp with time zone default clock_timestamp() not null,
  created_by text not null,
  created_by_name text not null,
  constraint index_source_pkey PRIMARY KEY (id),
  constraint index_source_once UNIQUE NULLS NOT DISTINCT (unit_id, sha256, period_type, period_from, procedure, as_of),
  constraint index_source_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint index_source_kind_known CHECK ((kind = ANY (ARRAY['portal_run'::text, 'file'::text, 'kept_table'::text]))),
  constraint index_source_name_length CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint index_source_period_ordered CHECK ((period_from <= period_to)),
  constraint index_source_period_type_known CHECK ((period_type = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text]))),
  constraint index_source_procedure_length CHECK (((length(procedure) >= 1) AND (length(procedure) <= 100))),
  constraint index_source_run_whole CHECK ((((kind = 'portal_run'::text) = (portal_run_id IS NOT NULL)) AND ((portal_run_id IS NULL) = (portal_position IS NULL)))),
  constraint index_source_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE TRIGGER index_source_append_only BEFORE DELETE OR UPDATE ON scoring.index_source FOR EACH ROW EXECUTE FUNCTION scoring.refuse_index_change();
comment on table scoring.index_source is 'Nguồn của số liệu bộ chỉ số 766: phản hồi đã lưu của Cổng, tệp tải lên, hoặc bảng công khai; giữ nguyên, chỉ thêm';
comment on column scoring.index_source.procedure is 'Thủ tục mà số liệu được lọc theo, định danh của Cổng; trống là mọi thủ tục';
comment on column scoring.index_source.as_of is 'Ngày của số liệu: ngày nhận phản hồi hoặc ngày mà nguồn ghi';

create table scoring.objection (
  id uuid not null,
  round_unit_id uuid not null,
  item_code text not null,
  text text not null,
  due_on date,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint objection_pkey PRIMARY KEY (id),
  constraint objection_unit_fk FOREIGN KEY (round_unit_id) REFERENCES scoring.round_unit(id),
  constraint objection_text_length CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX objection_unit ON scoring.objection USING btree (round_unit_id);
CREATE TRIGGER objection_append_only BEFORE DELETE OR UPDATE ON scoring.objection FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.objection is 'Giải trình, kiến nghị của đơn vị về điểm thẩm định một mục; chỉ thêm';
comment on column scoring.objection.due_on is 'Hạn giải trình áp dụng cho đơn vị lúc gửi';

create table scoring.objection_answer (
  objection_id uuid not null,
  accepted boolean not null,
  text text not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint objection_answer_pkey PRIMARY KEY (objection_id),
  constraint objection_answer_objection_fk FOREIGN KEY (objection_id) REFERENCES scoring.objection(id),
  constraint objection_answer_text_length CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE TRIGGER objection_answer_append_only BEFORE DELETE OR UPDATE ON scoring.objection_answer FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.objection_answer is 'Trả lời giải trình của cơ quan thẩm định; chỉ một lần, chỉ thêm';

create table scoring.portal_unit (
  key text not null,
  code text,
  name text not null,
  level text,
  is_province boolean not null,
  province_key text not null,
  unit_id uuid,
  updated_at timestamp with time zone default now() not null,
  constraint portal_unit_pkey PRIMARY KEY (key),
  constraint portal_unit_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint portal_unit_code_length CHECK (((length(code) >= 1) AND (length(code) <= 60))),
  constraint portal_unit_key_length CHECK (((length(key) >= 1) AND (length(key) <= 100))),
  constraint portal_unit_name_length CHECK (((length(name) >= 1) AND (length(name) <= 500)))
);
CREATE INDEX portal_unit_province ON scoring.portal_unit USING btree (province_key);
CREATE INDEX portal_unit_unit ON scoring.portal_unit USING btree (unit_id) WHERE (unit_id IS NOT NULL);
comment on table scoring.portal_unit is 'Đơn vị theo cách gọi của Cổng Dịch vụ công quốc gia, và đơn vị tương ứng trong hệ thống nếu đã nhận ra';
comment on column scoring.portal_unit.key is 'Định danh của Cổng; code:H18 khi nguồn chỉ có mã';
comment on column scoring.portal_unit.province_key is 'Tỉnh mà đơn vị thuộc về; chính nó nếu là tỉnh';

create table scoring.publication (
  id uuid not null,
  round_id uuid not null,
  number integer not null,
  content text not null,
  sha256 text not null,
  decision_document_id uuid not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_number_key UNIQUE (round_id, number),
  constraint publication_decision_fk FOREIGN KEY (decision_document_id) REFERENCES documents.document(id),
  constraint publication_round_fk FOREIGN KEY (round_id) REFERENCES scoring.round(id),
  constraint publication_number_positive CHECK ((number > 0)),
  constraint publication_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE TRIGGER publication_append_only BEFORE DELETE OR UPDATE ON scoring.publication FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.publication is 'Kết quả đã công bố, đóng băng từng byte; công bố lại là một phiên bản mới';
comment on column scoring.publication.content is 'Bộ tiêu chí, số liệu, điểm và thứ hạng của mọi đơn vị, dạng JSON';

create table scoring.round (
  id uuid not null,
  year integer not null,
  title text not null,
  organising_unit_id uuid not null,
  as_of date not null,
  phase text default 'preparing'::text not null,
  phase_since date not null,
  decision_document_id uuid,
  mark text,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  created_by text not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  constraint round_pkey PRIMARY KEY (id),
  constraint round_decision_fk FOREIGN KEY (decision_document_id) REFERENCES documents.document(id),
  constraint round_organising_unit_fk FOREIGN KEY (organising_unit_id) REFERENCES units.unit(id),
  constraint round_phase_known CHECK ((phase = ANY (ARRAY['preparing'::text, 'self_scoring'::text, 'appraisal'::text, 'explanation'::text, 'second_appraisal'::text, 'council'::text, 'published'::text]))),
  constraint round_title_length CHECK (((length(title) >= 1) AND (length(title) <= 500))),
  constraint round_year_plausible CHECK (((year >= 2000) AND (year <= 2100)))
);
CREATE UNIQUE INDEX round_mark ON scoring.round USING btree (mark) WHERE (mark IS NOT NULL);
comment on table scoring.round is 'Đợt chấm điểm cải cách hành chính của một năm: giai đoạn, đơn vị tổ chức, ngày chốt danh sách đơn vị';
comment on column scoring.round.as_of is 'Ngày chốt danh sách đơn vị được chấm';
comment on column scoring.round.mark is 'Dấu của dữ liệu minh họa';

create table scoring.round_event (
  id uuid not null,
  round_id uuid not null,
  round_unit_id uuid,
  from_state text,
  to_state text not null,
  reason text,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint round_event_pkey PRIMARY KEY (id),
  constraint round_event_round_fk FOREIGN KEY (round_id) REFERENCES scoring.round(id),
  constraint round_event_unit_fk FOREIGN KEY (round_unit_id) REFERENCES scoring.round_unit(id)
);
CREATE INDEX round_event_round ON scoring.round_event USING btree (round_id, at);
CREATE TRIGGER round_event_append_only BEFORE DELETE OR UPDATE ON scoring.round_event FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.round_event is 'Lịch sử chuyển giai đoạn của đợt và trạng thái của từng đơn vị; chỉ thêm';

create table scoring.round_extension (
  id uuid not null,
  round_unit_id uuid not null,
  phase text not null,
  closes_on date not null,
  reason text not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint round_extension_pkey PRIMARY KEY (id),
  constraint round_extension_unit_fk FOREIGN KEY (round_unit_id) REFERENCES scoring.round_unit(id),
  constraint round_extension_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
CREATE INDEX round_extension_unit ON scoring.round_extension USING btree (round_unit_id);
CREATE TRIGGER round_extension_append_only BEFORE DELETE OR UPDATE ON scoring.round_extension FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.round_extension is 'Gia hạn cho từng đơn vị ở một giai đoạn, kèm lý do; chỉ thêm';

create table scoring.round_group (
  round_id uuid not null,
  code text not null,
  name text not null,
  set_id uuid not null,
  "position" integer not null,
  constraint round_group_pkey PRIMARY KEY (round_id, code),
  constraint round_group_round_fk FOREIGN KEY (round_id) REFERENCES scoring.round(id),
  constraint round_group_set_fk FOREIGN KEY (set_id) REFERENCES scoring.criteria_set(id),
  constraint round_group_code_length CHECK (((length(code) >= 1) AND (length(code) <= 30))),
  constraint round_group_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);
CREATE TRIGGER round_group_append_only BEFORE DELETE OR UPDATE ON scoring.round_group FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.round_group is 'Nhóm đơn vị so sánh với nhau và phiên bản bộ tiêu chí của nhóm; giữ nguyên suốt đợt';

create table scoring.round_phase (
  round_id uuid not null,
  phase text not null,
  opens_on date,
  closes_on date,
  working_days integer,
  constraint round_phase_pkey PRIMARY KEY (round_id, phase),
  constraint round_phase_round_fk FOREIGN KEY (round_id) REFERENCES scoring.round(id),
  constraint round_phase_ends_after_start CHECK ((closes_on >= opens_on)),
  constraint round_phase_working_days_plausible CHECK (((working_days >= 1) AND (working_days <= 250)))
);
comment on table scoring.round_phase is 'Thời hạn từng giai đoạn: theo ngày, hoặc số ngày làm việc kể từ ngày chuyển giai đoạn';

create table scoring.round_unit (
  id uuid not null,
  round_id uuid not null,
  group_code text not null,
  unit_id uuid not null,
  state text default 'scoring'::text not null,
  approved_at timestamp with time zone,
  approved_by text,
  version integer default 1 not null,
  updated_at timestamp with time zone default now() not null,
  updated_by text not null,
  constraint round_unit_pkey PRIMARY KEY (id),
  constraint round_unit_once UNIQUE (round_id, unit_id),
  constraint round_unit_group_fk FOREIGN KEY (round_id, group_code) REFERENCES scoring.round_group(round_id, code),
  constraint round_unit_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint round_unit_approved CHECK (((state = 'approved'::text) = (approved_at IS NOT NULL))),
  constraint round_unit_state_known CHECK ((state = ANY (ARRAY['scoring'::text, 'handed_in'::text, 'approved'::text])))
);
CREATE INDEX round_unit_unit ON scoring.round_unit USING btree (unit_id);
comment on table scoring.round_unit is 'Đơn vị được chấm trong đợt: đang tự chấm, đã trình lãnh đạo, lãnh đạo đã duyệt và khóa';

create table scoring.score (
  round_unit_id uuid not null,
  item_code text not null,
  stage text not null,
  sequence integer not null,
  input jsonb not null,
  outcome text not null,
  points numeric not null,
  note text,
  source text,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  in_sight_of integer,
  origin jsonb,
  constraint score_pkey PRIMARY KEY (round_unit_id, item_code, stage, sequence),
  constraint score_unit_fk FOREIGN KEY (round_unit_id) REFERENCES scoring.round_unit(id),
  constraint score_in_sight_of_not_negative CHECK ((in_sight_of >= 0)),
  constraint score_note_length CHECK (((length(note) >= 1) AND (length(note) <= 4000))),
  constraint score_outcome_known CHECK ((outcome = ANY (ARRAY['scored'::text, 'not_applicable'::text]))),
  constraint score_sequence_positive CHECK ((sequence > 0)),
  constraint score_source_length CHECK (((length(source) >= 1) AND (length(source) <= 300))),
  constraint score_stage_known CHECK ((stage = ANY (ARRAY['self'::text, 'system'::text, 'survey'::text, 'appraised_1'::text, 'appraised_2'::text, 'council'::text])))
);
CREATE TRIGGER score_append_only BEFORE DELETE OR UPDATE ON scoring.score FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.score is 'Mỗi lần cho điểm một mục ở một bước: số liệu, điểm phần mềm tính, lời giải trình hoặc lý do, ai, lúc nào; chỉ thêm, lần sau không xóa lần trước';
comment on column scoring.score.input is 'Số liệu kê khai hoặc lựa chọn (docs/domain/scoring-rules.md, mục 10)';
comment on column scoring.score.note is 'Tự chấm: giải trình; thẩm định: lý do khác điểm tự chấm';
comment on column scoring.score.in_sight_of is 'Số lần cho điểm ở các bước trước mà người chấm đã thấy; bước trước chấm lại sau đó thì điểm này hết hiệu lực và phải chấm lại';
comment on column scoring.score.origin is 'Nguồn của số liệu khi không do người nhập: lần nạp điều tra, số liệu hoặc chỉ số phục vụ đã lấy; mở được từ phiếu';

create table scoring.survey_count (
  import_id uuid not null,
  round_unit_id uuid not null,
  item_code text not null,
  respondent_group text not null,
  answer text not null,
  count integer not null,
  constraint survey_count_pkey PRIMARY KEY (import_id, round_unit_id, item_code, respondent_group, answer),
  constraint survey_count_import_fk FOREIGN KEY (import_id) REFERENCES scoring.survey_import(id),
  constraint survey_count_unit_fk FOREIGN KEY (round_unit_id) REFERENCES scoring.round_unit(id),
  constraint survey_count_answer_length CHECK (((length(answer) >= 1) AND (length(answer) <= 10))),
  constraint survey_count_group_length CHECK (((length(respondent_group) >= 1) AND (length(respondent_group) <= 30))),
  constraint survey_count_not_negative CHECK ((count >= 0))
);
CREATE TRIGGER survey_count_append_only BEFORE DELETE OR UPDATE ON scoring.survey_count FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.survey_count is 'Số lượt trả lời theo đơn vị, mục, nhóm người trả lời và phương án';

create table scoring.survey_group (
  round_id uuid not null,
  code text not null,
  name text not null,
  population integer not null,
  error_permille integer default 50 not null,
  constraint survey_group_pkey PRIMARY KEY (round_id, code),
  constraint survey_group_round_fk FOREIGN KEY (round_id) REFERENCES scoring.round(id),
  constraint survey_group_code_length CHECK (((length(code) >= 1) AND (length(code) <= 30))),
  constraint survey_group_error_plausible CHECK (((error_permille >= 1) AND (error_permille <= 500))),
  constraint survey_group_name_length CHECK (((length(name) >= 1) AND (length(name) <= 300))),
  constraint survey_group_population_positive CHECK ((population > 0))
);
comment on table scoring.survey_group is 'Nhóm người được hỏi: tổng thể N và sai số e để tính cỡ mẫu n = N/(1 + N·e²)';

create table scoring.survey_import (
  id uuid not null,
  round_id uuid not null,
  number integer not null,
  file_name text not null,
  sha256 text not null,
  rows integer not null,
  answers integer not null,
  at timestamp with time zone default clock_timestamp() not null,
  actor_id text not null,
  actor_name text not null,
  constraint survey_import_pkey PRIMARY KEY (id),
  constraint survey_import_file_key UNIQUE (round_id, sha256),
  constraint survey_import_number_key UNIQUE (round_id, number),
  constraint survey_import_round_fk FOREIGN KEY (round_id) REFERENCES scoring.round(id),
  constraint survey_import_file_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 300))),
  constraint survey_import_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE TRIGGER survey_import_append_only BEFORE DELETE OR UPDATE ON scoring.survey_import FOR EACH ROW EXECUTE FUNCTION scoring.refuse_cycle_change();
comment on table scoring.survey_import is 'Lần nạp kết quả điều tra xã hội học; chỉ giữ số đếm, không giữ dữ liệu cá nhân';

create table units.correction (
  unit_id uuid not null,
  version integer not null,
  reason text not null,
  changes jsonb not null,
  corrected_at timestamp with time zone default now() not null,
  corrected_by text not null,
  constraint correction_pkey PRIMARY KEY (unit_id, version),
  constraint correction_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint correction_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
comment on table units.correction is 'Lần sửa lỗi nhập liệu của đơn vị: mục nào, từ nội dung gì sang nội dung gì, vì sao, ai sửa; không phải thay đổi pháp lý';

create table units.lineage (
  ancestor_id uuid not null,
  descendant_id uuid not null,
  constraint lineage_pkey PRIMARY KEY (ancestor_id, descendant_id),
  constraint lineage_ancestor_fk FOREIGN KEY (ancestor_id) REFERENCES units.unit(id),
  constraint lineage_descendant_fk FOREIGN KEY (descendant_id) REFERENCES units.unit(id)
);
CREATE INDEX lineage_descendant ON units.lineage USING btree (descendant_id);
comment on table units.lineage is 'Cấp trên và cấp dưới (kể cả chính nó) ở bất cứ ngày nào; suy ra từ units.membership, dùng để giới hạn phạm vi quyền';

create table units.lineage_by_unit (
  ancestor_id uuid not null,
  descendant_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  constraint lineage_by_unit_pkey PRIMARY KEY (descendant_id, ancestor_id, valid_from)
);
CREATE INDEX lineage_by_unit_ancestor ON units.lineage_by_unit USING btree (ancestor_id);
comment on table units.lineage_by_unit is 'Bản sao của units.lineage_span, do trigger giữ cho giống hệt; nằm cạnh hồ sơ của đơn vị khi dữ liệu chia ra nhiều máy';

create table units.lineage_span (
  ancestor_id uuid not null,
  descendant_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  constraint lineage_span_pkey PRIMARY KEY (descendant_id, ancestor_id, valid_from)
);
CREATE INDEX lineage_span_ancestor ON units.lineage_span USING btree (ancestor_id);
CREATE TRIGGER lineage_span_copied AFTER INSERT OR DELETE OR UPDATE ON units.lineage_span FOR EACH STATEMENT EXECUTE FUNCTION units.copy_lineage();
comment on table units.lineage_span is 'Cấp trên và cấp dưới (kể cả chính nó) theo thời gian; trước ngày bắt đầu và sau ngày kết thúc của cấp dưới thì theo lần thuộc đầu tiên và cuối cùng';

create table units.map (
  id uuid not null,
  as_of date not null,
  file_name text not null,
  sha256 text not null,
  size_bytes bigint not null,
  uploaded_at timestamp with time zone default now() not null,
  uploaded_by text not null,
  constraint map_pkey PRIMARY KEY (id),
  constraint map_file_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255))),
  constraint map_sha256_written CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table units.map is 'Bản đồ ranh giới (GeoJSON) do quản trị nạp; bản mới không xóa bản cũ';

create table units.map_feature (
  map_id uuid not null,
  unit_id uuid not null,
  geometry jsonb not null,
  constraint map_feature_pkey PRIMARY KEY (map_id, unit_id),
  constraint map_feature_map_fk FOREIGN KEY (map_id) REFERENCES units.map(id),
  constraint map_feature_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX map_feature_unit ON units.map_feature USING btree (unit_id);
comment on table units.map_feature is 'Hình của từng đơn vị trong một bản đồ';

create table units.membership (
  unit_id uuid not null,
  parent_id uuid not null,
  valid_from date not null,
  valid_to date,
  constraint membership_pkey PRIMARY KEY (unit_id, valid_from),
  constraint membership_one_parent EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint membership_parent_fk FOREIGN KEY (parent_id) REFERENCES units.unit(id),
  constraint membership_unit_fk FOREIGN KEY (unit_id) REFERENCES units.unit(id),
  constraint membership_ends_after_start CHECK ((valid_to >= valid_from)),
  constraint membership_not_own_parent CHECK ((unit_id <> parent_id))
);
CREATE INDEX membership_parent ON units.membership USING btree (parent_id);
CREATE CONSTRAINT TRIGGER membership_within_validity AFTER INSERT OR UPDATE ON units.membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION units.check_membership();
comment on table units.membership is 'Đơn vị thuộc đơn vị cấp trên nào, từ ngày nào đến ngày nào; mỗi ngày nhiều nhất một cấp trên';

create table units.succession (
  id uuid not null,
  old_unit_id uuid not null,
  new_unit_id uuid,
  on_day date not null,
  kind text not null,
  divided boolean default false not null,
  decision text,
  created_at timestamp with time zone default now() not null,
  constraint succession_pkey PRIMARY KEY (id),
  constraint succession_once UNIQUE NULLS NOT DISTINCT (old_unit_id, new_unit_id),
  constraint succession_new_fk FOREIGN KEY (new_unit_id) REFERENCES units.unit(id),
  constraint succession_old_fk FOREIGN KEY (old_unit_id) REFERENCES units.unit(id),
  constraint succession_decision_length CHECK (((length(decision) >= 1) AND (length(decision) <= 300))),
  constraint succession_dissolve_has_no_heir CHECK (((kind = 'dissolve'::text) = (new_unit_id IS NULL))),
  constraint succession_kind_known CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text, 'dissolve'::text])))
);
CREATE INDEX succession_new ON units.succession USING btree (new_unit_id);
comment on table units.succession is 'Đơn vị cũ được đơn vị mới kế thừa: sáp nhập, chia tách, đổi tên, giải thể';

create table units.unit (
  id uuid not null,
  code text not null,
  level text not null,
  name text not null,
  authority_name text not null,
  document_symbol text not null,
  agency_code text,
  valid_from date not null,
  valid_to date,
  start_known boolean default true not null,
  mark text,
  note text,
  search text generated always as (platform.fold(((((name || ' '::text) || authority_name) || ' '::text) || code))) stored,
  version integer default 1 not null,
  created_at timestamp with time zone default now() not null,
  updated_by text,
  decision text,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_code_in_force EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&),
  constraint unit_agency_code_written CHECK (((agency_code ~ '^[A-Z][0-9]{2}(\.[0-9A-Z]+)*$'::text) AND (length(agency_code) <= 35))),
  constraint unit_authority_name_length CHECK (((length(authority_name) >= 2) AND (length(authority_name) <= 200))),
  constraint unit_code_written CHECK ((code ~ '^[0-9A-Z][0-9A-Z./-]{0,39}$'::text)),
  constraint unit_decision_length CHECK (((length(decision) >= 1) AND (length(decision) <= 300))),
  constraint unit_document_symbol_length CHECK (((length(document_symbol) >= 1) AND (length(document_symbol) <= 30))),
  constraint unit_ends_after_start CHECK ((valid_to >= valid_from)),
  constraint unit_level_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text, 'department'::text]))),
  constraint unit_mark_known CHECK ((mark = ANY (ARRAY['background'::text, 'illustrative'::text]))),
  constraint unit_name_length CHECK (((length(name) >= 2) AND (length(name) <= 200))),
  constraint unit_note_length CHECK ((length(note) <= 1000))
);
CREATE INDEX unit_code ON units.unit USING btree (code);
CREATE INDEX unit_search ON units.unit USING gin (search gin_trgm_ops);
CREATE CONSTRAINT TRIGGER unit_covers_memberships AFTER UPDATE OF valid_from, valid_to ON units.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION units.check_membership();
comment on table units.unit is 'Đơn vị theo thời gian: bắt đầu, kết thúc, được đơn vị khác kế thừa; không sửa ngược quá khứ';
comment on column units.unit.authority_name is 'Tên cơ quan như in trên văn bản, ví dụ "UBND huyện Điện Biên"';
comment on column units.unit.start_known is 'false: ngày bắt đầu thật chưa tra cứu, valid_from chỉ là mốc dữ liệu';
comment on column units.unit.mark is 'background: thông tin nền, cần địa phương xác nhận; illustrative: dữ liệu minh họa';
comment on column units.unit.decision is 'Văn bản lập đơn vị; đơn vị hình thành do sáp nhập, chia tách, đổi tên có văn bản ở units.succession';

comment on function audit.chain_draft() is 'Nối một dòng vào chuỗi: SHA-256 của đúng văn bản JSON mà docs/operations/audit.md mô tả';

comment on function dossiers.enter(pg_catalog.uuid,pg_catalog.date,pg_catalog.text,pg_catalog.jsonb,pg_catalog.jsonb,pg_catalog.jsonb,pg_catalog.jsonb,pg_catalog.jsonb) is 'Cấp số thứ tự và ghi trọn một hồ sơ mới trong một lần gọi, để số của đơn vị không bị giữ trong lúc chương trình chờ';

comment on function platform.fold(pg_catalog.text) is 'Chữ không dấu, chữ thường, để tìm kiếm: "dien bien" thấy "Điện Biên"';

comment on function units.copy_lineage() is 'Chép lại units.lineage_span sau mỗi lần thay đổi; cây đơn vị hiếm khi đổi';
