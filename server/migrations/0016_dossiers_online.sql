-- compatible: yes
create table dossiers.lookup_key (
  code text not null,
  unit_id uuid not null,
  salt text not null constraint lookup_key_salt_written check (salt ~ '^[0-9a-f]{32}$'),
  hash text not null constraint lookup_key_hash_written check (hash ~ '^[0-9a-f]{64}$'),
  primary key (code, unit_id)
);
comment on table dossiers.lookup_key is 'Mã tra cứu của hồ sơ nộp trực tuyến, chỉ giữ giá trị băm; người nộp được báo mã một lần';

create table dossiers.lookup_attempt (
  key text primary key constraint lookup_attempt_key_written check (key ~ '^[0-9a-f]{64}$'),
  count int not null constraint lookup_attempt_count_positive check (count >= 0),
  until timestamptz not null
);
comment on table dossiers.lookup_attempt is 'Số lần tra cứu sai của từng mã hồ sơ (băm) trong ngày, để không ai dò được số điện thoại hay mã tra cứu';
create index lookup_attempt_until on dossiers.lookup_attempt (until);

create table platform.mail (
  id uuid primary key,
  once text constraint mail_once_length check (length(once) between 1 and 200),
  recipient text not null constraint mail_recipient_length check (length(recipient) between 3 and 254),
  subject text not null constraint mail_subject_length check (length(subject) between 1 and 300),
  body text not null constraint mail_body_length check (length(body) between 1 and 20000),
  state text not null default 'waiting' constraint mail_state_known check (state in ('waiting', 'sending', 'sent', 'refused', 'unknown', 'expired')),
  attempts int not null default 0 constraint mail_attempts_positive check (attempts >= 0),
  next_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  last_error text constraint mail_last_error_length check (length(last_error) <= 1000),
  constraint mail_once_key unique (once),
  constraint mail_sent_has_moment check ((state = 'sent') = (sent_at is not null))
);
comment on table platform.mail is 'Thư chờ gửi và đã gửi; ghi cùng giao dịch với việc sinh ra thư';
comment on column platform.mail.state is 'waiting chờ gửi, sending đang gửi, sent đã gửi, refused máy chủ thư từ chối hẳn, unknown chương trình dừng giữa lúc gửi nên không gửi lại, expired để quá lâu không gửi';
create index mail_waiting on platform.mail (next_at) where state = 'waiting';
create index mail_sending on platform.mail (next_at) where state = 'sending';
