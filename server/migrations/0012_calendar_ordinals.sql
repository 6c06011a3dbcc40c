-- compatible: yes
-- Views and not tables: two thousand days are summed in a few milliseconds, and nothing has to follow when the calendar is edited.
create view calendar.working_ordinal as
with span as (
  select make_date(min(year), 1, 1) as first, make_date(max(year), 12, 31) as last
  from calendar.year
  where status = 'confirmed'
),
run as (
  select year, max(year) over (partition by group_of) as last_year
  from (select year, year - row_number() over (order by year) as group_of from calendar.year where status = 'confirmed') as numbered
),
every_day as (
  select
    (span.first + step)::date as day,
    extract(year from span.first + step)::int as year,
    extract(isodow from span.first + step) <= 5 as is_weekday
  from span
  cross join lateral generate_series(0, span.last - span.first) as step
)
select day, known_until, is_working, (count(*) filter (where is_working) over (order by day))::int as ordinal
from (
  select
    every_day.day,
    make_date(run.last_year, 12, 31) as known_until,
    run.year is not null and (worked_day.day is not null or (every_day.is_weekday and day_off.day is null)) as is_working
  from every_day
  left join run on run.year = every_day.year
  left join calendar.day_off on day_off.day = every_day.day
  left join calendar.worked_day on worked_day.day = every_day.day
) as known_day;
comment on view calendar.working_ordinal is 'Mỗi ngày từ năm đầu đến năm cuối đã xác nhận lịch: có làm việc không, là ngày làm việc thứ mấy, đếm được liền mạch đến ngày nào (trống: năm chưa xác nhận)';

create view calendar.working_day_index as
select
  min(day) - date '1970-01-01' - 1 as day_before_first,
  array_prepend(0, array_agg(ordinal order by day)) as up_to,
  array_agg(day - date '1970-01-01' order by day) filter (where is_working) as working,
  array_prepend(
    max(known_until) filter (where day = first_day) - date '1970-01-01',
    array_agg(coalesce(next_known_until - date '1970-01-01', day - date '1970-01-01') order by day)
  ) as known_until
from (
  select *, min(day) over () as first_day, lead(known_until) over (order by day) as next_known_until
  from calendar.working_ordinal
) as numbered
having count(*) > 0;
comment on view calendar.working_day_index is 'Lịch dạng mảng cộng dồn để đếm hạn hàng loạt; ô thứ nhất là ngày liền trước ngày đầu tiên, ngày tính theo số ngày từ 1970-01-01';
