-- compatible: yes
-- An entry is drafted at any point of its transaction and chained by a deferred trigger at the commit: the head of the chain is
-- locked for the commit alone, never while the program is still asked for something (decision 11).
create unlogged table audit.draft (
  id bigint generated always as identity primary key,
  actor_id text not null,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  unit_id uuid,
  data text not null
);
comment on table audit.draft is 'Dòng nhật ký của giao dịch đang mở; lúc giao dịch ghi xong được nối vào audit.entry, nên không ai khác thấy dòng nào ở đây';

create function audit.chain_draft() returns trigger language plpgsql as $$
declare
  last audit.head;
  moment timestamptz;
  line text;
  digest text;
begin
  select * into strict last from audit.head for update;
  moment := clock_timestamp();
  line := format('[%s,%s,%s,%s,%s,%s,%s,%s,%s,%s]', to_json(last.hash), last.sequence + 1,
    to_json(to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), to_json(new.actor_id), to_json(new.actor_name),
    to_json(new.action), to_json(new.subject_type), to_json(new.subject_id), coalesce(to_json(new.unit_id::text)::text, 'null'), to_json(new.data));
  digest := encode(sha256(convert_to(line, 'UTF8')), 'hex');
  insert into audit.entry (sequence, at, actor_id, actor_name, action, subject_type, subject_id, unit_id, data, previous_hash, hash)
  values (last.sequence + 1, moment, new.actor_id, new.actor_name, new.action, new.subject_type, new.subject_id, new.unit_id, new.data, last.hash, digest);
  update audit.head set sequence = last.sequence + 1, hash = digest;
  delete from audit.draft where id = new.id;
  return null;
end $$;
comment on function audit.chain_draft is 'Nối một dòng vào chuỗi: SHA-256 của đúng văn bản JSON mà docs/operations/audit.md mô tả';
create constraint trigger draft_chained after insert on audit.draft
  deferrable initially deferred for each row execute function audit.chain_draft();
