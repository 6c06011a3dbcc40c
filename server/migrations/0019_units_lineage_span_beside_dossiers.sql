-- compatible: yes
-- Derived from units.membership as a whole, so nothing strange can come in; without foreign keys it can lie beside the dossiers of
-- its unit on several machines (decision 10).
alter table units.lineage_span drop constraint lineage_span_ancestor_fk, drop constraint lineage_span_descendant_fk;
