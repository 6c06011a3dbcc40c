// SPDX-License-Identifier: Apache-2.0
import { type OfferedMeasure, recordMeasures } from '#platform/measures/record-measures';
import { type CountedDocuments, countMeasured, listMeasured } from '../data/measures.repo.ts';
import { documentsDb } from '../data/tables.ts';

const offered: readonly OfferedMeasure<CountedDocuments>[] = [
  {
    code: 'documents.outgoing',
    name: 'Văn bản đi đã ban hành',
    sentence: 'đếm văn bản đi có ngày ban hành nằm trong kỳ, không kể dự thảo và văn bản đã thu hồi',
    counted: { direction: 'outgoing' },
  },
  {
    code: 'documents.plans',
    name: 'Kế hoạch đã ban hành',
    sentence: 'đếm kế hoạch có ngày ban hành nằm trong kỳ, không kể dự thảo và kế hoạch đã thu hồi',
    counted: { direction: 'outgoing', typeCode: 'plan' },
  },
  {
    code: 'documents.incoming',
    name: 'Văn bản đến đã đăng ký',
    sentence: 'đếm văn bản đến có ngày đến nằm trong kỳ',
    counted: { direction: 'incoming' },
  },
];

/** What may be counted of documents, for modules above: of a unit and all below it, on the days `from` to `to`, both included. */
export const documentMeasures = recordMeasures({
  module: 'documents',
  recordsNeed: 'documents.read',
  offered,
  count: (db, unitIds, counted, span) => countMeasured(documentsDb(db), unitIds, counted, span),
  list: async (db, unitId, counted, span, _today, page) => {
    const rows = await listMeasured(documentsDb(db), unitId, counted, span, page);
    return rows.map((row) => ({ id: row.id, name: row.code ?? '', text: row.subject, on: row.on, path: `/documents/${row.id}` }));
  },
});
