-- compatible: yes
create function dossiers.enter(
  receiving_unit uuid, on_day date, code_stem text, dossier jsonb, applicant jsonb, papers jsonb, steps jsonb, changes jsonb
) returns text language plpgsql as $$
declare
  serial int;
  given_code text;
  d dossiers.dossier := jsonb_populate_record(null::dossiers.dossier, dossier);
  a dossiers.applicant := jsonb_populate_record(null::dossiers.applicant, applicant);
begin
  -- From here on other receptions of the unit wait for this one's commit, so that no serial is left out.
  insert into dossiers.serial as given (unit_id, day, last) values (receiving_unit, on_day, 1)
  on conflict (unit_id, day) do update set last = given.last + 1 returning given.last into serial;
  given_code := code_stem || lpad(serial::text, greatest(4, length(serial::text)), '0');

  insert into dossiers.dossier (code, unit_id, procedure_id, procedure_version, channel, status, origin, applicant_name, subject,
    submitted_at, received_at, due_at, computed_due_at, paused_at, state_at)
  values (given_code, receiving_unit, d.procedure_id, d.procedure_version, d.channel, d.status, d.origin, d.applicant_name, d.subject,
    d.submitted_at, d.received_at, d.due_at, d.computed_due_at, d.paused_at, d.state_at);
  insert into dossiers.applicant (code, unit_id, kind, identity_number, phone, email, address)
  values (given_code, receiving_unit, a.kind, a.identity_number, a.phone, a.email, a.address);
  insert into dossiers.handed_paper (code, unit_id, position, paper_code, name, required, originals, copies, handed, note)
  select given_code, receiving_unit, p.position, p.paper_code, p.name, p.required, p.originals, p.copies, p.handed, p.note
  from jsonb_populate_recordset(null::dossiers.handed_paper, papers) p;
  insert into dossiers.step (code, unit_id, seq, event, from_status, status, at, due_at, actor_id, actor_name, reason)
  select given_code, receiving_unit, s.seq, s.event, s.from_status, s.status, s.at, s.due_at, s.actor_id, s.actor_name, s.reason
  from jsonb_populate_recordset(null::dossiers.step, steps) s;
  insert into dossiers.tally_change (unit_id, month, procedure_id, channel, measure, amount)
  select receiving_unit, c.month, c.procedure_id, c.channel, c.measure, c.amount
  from jsonb_populate_recordset(null::dossiers.tally_change, changes) c;
  return given_code;
end $$;
comment on function dossiers.enter is 'Cấp số thứ tự và ghi trọn một hồ sơ mới trong một lần gọi, để số của đơn vị không bị giữ trong lúc chương trình chờ';
