-- compatible: yes
alter table figures.revision
  add column entered_by_name text,
  add column entered_at timestamptz,
  add constraint revision_entered_whole check ((entered_by_name is null) = (entered_at is null));
comment on column figures.revision.entered_by_name is 'Người nhập phần nhập tay, khi lần ghi này chỉ đếm lại phần kia của chỉ tiêu; entered_at: lúc nhập';

alter table figures.snapshot_cell add column indicator_number int;
comment on column figures.snapshot_cell.indicator_number is 'Phiên bản của chỉ tiêu lúc phê duyệt';
alter table figures.snapshot_cell disable trigger snapshot_cell_recorded;
update figures.snapshot_cell c set indicator_number = v.number
from figures.snapshot s, figures.indicator_version v
where s.id = c.snapshot_id and v.indicator_id = c.indicator_id and daterange(v.valid_from, v.valid_to + 1) @> s.period_to;
alter table figures.snapshot_cell enable trigger snapshot_cell_recorded;
