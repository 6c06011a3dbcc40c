// SPDX-License-Identifier: Apache-2.0
import { type OfferedMeasure, recordMeasures } from '#platform/measures/record-measures';
import { type CountedRecommendations, countMeasured, listMeasured } from '../data/measures.repo.ts';
import { actionsDb } from '../data/tables.ts';

const offered: readonly OfferedMeasure<CountedRecommendations>[] = [
  {
    code: 'actions.due',
    name: 'Kiến nghị đến hạn trong kỳ',
    sentence: 'đếm kiến nghị đã giao cho đơn vị có hạn thực hiện nằm trong kỳ và đã qua, không kể kiến nghị đã rút',
    counted: { due: 'in_span' },
  },
  {
    code: 'actions.due_accepted',
    name: 'Kiến nghị đến hạn đã được chấp nhận khắc phục',
    sentence: 'đếm kiến nghị có hạn thực hiện nằm trong kỳ và đã qua mà đến hết kỳ kết quả khắc phục đã được chấp nhận',
    counted: { due: 'in_span', settled: 'accepted' },
  },
  {
    code: 'actions.due_accepted_in_time',
    name: 'Kiến nghị đến hạn đã khắc phục đúng hạn',
    sentence:
      'đếm kiến nghị có hạn thực hiện nằm trong kỳ, kết quả khắc phục đã được chấp nhận đến hết kỳ và được báo cáo không muộn hơn hạn',
    counted: { due: 'in_span', settled: 'accepted_in_time' },
  },
  {
    code: 'actions.overdue',
    name: 'Kiến nghị quá hạn cuối kỳ',
    sentence: 'đếm kiến nghị mà khi hết kỳ đơn vị chưa báo cáo khắc phục hoặc bị từ chối, dù hạn thực hiện đã qua',
    counted: { due: 'passed' },
  },
];

/**
 * What may be counted of recommendations, for modules above: of a unit and all below it, on the days `from` to `to`, both included. A
 * recommendation counts as it stood when the last day ended, by its history; its deadline and its unit are those it has now.
 */
export const actionMeasures = recordMeasures({
  module: 'actions',
  recordsNeed: 'actions.read',
  offered,
  count: (db, ...asked) => countMeasured(actionsDb(db), ...asked),
  list: async (db, ...asked) => {
    const rows = await listMeasured(actionsDb(db), ...asked);
    return rows.map((row) => ({ id: row.id, name: row.originTitle, text: row.text, on: row.dueOn, path: `/actions/${row.id}` }));
  },
});
