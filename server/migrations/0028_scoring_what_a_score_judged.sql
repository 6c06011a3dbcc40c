-- compatible: yes
alter table scoring.score add column in_sight_of int constraint score_in_sight_of_not_negative check (in_sight_of >= 0);
comment on column scoring.score.in_sight_of is
  'Số lần cho điểm ở các bước trước mà người chấm đã thấy; bước trước chấm lại sau đó thì điểm này hết hiệu lực và phải chấm lại';
