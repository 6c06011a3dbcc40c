-- compatible: yes
alter table dossiers.clock_rule
  drop constraint clock_rule_ends_after_start,
  add constraint clock_rule_ends_after_start check (valid_to >= valid_from - 1),
  drop constraint clock_rule_no_overlap,
  add constraint clock_rule_no_overlap exclude using gist (code with =, daterange(valid_from, valid_to + 1) with &&),
  add column recorded_at timestamptz not null default now(),
  add column reason text constraint clock_rule_reason_length check (length(reason) between 1 and 500),
  add column end_reason text constraint clock_rule_end_reason_length check (length(end_reason) between 1 and 500),
  add column replaced_until date;
comment on column dossiers.clock_rule.valid_to is 'Ngày cuối áp dụng; bằng valid_from − 1 là thay đổi đã rút trước khi áp dụng';
comment on column dossiers.clock_rule.reason is 'Vì sao tỉnh đổi quy tắc';
comment on column dossiers.clock_rule.end_reason is 'Vì sao rút thay đổi trước khi áp dụng';
comment on column dossiers.clock_rule.replaced_until is 'Ngày cuối mà quy tắc trước có, trước khi quy tắc này thay; dùng khi rút thay đổi';
