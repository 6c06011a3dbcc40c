-- compatible: yes
alter table units.unit add column decision text constraint unit_decision_length check (length(decision) between 1 and 300);
comment on column units.unit.decision is 'Văn bản lập đơn vị; đơn vị hình thành do sáp nhập, chia tách, đổi tên có văn bản ở units.succession';

create table units.correction (
  unit_id uuid not null constraint correction_unit_fk references units.unit (id),
  version int not null,
  reason text not null constraint correction_reason_length check (length(reason) between 1 and 500),
  changes jsonb not null,
  corrected_at timestamptz not null default now(),
  corrected_by text not null,
  primary key (unit_id, version)
);
comment on table units.correction is 'Lần sửa lỗi nhập liệu của đơn vị: mục nào, từ nội dung gì sang nội dung gì, vì sao, ai sửa; không phải thay đổi pháp lý';

-- A right without a position belongs to the person in every position, as all rights did before.
alter table identity.role_grant add column position_id uuid constraint role_grant_position_fk references identity.position (id);
comment on column identity.role_grant.position_id is 'Quyền chỉ có khi làm việc ở chức vụ này; trống là mọi chức vụ';
create index role_grant_position on identity.role_grant (position_id) where position_id is not null;
