-- compatible: yes
create table dossiers.serial (
  unit_id uuid not null,
  day date not null,
  last int not null constraint serial_positive check (last > 0),
  primary key (unit_id, day)
);
comment on table dossiers.serial is 'Số thứ tự hồ sơ đã cấp của từng đơn vị tiếp nhận trong ngày';

create table dossiers.handed_paper (
  code text not null,
  unit_id uuid not null,
  position int not null constraint handed_paper_position_positive check (position > 0),
  paper_code text not null constraint handed_paper_code_length check (length(paper_code) between 1 and 100),
  name text not null constraint handed_paper_name_length check (length(name) between 1 and 1000),
  required boolean not null,
  originals int not null default 0 constraint handed_paper_originals_range check (originals between 0 and 1000),
  copies int not null default 0 constraint handed_paper_copies_range check (copies between 0 and 1000),
  handed boolean not null,
  note text constraint handed_paper_note_length check (length(note) between 1 and 500),
  primary key (code, unit_id, position)
);
comment on table dossiers.handed_paper is 'Thành phần hồ sơ của phiên bản thủ tục khi nhận: giấy tờ nào đã nộp, bản chính hay bản sao, bao nhiêu bản';

create table dossiers.attachment (
  id uuid not null,
  code text not null,
  unit_id uuid not null,
  kind text not null constraint attachment_kind_known check (kind in ('paper', 'result', 'form', 'evidence')),
  name text not null constraint attachment_name_length check (length(name) between 1 and 255),
  file_id uuid not null,
  added_at timestamptz not null default now(),
  added_by text not null,
  primary key (id, unit_id)
);
comment on table dossiers.attachment is 'Tệp của hồ sơ: giấy tờ nộp, kết quả, phiếu đã in, bằng chứng';
create index attachment_dossier on dossiers.attachment (code, unit_id);
