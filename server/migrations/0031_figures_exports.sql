-- compatible: yes
alter table figures.export drop column file_id;
alter table figures.export add column sha256 text constraint export_sha256_written check (sha256 ~ '^[0-9a-f]{64}$');
alter table figures.export add column size_bytes bigint constraint export_size_positive check (size_bytes > 0);
alter table figures.export add column attempts int not null default 0;
alter table figures.export add column expires_at timestamptz;
alter table figures.export drop constraint export_state_known;
alter table figures.export add constraint export_state_known
  check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired'));
alter table figures.export add constraint export_done_has_file
  check ((state = 'done') = (sha256 is not null) and (state = 'done') = (size_bytes is not null));
alter table figures.export add constraint export_failed_has_problem check ((state = 'failed') = (problem is not null));
comment on column figures.export.problem is 'Mã lỗi khi không xuất được';
comment on column figures.export.attempts is 'Số lần bắt đầu; chương trình dừng giữa chừng thì làm lại từ đầu';
create index export_creator on figures.export (created_by, created_at);

-- A row of the cross table by periods is read from the key alone.
alter table figures.cell drop constraint cell_pkey;
alter table figures.cell add constraint cell_pkey primary key (unit_id, indicator_id, period) include (numerator, denominator, origin);
