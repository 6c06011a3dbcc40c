-- compatible: yes
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

create function platform.fold(value text) returns text
  language sql immutable strict parallel safe
  return lower(translate(regexp_replace(normalize(value, nfd), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'));
comment on function platform.fold is 'Chữ không dấu, chữ thường, để tìm kiếm: "dien bien" thấy "Điện Biên"';

create schema audit;

create table audit.entry (
  sequence bigint primary key,
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  unit_id uuid,
  data text not null,
  previous_hash text not null,
  hash text not null unique
);
comment on table audit.entry is 'Nhật ký: mỗi thay đổi một dòng, nối chuỗi băm SHA-256; chỉ thêm, không sửa, không xóa';
create index entry_subject on audit.entry (subject_type, subject_id, sequence);

create table audit.head (
  single boolean primary key default true check (single),
  sequence bigint not null,
  hash text not null
);
comment on table audit.head is 'Đầu chuỗi nhật ký: số thứ tự và mã băm của dòng cuối';
insert into audit.head (sequence, hash) values (0, repeat('0', 64));

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit.entry is append-only';
end $$;
create trigger entry_append_only before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger entry_no_truncate before truncate on audit.entry
  for each statement execute function audit.refuse_change();

create table platform.outbox (
  id bigint generated always as identity primary key,
  name text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  delivered_at timestamptz
);
comment on table platform.outbox is 'Sự kiện chờ chuyển cho các phần khác, ghi cùng giao dịch với thay đổi';
create index outbox_waiting on platform.outbox (id) where delivered_at is null;

create table platform.file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  name text not null check (length(name) between 1 and 255),
  media_type text not null,
  unit_id uuid not null,
  created_at timestamptz not null default now(),
  created_by text not null
);
comment on table platform.file is 'Tệp đính kèm và tài liệu kiểm chứng; nội dung nằm trong kho tệp theo mã SHA-256';
create index file_sha256 on platform.file (sha256);

create table platform.setting (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);
comment on table platform.setting is 'Thiết lập của hệ thống, kể cả mốc nạp dữ liệu ban đầu';
