-- compatible: no (the sums of all procedures together would be counted beside those of each)
insert into dossiers.tally (unit_id, month, procedure_id,
  received_direct, received_online, received_postal, early_direct, early_online, early_postal, on_time_direct, on_time_online, on_time_postal,
  late_direct, late_online, late_postal, closed_direct, closed_online, closed_postal, carried_direct, carried_online, carried_postal,
  carried_overdue_direct, carried_overdue_online, carried_overdue_postal, open_direct, open_online, open_postal)
select unit_id, month, '00000000-0000-0000-0000-000000000000',
  sum(received_direct), sum(received_online), sum(received_postal), sum(early_direct), sum(early_online), sum(early_postal),
  sum(on_time_direct), sum(on_time_online), sum(on_time_postal), sum(late_direct), sum(late_online), sum(late_postal),
  sum(closed_direct), sum(closed_online), sum(closed_postal), sum(carried_direct), sum(carried_online), sum(carried_postal),
  sum(carried_overdue_direct), sum(carried_overdue_online), sum(carried_overdue_postal), sum(open_direct), sum(open_online), sum(open_postal)
from dossiers.tally group by unit_id, month;
comment on table dossiers.tally is 'Số hồ sơ theo đơn vị (cộng cả đơn vị trực thuộc), tháng và thủ tục (mã toàn số 0: mọi thủ tục cộng lại); suy ra từ dossiers.dossier, tính lại được';
