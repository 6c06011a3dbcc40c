-- compatible: yes
create table dossiers.online_use (
  day date not null,
  key text not null constraint online_use_key_written check (key = 'all' or key ~ '^[0-9a-f]{64}$'),
  submissions int not null constraint online_use_submissions_positive check (submissions >= 0),
  bytes bigint not null constraint online_use_bytes_positive check (bytes >= 0),
  primary key (day, key)
);
comment on table dossiers.online_use is 'Số hồ sơ và số byte tệp nộp trực tuyến trong ngày, theo địa chỉ mạng (băm) và chung; xóa khi hết ngày';

create index dossier_handler on dossiers.dossier (handler_id) where handler_id is not null and finished_at is null;
create index dossier_generated on dossiers.dossier (unit_id, received_at) where generated;
