-- compatible: yes
-- The same rows as units.lineage_span, kept so by a trigger: this one can lie beside the dossiers of its unit on several machines, while
-- the other stays where all other modules join it (decision 10).
create table units.lineage_by_unit (
  ancestor_id uuid not null,
  descendant_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  primary key (descendant_id, ancestor_id, valid_from)
);
comment on table units.lineage_by_unit is 'Bản sao của units.lineage_span, do trigger giữ cho giống hệt; nằm cạnh hồ sơ của đơn vị khi dữ liệu chia ra nhiều máy';
create index lineage_by_unit_ancestor on units.lineage_by_unit (ancestor_id);
insert into units.lineage_by_unit (ancestor_id, descendant_id, valid_from, valid_to)
select ancestor_id, descendant_id, valid_from, valid_to from units.lineage_span;

create function units.copy_lineage() returns trigger language plpgsql as $$
begin
  delete from units.lineage_by_unit;
  insert into units.lineage_by_unit (ancestor_id, descendant_id, valid_from, valid_to)
  select ancestor_id, descendant_id, valid_from, valid_to from units.lineage_span;
  return null;
end $$;
comment on function units.copy_lineage is 'Chép lại units.lineage_span sau mỗi lần thay đổi; cây đơn vị hiếm khi đổi';
create trigger lineage_span_copied after insert or update or delete on units.lineage_span
  for each statement execute function units.copy_lineage();
