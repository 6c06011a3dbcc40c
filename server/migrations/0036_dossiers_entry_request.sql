-- compatible: yes
-- What a desk has sent once, so that sending it again after a lost answer enters no second dossier. Kept for some days.
create table dossiers.entry_request (
  unit_id uuid not null,
  request_id uuid not null,
  content bytea not null,
  code text not null,
  due_at timestamptz,
  at timestamptz not null default now(),
  constraint entry_request_pkey primary key (unit_id, request_id)
);
comment on table dossiers.entry_request is 'Yêu cầu nhập hồ sơ đã gửi: gửi lại sau khi mất kết nối không tạo hồ sơ thứ hai; giữ vài ngày';
comment on column dossiers.entry_request.content is 'SHA-256 của nội dung đã gửi';

-- As `dossiers.enter`, or null where the request was entered before. Of two at the same time the second fails at the key and leaves nothing.
create function dossiers.enter_once(
  request uuid, sent bytea, due timestamptz,
  receiving_unit uuid, on_day date, code_stem text, dossier jsonb, applicant jsonb, papers jsonb, steps jsonb, changes jsonb
) returns text language plpgsql as $$
declare
  given_code text;
begin
  if exists (select from dossiers.entry_request r where r.unit_id = receiving_unit and r.request_id = request) then
    return null;
  end if;
  given_code := dossiers.enter(receiving_unit, on_day, code_stem, dossier, applicant, papers, steps, changes);
  insert into dossiers.entry_request (unit_id, request_id, content, code, due_at) values (receiving_unit, request, sent, given_code, due);
  return given_code;
end $$;
