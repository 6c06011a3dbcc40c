-- compatible: no (the sums change their shape)
-- Everything here follows from the dossiers and is counted anew from them: six minutes for a million dossiers on a machine with a load of 15.
drop table dossiers.tally;
drop table dossiers.tally_change;

create table dossiers.tally (
  unit_id uuid not null,
  period int not null,
  procedure_id uuid not null,
  received_direct int not null default 0,
  received_online int not null default 0,
  received_postal int not null default 0,
  early_direct int not null default 0,
  early_online int not null default 0,
  early_postal int not null default 0,
  on_time_direct int not null default 0,
  on_time_online int not null default 0,
  on_time_postal int not null default 0,
  late_direct int not null default 0,
  late_online int not null default 0,
  late_postal int not null default 0,
  closed_direct int not null default 0,
  closed_online int not null default 0,
  closed_postal int not null default 0,
  primary key (unit_id, period, procedure_id)
);
comment on table dossiers.tally is 'Số hồ sơ tiếp nhận và giải quyết theo đơn vị (cộng cả đơn vị trực thuộc), thời gian và thủ tục (mã toàn số 0: mọi thủ tục cộng lại); suy ra từ dossiers.dossier, tính lại được';
comment on column dossiers.tally.period is 'Năm (2026), quý (20261 là quý I) hoặc tháng (202603); quý và năm là tổng các tháng';

create table dossiers.stock (
  unit_id uuid not null,
  at date not null constraint stock_at_first_day check (at = 'infinity' or extract(day from at) = 1),
  procedure_id uuid not null,
  open_direct int not null default 0,
  open_online int not null default 0,
  open_postal int not null default 0,
  overdue_direct int not null default 0,
  overdue_online int not null default 0,
  overdue_postal int not null default 0,
  primary key (unit_id, at, procedure_id)
);
comment on table dossiers.stock is 'Số hồ sơ đang giải quyết khi tháng bắt đầu, theo đơn vị và thủ tục như dossiers.tally; suy ra từ dossiers.dossier, tính lại được';
comment on column dossiers.stock.at is 'Ngày đầu tháng; infinity: nay chưa xong';
comment on column dossiers.stock.overdue_direct is 'Trong số đó: đã quá hạn khi tháng bắt đầu; ở dòng infinity: đến hạn trước ngày ghi ở dossiers.stock_day';

create table dossiers.stock_day (day date not null);
comment on table dossiers.stock_day is 'Một dòng: ngày mà dossiers.stock đã tính đến; mỗi ngày chuyển lên một lần';
insert into dossiers.stock_day (day) values ((now() at time zone 'Asia/Ho_Chi_Minh')::date);

create table dossiers.tally_change (
  id bigint generated always as identity,
  unit_id uuid not null,
  procedure_id uuid not null,
  channel smallint not null,
  timeliness smallint,
  received_at timestamptz not null,
  due_at timestamptz,
  finished_at timestamptz,
  sign smallint not null,
  primary key (id, unit_id)
);
comment on table dossiers.tally_change is 'Hồ sơ trước (-1) và sau (+1) mỗi thay đổi chưa cộng vào dossiers.tally và dossiers.stock; số liệu luôn đọc cả hai';

create or replace function dossiers.enter(
  receiving_unit uuid, on_day date, code_stem text, dossier jsonb, applicant jsonb, papers jsonb, steps jsonb, changes jsonb
) returns text language plpgsql as $$
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
end $$;

set local timezone to 'Asia/Ho_Chi_Minh';
insert into dossiers.tally (unit_id, period, procedure_id, received_direct, received_online, received_postal, early_direct, early_online, early_postal, on_time_direct, on_time_online, on_time_postal, late_direct, late_online, late_postal, closed_direct, closed_online, closed_postal)
with event as (
  select unit_id, procedure_id, channel, date_trunc('month', received_at)::date as month, 0 as measure
  from dossiers.dossier where received_at is not null
  union all
  select unit_id, procedure_id, channel, date_trunc('month', finished_at)::date, coalesce(timeliness, 4)
  from dossiers.dossier where received_at is not null and finished_at is not null
),
leaf as (
  select unit_id, month, procedure_id,
    count(*) filter (where measure = 0 and channel = 1) as received_direct,
    count(*) filter (where measure = 0 and channel = 2) as received_online,
    count(*) filter (where measure = 0 and channel = 3) as received_postal,
    count(*) filter (where measure = 1 and channel = 1) as early_direct,
    count(*) filter (where measure = 1 and channel = 2) as early_online,
    count(*) filter (where measure = 1 and channel = 3) as early_postal,
    count(*) filter (where measure = 2 and channel = 1) as on_time_direct,
    count(*) filter (where measure = 2 and channel = 2) as on_time_online,
    count(*) filter (where measure = 2 and channel = 3) as on_time_postal,
    count(*) filter (where measure = 3 and channel = 1) as late_direct,
    count(*) filter (where measure = 3 and channel = 2) as late_online,
    count(*) filter (where measure = 3 and channel = 3) as late_postal,
    count(*) filter (where measure = 4 and channel = 1) as closed_direct,
    count(*) filter (where measure = 4 and channel = 2) as closed_online,
    count(*) filter (where measure = 4 and channel = 3) as closed_postal
  from event group by unit_id, month, procedure_id
),
monthly as materialized (
  select span.ancestor_id as unit_id, leaf.month, counted.procedure_id,
    sum(received_direct)::int as received_direct, sum(received_online)::int as received_online, sum(received_postal)::int as received_postal,
    sum(early_direct)::int as early_direct, sum(early_online)::int as early_online, sum(early_postal)::int as early_postal,
    sum(on_time_direct)::int as on_time_direct, sum(on_time_online)::int as on_time_online, sum(on_time_postal)::int as on_time_postal,
    sum(late_direct)::int as late_direct, sum(late_online)::int as late_online, sum(late_postal)::int as late_postal,
    sum(closed_direct)::int as closed_direct, sum(closed_online)::int as closed_online, sum(closed_postal)::int as closed_postal
  from leaf
  join units.lineage_by_unit span on span.descendant_id = leaf.unit_id
    and (leaf.month + interval '1 month')::date - 1 between span.valid_from and span.valid_to
  cross join lateral (values (leaf.procedure_id), ('00000000-0000-0000-0000-000000000000'::uuid)) as counted (procedure_id)
  group by span.ancestor_id, leaf.month, counted.procedure_id
)
select unit_id, extract(year from month)::int * 100 + extract(month from month)::int, procedure_id, received_direct, received_online, received_postal, early_direct, early_online, early_postal, on_time_direct, on_time_online, on_time_postal, late_direct, late_online, late_postal, closed_direct, closed_online, closed_postal from monthly
union all
select unit_id, extract(year from month)::int * 10 + extract(quarter from month)::int, procedure_id,
    sum(received_direct)::int as received_direct, sum(received_online)::int as received_online, sum(received_postal)::int as received_postal,
    sum(early_direct)::int as early_direct, sum(early_online)::int as early_online, sum(early_postal)::int as early_postal,
    sum(on_time_direct)::int as on_time_direct, sum(on_time_online)::int as on_time_online, sum(on_time_postal)::int as on_time_postal,
    sum(late_direct)::int as late_direct, sum(late_online)::int as late_online, sum(late_postal)::int as late_postal,
    sum(closed_direct)::int as closed_direct, sum(closed_online)::int as closed_online, sum(closed_postal)::int as closed_postal
from monthly group by 1, 2, 3
union all
select unit_id, extract(year from month)::int, procedure_id,
    sum(received_direct)::int as received_direct, sum(received_online)::int as received_online, sum(received_postal)::int as received_postal,
    sum(early_direct)::int as early_direct, sum(early_online)::int as early_online, sum(early_postal)::int as early_postal,
    sum(on_time_direct)::int as on_time_direct, sum(on_time_online)::int as on_time_online, sum(on_time_postal)::int as on_time_postal,
    sum(late_direct)::int as late_direct, sum(late_online)::int as late_online, sum(late_postal)::int as late_postal,
    sum(closed_direct)::int as closed_direct, sum(closed_online)::int as closed_online, sum(closed_postal)::int as closed_postal
from monthly group by 1, 2, 3
order by 1, 2, 3;

insert into dossiers.stock (unit_id, at, procedure_id, open_direct, open_online, open_postal, overdue_direct, overdue_online, overdue_postal)
with dossier as (
  select unit_id, procedure_id, channel, due_at,
    date_trunc('month', received_at)::date as received_month, date_trunc('month', finished_at)::date as finished_month
  from dossiers.dossier where received_at is not null
    and (finished_at is null or date_trunc('month', finished_at) > date_trunc('month', received_at))
),
moment as (
  select unit_id, procedure_id, channel, month::date as at, month::date as place, due_at < month as is_overdue
  from dossier cross join lateral generate_series(
    received_month + interval '1 month', least(finished_month, (select date_trunc('month', day) from dossiers.stock_day))::timestamp, interval '1 month'
  ) as series (local_month) cross join lateral (values (local_month::timestamptz)) as begun (month)
  union all
  select unit_id, procedure_id, channel, 'infinity', received_month, due_at < (select day from dossiers.stock_day)
  from dossier where finished_month is null
),
leaf as (
  select unit_id, at, place, procedure_id,
    count(*) filter (where channel = 1) as open_direct,
    count(*) filter (where channel = 2) as open_online,
    count(*) filter (where channel = 3) as open_postal,
    count(*) filter (where channel = 1 and is_overdue) as overdue_direct,
    count(*) filter (where channel = 2 and is_overdue) as overdue_online,
    count(*) filter (where channel = 3 and is_overdue) as overdue_postal
  from moment group by unit_id, at, place, procedure_id
)
select span.ancestor_id, leaf.at, counted.procedure_id,
    sum(open_direct)::int as open_direct, sum(open_online)::int as open_online, sum(open_postal)::int as open_postal,
    sum(overdue_direct)::int as overdue_direct, sum(overdue_online)::int as overdue_online, sum(overdue_postal)::int as overdue_postal
from leaf
join units.lineage_by_unit span on span.descendant_id = leaf.unit_id
  and (leaf.place + interval '1 month')::date - 1 between span.valid_from and span.valid_to
cross join lateral (values (leaf.procedure_id), ('00000000-0000-0000-0000-000000000000'::uuid)) as counted (procedure_id)
group by span.ancestor_id, leaf.at, counted.procedure_id
order by 1, 2, 3;
