-- compatible: no (whoever folds as before puts unfinished dossiers into the stocks of single procedures again)
-- Of single procedures a unit's own unfinished dossiers are read by themselves: each stood in the stock of every month since its receipt.
-- Each by itself: of a table that is spread, the other machines are sent the whole text that a change of an index stands in.
do $$ begin
  execute 'create index dossier_unfinished on dossiers.dossier (unit_id, procedure_id) include (received_at, due_at, channel) where finished_at is null';
end $$;

set local timezone to 'Asia/Ho_Chi_Minh';
-- The dossiers as the sums know them: what waits to be folded in is taken out again. Two statements: spread tables are not joined below a union.
create temp table unfinished on commit drop as
select unit_id, procedure_id, channel, received_at, due_at, 1 as sign from dossiers.dossier where received_at is not null and finished_at is null;
insert into unfinished
select unit_id, procedure_id, channel, received_at, due_at, -sign from dossiers.tally_change where finished_at is null;

create temp table unfinished_stock on commit drop as
with moment as (
  select unit_id, procedure_id, channel, begun::date as at, due_at < begun::timestamptz as is_overdue, sign
  from unfinished cross join lateral generate_series(
    date_trunc('month', received_at)::timestamp + interval '1 month', (select date_trunc('month', day)::timestamp from dossiers.stock_day), interval '1 month'
  ) as begun
  union all
  select unit_id, procedure_id, channel, 'infinity', due_at < (select day from dossiers.stock_day), sign from unfinished
)
select unit_id, at, procedure_id, channel, sum(sign)::int as open, coalesce(sum(sign) filter (where is_overdue), 0)::int as overdue
from moment group by unit_id, at, procedure_id, channel;

insert into dossiers.stock as cell (unit_id, at, procedure_id, open_direct, open_online, open_postal, overdue_direct, overdue_online, overdue_postal)
select unit_id, at, procedure_id,
  -coalesce(sum(open) filter (where channel = 1), 0)::int, -coalesce(sum(open) filter (where channel = 2), 0)::int,
  -coalesce(sum(open) filter (where channel = 3), 0)::int, -coalesce(sum(overdue) filter (where channel = 1), 0)::int,
  -coalesce(sum(overdue) filter (where channel = 2), 0)::int, -coalesce(sum(overdue) filter (where channel = 3), 0)::int
from unfinished_stock group by unit_id, at, procedure_id order by 1, 2, 3
on conflict (unit_id, at, procedure_id) do update set
  open_direct = cell.open_direct + excluded.open_direct, open_online = cell.open_online + excluded.open_online,
  open_postal = cell.open_postal + excluded.open_postal, overdue_direct = cell.overdue_direct + excluded.overdue_direct,
  overdue_online = cell.overdue_online + excluded.overdue_online, overdue_postal = cell.overdue_postal + excluded.overdue_postal;
delete from dossiers.stock where open_direct = 0 and open_online = 0 and open_postal = 0 and overdue_direct = 0 and overdue_online = 0 and overdue_postal = 0;

comment on table dossiers.stock is 'Số hồ sơ đang giải quyết khi tháng bắt đầu, theo đơn vị và thủ tục như dossiers.tally; riêng của từng thủ tục thì không gồm hồ sơ chưa xong do chính đơn vị tiếp nhận (đọc thẳng từ dossiers.dossier); suy ra từ dossiers.dossier, tính lại được';
