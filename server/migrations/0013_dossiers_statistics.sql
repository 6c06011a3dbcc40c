-- compatible: yes
create table units.lineage_span (
  ancestor_id uuid not null constraint lineage_span_ancestor_fk references units.unit (id),
  descendant_id uuid not null constraint lineage_span_descendant_fk references units.unit (id),
  valid_from date not null,
  valid_to date not null,
  primary key (descendant_id, ancestor_id, valid_from)
);
comment on table units.lineage_span is 'Cấp trên và cấp dưới (kể cả chính nó) theo thời gian; trước ngày bắt đầu và sau ngày kết thúc của cấp dưới thì theo lần thuộc đầu tiên và cuối cùng';
create index lineage_span_ancestor on units.lineage_span (ancestor_id);

with recursive below (ancestor_id, descendant_id, days) as (
  select id, id, daterange(valid_from, valid_to, '[]') from units.unit
  union
  select below.ancestor_id, m.unit_id, below.days * daterange(m.valid_from, m.valid_to, '[]')
  from below join units.membership m on m.parent_id = below.descendant_id and daterange(m.valid_from, m.valid_to, '[]') && below.days
)
insert into units.lineage_span (ancestor_id, descendant_id, valid_from, valid_to)
select below.ancestor_id, below.descendant_id,
  case when lower(days) <= u.valid_from then '-infinity' else lower(days) end,
  case when upper(days) is null or upper(days) > u.valid_to then 'infinity' else upper(days) - 1 end
from below join units.unit u on u.id = below.descendant_id;

create table dossiers.tally (
  unit_id uuid not null,
  month date not null constraint tally_month_first_day check (extract(day from month) = 1),
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
  carried_direct int not null default 0,
  carried_online int not null default 0,
  carried_postal int not null default 0,
  carried_overdue_direct int not null default 0,
  carried_overdue_online int not null default 0,
  carried_overdue_postal int not null default 0,
  open_direct int not null default 0,
  open_online int not null default 0,
  open_postal int not null default 0,
  primary key (unit_id, month, procedure_id)
);
comment on table dossiers.tally is 'Số hồ sơ theo đơn vị (cộng cả đơn vị trực thuộc), tháng và thủ tục; suy ra từ dossiers.dossier, tính lại được';
comment on column dossiers.tally.carried_direct is 'Hồ sơ nay đã xong nhưng chưa xong khi tháng này bắt đầu';
comment on column dossiers.tally.carried_overdue_direct is 'Trong số đó: đã quá hạn khi tháng này bắt đầu';
comment on column dossiers.tally.open_direct is 'Hồ sơ tiếp nhận trong tháng này mà nay chưa xong';
create index tally_open on dossiers.tally (unit_id, month)
  include (procedure_id, open_direct, open_online, open_postal)
  where open_direct <> 0 or open_online <> 0 or open_postal <> 0;

create table dossiers.tally_change (
  id bigint generated always as identity,
  unit_id uuid not null,
  month date not null,
  procedure_id uuid not null,
  channel smallint not null,
  measure smallint not null,
  amount int not null,
  primary key (id, unit_id)
);
comment on table dossiers.tally_change is 'Thay đổi chưa cộng vào dossiers.tally; số liệu luôn đọc cả hai';

create index dossier_late on dossiers.dossier (unit_id, finished_at) include (procedure_id, channel, due_at, received_at) where timeliness >= 3;
drop index dossiers.dossier_open;
create index dossier_open on dossiers.dossier (unit_id, due_at) include (procedure_id, channel, received_at) where finished_at is null;
