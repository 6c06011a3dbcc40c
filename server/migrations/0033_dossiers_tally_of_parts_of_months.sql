-- compatible: no (whoever folds without the sums of days and of parts of months leaves them behind)
-- Everything here follows from the dossiers and is counted from them once.
create table dossiers.tally_part (
  unit_id uuid not null,
  part int not null,
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
  overdue_direct int not null default 0,
  overdue_online int not null default 0,
  overdue_postal int not null default 0,
  primary key (unit_id, part, procedure_id)
);
comment on table dossiers.tally_part is 'Như dossiers.tally nhưng theo ngày và nửa đầu tháng: mọi thủ tục cộng lại của từng đơn vị (cộng cả đơn vị trực thuộc); từng thủ tục chỉ theo nửa đầu tháng và chỉ hồ sơ của đơn vị trực thuộc; suy ra từ dossiers.dossier, tính lại được';
comment on column dossiers.tally_part.part is 'Ngày (20260315) hoặc nửa đầu tháng (2026031 là ngày 1 đến 14)';
comment on column dossiers.tally_part.overdue_direct is 'Số hồ sơ đến hạn mà chưa xong, trừ số quá hạn đã xong';

-- Read from the index alone where a period begins or ends on any other day.
-- Each by itself: of a table that is spread, the other machines are sent the whole text that a change of an index stands in.
do $$ begin
  execute 'drop index dossiers.dossier_unit_received';
  execute 'create index dossier_unit_received on dossiers.dossier (unit_id, received_at) include (procedure_id, channel)';
  execute 'drop index dossiers.dossier_unit_finished';
  execute 'create index dossier_unit_finished on dossiers.dossier (unit_id, finished_at) include (procedure_id, channel, timeliness, due_at, received_at)
    where finished_at is not null';
  execute 'create index dossier_fell_due on dossiers.dossier (unit_id, greatest(due_at, received_at)) include (procedure_id, channel, due_at, received_at)
    where due_at is not null and (finished_at is null or greatest(due_at, received_at) < finished_at)';
end $$;

set local timezone to 'Asia/Ho_Chi_Minh';
insert into dossiers.tally_part (unit_id, part, procedure_id, received_direct, received_online, received_postal, early_direct, early_online, early_postal, on_time_direct, on_time_online, on_time_postal, late_direct, late_online, late_postal, closed_direct, closed_online, closed_postal, overdue_direct, overdue_online, overdue_postal)
with event as not materialized (
  select unit_id, procedure_id, channel as slot, received_at::date as day, 1 as sign from dossiers.dossier where received_at is not null
  union all
  select unit_id, procedure_id, coalesce(timeliness, 4) * 3 + channel, finished_at::date, 1
  from dossiers.dossier where received_at is not null and finished_at is not null
  union all
  select unit_id, procedure_id, 15 + channel, greatest(due_at, received_at)::date, 1 from dossiers.dossier
  where received_at is not null and due_at is not null and (finished_at is null or greatest(due_at, received_at) < finished_at)
  union all
  select unit_id, procedure_id, 15 + channel, finished_at::date, -1 from dossiers.dossier
  where received_at is not null and due_at is not null and greatest(due_at, received_at) < finished_at
),
leaf as (
  select unit_id, day, coalesce(sum(sign) filter (where slot = 1), 0)::int as received_direct,
    coalesce(sum(sign) filter (where slot = 2), 0)::int as received_online,
    coalesce(sum(sign) filter (where slot = 3), 0)::int as received_postal,
    coalesce(sum(sign) filter (where slot = 4), 0)::int as early_direct,
    coalesce(sum(sign) filter (where slot = 5), 0)::int as early_online,
    coalesce(sum(sign) filter (where slot = 6), 0)::int as early_postal,
    coalesce(sum(sign) filter (where slot = 7), 0)::int as on_time_direct,
    coalesce(sum(sign) filter (where slot = 8), 0)::int as on_time_online,
    coalesce(sum(sign) filter (where slot = 9), 0)::int as on_time_postal,
    coalesce(sum(sign) filter (where slot = 10), 0)::int as late_direct,
    coalesce(sum(sign) filter (where slot = 11), 0)::int as late_online,
    coalesce(sum(sign) filter (where slot = 12), 0)::int as late_postal,
    coalesce(sum(sign) filter (where slot = 13), 0)::int as closed_direct,
    coalesce(sum(sign) filter (where slot = 14), 0)::int as closed_online,
    coalesce(sum(sign) filter (where slot = 15), 0)::int as closed_postal,
    coalesce(sum(sign) filter (where slot = 16), 0)::int as overdue_direct,
    coalesce(sum(sign) filter (where slot = 17), 0)::int as overdue_online,
    coalesce(sum(sign) filter (where slot = 18), 0)::int as overdue_postal
  from event group by unit_id, day
),
daily as materialized (
  select span.ancestor_id as unit_id, leaf.day,
    sum(received_direct)::int as received_direct, sum(received_online)::int as received_online, sum(received_postal)::int as received_postal,
    sum(early_direct)::int as early_direct, sum(early_online)::int as early_online, sum(early_postal)::int as early_postal,
    sum(on_time_direct)::int as on_time_direct, sum(on_time_online)::int as on_time_online, sum(on_time_postal)::int as on_time_postal,
    sum(late_direct)::int as late_direct, sum(late_online)::int as late_online, sum(late_postal)::int as late_postal,
    sum(closed_direct)::int as closed_direct, sum(closed_online)::int as closed_online, sum(closed_postal)::int as closed_postal,
    sum(overdue_direct)::int as overdue_direct, sum(overdue_online)::int as overdue_online, sum(overdue_postal)::int as overdue_postal
  from leaf
  join units.lineage_by_unit span on span.descendant_id = leaf.unit_id
    and (date_trunc('month', leaf.day) + interval '1 month')::date - 1 between span.valid_from and span.valid_to
  group by span.ancestor_id, leaf.day
),
leaf_half as (
  select unit_id, date_trunc('month', day::timestamp) as month, procedure_id, coalesce(sum(sign) filter (where slot = 1), 0)::int as received_direct,
    coalesce(sum(sign) filter (where slot = 2), 0)::int as received_online,
    coalesce(sum(sign) filter (where slot = 3), 0)::int as received_postal,
    coalesce(sum(sign) filter (where slot = 4), 0)::int as early_direct,
    coalesce(sum(sign) filter (where slot = 5), 0)::int as early_online,
    coalesce(sum(sign) filter (where slot = 6), 0)::int as early_postal,
    coalesce(sum(sign) filter (where slot = 7), 0)::int as on_time_direct,
    coalesce(sum(sign) filter (where slot = 8), 0)::int as on_time_online,
    coalesce(sum(sign) filter (where slot = 9), 0)::int as on_time_postal,
    coalesce(sum(sign) filter (where slot = 10), 0)::int as late_direct,
    coalesce(sum(sign) filter (where slot = 11), 0)::int as late_online,
    coalesce(sum(sign) filter (where slot = 12), 0)::int as late_postal,
    coalesce(sum(sign) filter (where slot = 13), 0)::int as closed_direct,
    coalesce(sum(sign) filter (where slot = 14), 0)::int as closed_online,
    coalesce(sum(sign) filter (where slot = 15), 0)::int as closed_postal,
    coalesce(sum(sign) filter (where slot = 16), 0)::int as overdue_direct,
    coalesce(sum(sign) filter (where slot = 17), 0)::int as overdue_online,
    coalesce(sum(sign) filter (where slot = 18), 0)::int as overdue_postal
  from event where date_part('day', day) <= 14 group by unit_id, month, procedure_id
)
select unit_id, extract(year from day)::int * 10000 + extract(month from day)::int * 100 + extract(day from day)::int,
  '00000000-0000-0000-0000-000000000000'::uuid, received_direct, received_online, received_postal, early_direct, early_online, early_postal, on_time_direct, on_time_online, on_time_postal, late_direct, late_online, late_postal, closed_direct, closed_online, closed_postal, overdue_direct, overdue_online, overdue_postal
from daily
union all
select unit_id, extract(year from day)::int * 1000 + extract(month from day)::int * 10 + 1, '00000000-0000-0000-0000-000000000000'::uuid,
    sum(received_direct)::int as received_direct, sum(received_online)::int as received_online, sum(received_postal)::int as received_postal,
    sum(early_direct)::int as early_direct, sum(early_online)::int as early_online, sum(early_postal)::int as early_postal,
    sum(on_time_direct)::int as on_time_direct, sum(on_time_online)::int as on_time_online, sum(on_time_postal)::int as on_time_postal,
    sum(late_direct)::int as late_direct, sum(late_online)::int as late_online, sum(late_postal)::int as late_postal,
    sum(closed_direct)::int as closed_direct, sum(closed_online)::int as closed_online, sum(closed_postal)::int as closed_postal,
    sum(overdue_direct)::int as overdue_direct, sum(overdue_online)::int as overdue_online, sum(overdue_postal)::int as overdue_postal
from daily where date_part('day', day) <= 14
group by 1, 2
union all
select span.ancestor_id, extract(year from month)::int * 1000 + extract(month from month)::int * 10 + 1, leaf_half.procedure_id,
    sum(received_direct)::int as received_direct, sum(received_online)::int as received_online, sum(received_postal)::int as received_postal,
    sum(early_direct)::int as early_direct, sum(early_online)::int as early_online, sum(early_postal)::int as early_postal,
    sum(on_time_direct)::int as on_time_direct, sum(on_time_online)::int as on_time_online, sum(on_time_postal)::int as on_time_postal,
    sum(late_direct)::int as late_direct, sum(late_online)::int as late_online, sum(late_postal)::int as late_postal,
    sum(closed_direct)::int as closed_direct, sum(closed_online)::int as closed_online, sum(closed_postal)::int as closed_postal,
    sum(overdue_direct)::int as overdue_direct, sum(overdue_online)::int as overdue_online, sum(overdue_postal)::int as overdue_postal
from leaf_half
join units.lineage_by_unit span on span.descendant_id = leaf_half.unit_id and span.ancestor_id <> span.descendant_id
  and (leaf_half.month + interval '1 month')::date - 1 between span.valid_from and span.valid_to
group by 1, 2, 3
order by 1, 2, 3;
