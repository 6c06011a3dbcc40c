-- compatible: no (an older program knows no scores of the stage 'system' and would count appraisals given in sight of them as overtaken)
alter table scoring.score add column origin jsonb;
comment on column scoring.score.origin is
  'Nguồn của số liệu khi không do người nhập: lần nạp điều tra, số liệu hoặc chỉ số phục vụ đã lấy; mở được từ phiếu';

alter table scoring.score drop constraint score_stage_known;
alter table scoring.score add constraint score_stage_known
  check (stage in ('self', 'system', 'survey', 'appraised_1', 'appraised_2', 'council'));

alter table scoring.survey_import add constraint survey_import_file_key unique (round_id, sha256);
