-- compatible: yes
-- Lists of what is or was open at a day, newest first: the open ones in their order, and the few that took longer than a month.
-- Each by itself: of a table that is spread, the other machines are sent the whole text that a change of an index stands in.
do $$ begin
  execute 'create index dossier_open_received on dossiers.dossier (unit_id, received_at) where finished_at is null';
  execute $index$create index dossier_long on dossiers.dossier (unit_id, received_at) include (finished_at, due_at)
    where finished_at - received_at > interval '30 days'$index$;
end $$;
