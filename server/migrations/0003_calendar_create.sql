-- compatible: yes
create schema calendar;

create table calendar.year (
  year int primary key constraint year_range check (year between 2000 and 2100),
  status text not null constraint year_status_known check (status in ('confirmed', 'draft')),
  source text not null constraint year_source_length check (length(source) between 1 and 1000),
  certainty text not null constraint year_certainty_length check (length(certainty) between 1 and 500),
  working_days_total int not null constraint year_total_range check (working_days_total between 200 and 300),
  version int not null default 1,
  updated_at timestamptz not null default now(),
  updated_by text not null
);
comment on table calendar.year is 'Năm đã có lịch nghỉ; năm không có trong bảng này thì không tính hạn';

create table calendar.day_off (
  day date primary key,
  year int not null constraint day_off_year_fk references calendar.year (year) deferrable initially deferred,
  name text not null constraint day_off_name_length check (length(name) between 1 and 200),
  kind text not null constraint day_off_kind_known check (kind in ('statutory', 'tet', 'adjacent', 'makeup', 'swap_off', 'other')),
  source text not null constraint day_off_source_length check (length(source) between 1 and 1000),
  certainty text constraint day_off_certainty_length check (length(certainty) between 1 and 500),
  constraint day_off_in_year check (extract(year from day) = year)
);
comment on table calendar.day_off is 'Ngày nghỉ lễ, Tết, nghỉ bù, hoán đổi của cơ quan nhà nước, kể cả khi rơi vào thứ Bảy, Chủ nhật';
create index day_off_year on calendar.day_off (year);

create table calendar.worked_day (
  day date primary key,
  year int not null constraint worked_day_year_fk references calendar.year (year) deferrable initially deferred,
  in_place_of date not null constraint worked_day_in_place_of_key unique,
  source text not null constraint worked_day_source_length check (length(source) between 1 and 1000),
  constraint worked_day_in_year check (extract(year from day) = year),
  constraint worked_day_on_weekend check (extract(isodow from day) in (6, 7))
);
comment on table calendar.worked_day is 'Ngày thứ Bảy, Chủ nhật phải đi làm để hoán đổi cho một ngày nghỉ';
create index worked_day_year on calendar.worked_day (year);

create table calendar.working_hours (
  id uuid primary key,
  unit_id uuid,
  weekday int not null constraint working_hours_weekday_range check (weekday between 1 and 7),
  from_minute int not null,
  to_minute int not null,
  valid_from date not null,
  valid_to date,
  mark text constraint working_hours_mark_known check (mark in ('background', 'illustrative')),
  source text not null constraint working_hours_source_length check (length(source) between 1 and 1000),
  constraint working_hours_within_day check (from_minute >= 0 and from_minute < to_minute and to_minute <= 1440),
  constraint working_hours_ends_after_start check (valid_to >= valid_from),
  constraint working_hours_no_overlap exclude using gist (
    (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    weekday with =,
    int4range(from_minute, to_minute) with &&,
    daterange(valid_from, valid_to, '[]') with &&
  )
);
comment on table calendar.working_hours is 'Giờ làm việc theo thứ trong tuần; unit_id trống là mọi đơn vị; phút tính từ 0 giờ; unit_id không có khóa ngoại vì lịch đứng ngang hàng với cây đơn vị';

create table calendar.legal_period (
  code text not null,
  valid_from date not null,
  valid_to date,
  start_known boolean not null default true,
  name text not null,
  starts_month int not null constraint legal_period_starts_month_range check (starts_month between 1 and 12),
  starts_date int not null constraint legal_period_starts_date_range check (starts_date between 1 and 31),
  starts_in_previous_year boolean not null,
  ends_month int not null constraint legal_period_ends_month_range check (ends_month between 1 and 12),
  ends_date int not null constraint legal_period_ends_date_range check (ends_date between 1 and 31),
  due_month int not null constraint legal_period_due_month_range check (due_month between 1 and 12),
  due_date int not null constraint legal_period_due_date_range check (due_date between 1 and 31),
  citation text not null,
  note text,
  primary key (code, valid_from)
);
comment on table calendar.legal_period is 'Kỳ báo cáo theo quy định: chốt số liệu từ ngày nào đến ngày nào, gửi trước ngày nào';
