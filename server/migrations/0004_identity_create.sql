-- compatible: yes
create schema identity;

create table identity.account (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null constraint account_email_key unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  two_factor_enabled boolean default false,
  must_change_password boolean not null default false,
  disabled_at timestamptz,
  version int not null default 1,
  search text generated always as (platform.fold(name || ' ' || email)) stored
);
comment on table identity.account is 'Tài khoản của người dùng; không bao giờ xóa, chỉ ngừng sử dụng';

create table identity.session (
  id uuid primary key,
  token text not null constraint session_token_key unique,
  account_id uuid not null references identity.account (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table identity.session is 'Phiên làm việc đang mở của tài khoản';
create index session_account on identity.session (account_id);

create table identity.credential (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references identity.account (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table identity.credential is 'Cách đăng nhập của tài khoản: mật khẩu (chỉ lưu mã băm) hoặc hệ thống đăng nhập tập trung';
create index credential_user on identity.credential (user_id);

create table identity.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table identity.verification is 'Mã xác nhận dùng một lần';
create index verification_identifier on identity.verification (identifier);

create table identity.second_factor (
  id uuid primary key,
  secret text not null,
  backup_codes text not null,
  user_id uuid not null references identity.account (id) on delete cascade,
  verified boolean default true,
  failed_verification_count int default 0,
  locked_until timestamptz
);
comment on table identity.second_factor is 'Lớp xác thực thứ hai: mã theo thời gian (RFC 6238) và mã dự phòng, đã mã hóa';
create index second_factor_user on identity.second_factor (user_id);

create table identity.rate_limit (
  id uuid primary key,
  key text not null constraint rate_limit_key_key unique,
  count int not null,
  last_request bigint not null
);
comment on table identity.rate_limit is 'Đếm số lần thử đăng nhập';

create table identity.position (
  id uuid primary key,
  account_id uuid not null references identity.account (id),
  unit_id uuid not null references units.unit (id),
  title text not null check (length(title) between 1 and 200),
  valid_from date not null,
  valid_to date,
  withdrawn_at timestamptz,
  constraint position_dates check (valid_to is null or valid_to >= valid_from)
);
comment on table identity.position is 'Chức vụ của một người tại một đơn vị, có thời hạn';
create index position_account on identity.position (account_id) where withdrawn_at is null;

create table identity.role_grant (
  id uuid primary key,
  account_id uuid not null references identity.account (id),
  role text not null constraint role_grant_role check (role in ('par_officer', 'inspection_head', 'inspection_secretary', 'inspection_member', 'unit_officer', 'unit_leader', 'reader', 'administrator')),
  unit_id uuid not null references units.unit (id),
  reform_fields text[],
  valid_from date not null,
  valid_to date,
  withdrawn_at timestamptz,
  constraint role_grant_dates check (valid_to is null or valid_to >= valid_from),
  constraint role_grant_fields check (reform_fields is null or cardinality(reform_fields) > 0)
);
comment on table identity.role_grant is 'Quyền theo vai trò, gắn với một đơn vị và mọi đơn vị bên dưới, theo lĩnh vực cải cách hành chính';
create index role_grant_account on identity.role_grant (account_id) where withdrawn_at is null;
