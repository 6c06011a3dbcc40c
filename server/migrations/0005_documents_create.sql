-- compatible: yes
create schema documents;

create table documents.type (
  code text primary key constraint type_code_written check (code ~ '^[a-z][a-z_]{1,39}$'),
  name text not null constraint type_name_key unique,
  abbreviation text constraint type_abbreviation_key unique,
  position smallint not null constraint type_position_key unique,
  legal_basis text not null,
  valid_from date not null,
  valid_to date,
  constraint type_dates check (valid_to is null or valid_to >= valid_from)
);
comment on table documents.type is 'Loại văn bản hành chính và chữ viết tắt (Nghị định 30/2020/NĐ-CP, Điều 7 và Phụ lục III)';

create table documents.register (
  id uuid primary key,
  unit_id uuid not null constraint register_unit_fk references units.unit (id),
  direction text not null constraint register_direction check (direction in ('outgoing', 'incoming')),
  year int not null constraint register_year check (year between 1945 and 2200),
  type_code text constraint register_type_fk references documents.type (code),
  name text not null constraint register_name_length check (length(name) between 1 and 200),
  first_number int not null default 1 constraint register_first_number check (first_number >= 1),
  next_number int not null default 1,
  last_dated_on date,
  created_at timestamptz not null default now(),
  created_by text not null,
  constraint register_next_number check (next_number >= first_number),
  constraint register_scope_key unique nulls not distinct (unit_id, direction, year, type_code),
  constraint register_incoming_is_one check (direction = 'outgoing' or type_code is null)
);
comment on table documents.register is 'Sổ đăng ký văn bản đi, đến của một đơn vị trong một năm; mỗi sổ một dãy số liên tục';
comment on column documents.register.type_code is 'Loại văn bản có dãy số riêng; để trống là một dãy số chung cho mọi loại còn lại';
comment on column documents.register.next_number is 'Số sẽ cấp tiếp theo; chỉ tăng trong giao dịch cấp số, sau khi khóa dòng này';

create table documents.document (
  id uuid primary key,
  unit_id uuid not null constraint document_unit_fk references units.unit (id),
  direction text not null constraint document_direction check (direction in ('outgoing', 'incoming')),
  origin text not null constraint document_origin check (origin in ('numbered', 'recorded', 'received')),
  state text not null constraint document_state check (state in ('draft', 'issued', 'recalled')),
  register_id uuid constraint document_register_fk references documents.register (id),
  register_number int,
  number int constraint document_number check (number >= 1),
  symbol text constraint document_symbol_length check (length(symbol) between 1 and 60),
  code text constraint document_code_length check (length(code) between 1 and 80),
  type_code text constraint document_type_fk references documents.type (code),
  issued_on date,
  received_on date,
  acknowledged_at timestamptz,
  issuer_unit_id uuid constraint document_issuer_unit_fk references units.unit (id),
  issuer_name text not null constraint document_issuer_name_length check (length(issuer_name) between 1 and 300),
  subject text not null constraint document_subject_length check (length(subject) between 1 and 2000),
  signer_position text constraint document_signer_position_length check (length(signer_position) between 1 and 200),
  urgency text constraint document_urgency check (urgency in ('urgent', 'very_urgent', 'express')),
  recipients text constraint document_recipients_length check (length(recipients) <= 2000),
  archive_holder text constraint document_archive_holder_length check (length(archive_holder) <= 200),
  copies int constraint document_copies check (copies between 0 and 100000),
  handed_over_on date,
  note text constraint document_note_length check (length(note) <= 1000),
  date_reason text constraint document_date_reason_length check (length(date_reason) between 1 and 500),
  replaces_id uuid constraint document_replaces_fk references documents.document (id),
  source text not null constraint document_source check (source in ('own', 'real_case', 'illustrative')),
  source_note text constraint document_source_note_length check (length(source_note) <= 300),
  paragraph int constraint document_paragraph check (paragraph > 0),
  recalled_at timestamptz,
  recall_reason text constraint document_recall_reason_length check (length(recall_reason) between 1 and 1000),
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by text not null,
  updated_at timestamptz not null default now(),
  updated_by text not null,
  year int generated always as (extract(year from issued_on)::int) stored,
  issuer_key text generated always as (coalesce(issuer_unit_id::text, platform.fold(issuer_name))) stored,
  search text generated always as (platform.fold(coalesce(code, '') || ' ' || subject || ' ' || issuer_name)) stored,
  constraint document_register_number_key unique (register_id, register_number),
  constraint document_numbered_whole check (origin <> 'numbered' or state = 'draft' or (state = 'recalled' and code is null)
    or (register_id is not null and register_number = number and code is not null and issued_on is not null and type_code is not null)),
  constraint document_draft_unnumbered check (state <> 'draft' or (origin = 'numbered' and number is null and code is null and register_id is null)),
  constraint document_recorded_whole check (origin <> 'recorded' or (direction = 'outgoing' and number is not null and code is not null and issued_on is not null and register_id is null)),
  constraint document_received_whole check ((origin = 'received') = (direction = 'incoming')
    and (origin <> 'received' or (register_id is not null and register_number is not null and received_on is not null and acknowledged_at is not null))),
  constraint document_received_after_issue check (received_on >= issued_on),
  constraint document_recall_whole check ((state = 'recalled') = (recalled_at is not null) and (state = 'recalled') = (recall_reason is not null)),
  constraint document_not_own_successor check (replaces_id <> id)
);
comment on table documents.document is 'Văn bản đi, văn bản đến và văn bản đã có từ trước được ghi nhận; không xóa, chỉ thu hồi kèm lý do';
comment on column documents.document.origin is 'numbered: do hệ thống cấp số; recorded: văn bản có thật, ghi nhận số đã có; received: văn bản đến đã đăng ký';
comment on column documents.document.register_number is 'Số trong sổ: với văn bản đi là số văn bản, với văn bản đến là số đến';
comment on column documents.document.source is 'own: của hệ thống; real_case: theo tài liệu có thật; illustrative: minh họa';
comment on column documents.document.paragraph is 'Số đoạn của tài liệu gốc đã nêu văn bản này';
create unique index document_code_key on documents.document (issuer_key, symbol, number, year) where direction = 'outgoing' and number is not null;
create unique index document_received_key on documents.document (unit_id, issuer_key, code, issued_on) where direction = 'incoming' and code is not null and state <> 'recalled';
create index document_list on documents.document (unit_id, issued_on desc, id);
create index document_code on documents.document (code, year);
create index document_replaces on documents.document (replaces_id) where replaces_id is not null;
create index document_search on documents.document using gin (search public.gin_trgm_ops);

create table documents.legal_basis (
  document_id uuid not null constraint legal_basis_document_fk references documents.document (id),
  based_on_id uuid not null constraint legal_basis_based_on_fk references documents.document (id),
  note text constraint legal_basis_note_length check (length(note) between 1 and 500),
  created_at timestamptz not null default now(),
  created_by text not null,
  primary key (document_id, based_on_id),
  constraint legal_basis_not_itself check (document_id <> based_on_id)
);
comment on table documents.legal_basis is 'Căn cứ ban hành: văn bản này dựa trên văn bản nào';
create index legal_basis_based_on on documents.legal_basis (based_on_id);

create table documents.attachment (
  id uuid primary key,
  document_id uuid not null constraint attachment_document_fk references documents.document (id),
  file_id uuid not null constraint attachment_file_fk references platform.file (id),
  kind text not null constraint attachment_kind check (kind in ('main', 'annex', 'scan', 'signed', 'other')),
  created_at timestamptz not null default now(),
  created_by text not null,
  constraint attachment_document_file_key unique (document_id, file_id)
);
comment on table documents.attachment is 'Tệp kèm theo văn bản: bản chính, phụ lục, bản quét, bản ký số';
