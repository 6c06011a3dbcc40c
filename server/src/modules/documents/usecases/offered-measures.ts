// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { type CountedDocuments, countMeasured, listMeasured } from '../data/measures.repo.ts';
import { documentsDb } from '../data/tables.ts';

type Offered = { readonly code: string; readonly name: string; readonly sentence: string; readonly counted: CountedDocuments };

const offered: readonly Offered[] = [
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

type Place = { readonly unitId: string; readonly from: Day; readonly to: Day };

/** What may be counted of documents, for modules above: of a unit and all below it, on the days `from` to `to`, both included. */
export const documentMeasures = {
  module: 'documents',
  recordsNeed: 'documents.read',
  measures: offered.map(({ code, name, sentence, counted }) => ({
    code,
    version: 1,
    name,
    sentence,
    listRecords: async (db: Db, { unitId, from, to }: Place, page: { readonly offset: number; readonly limit: number }) => {
      const rows = await listMeasured(documentsDb(db), unitId, counted, { from, to }, page);
      return rows.map((row) => ({ id: row.id, name: row.code ?? '', text: row.subject, on: row.on, path: `/documents/${row.id}` }));
    },
  })),
  async read(
    db: Db,
    { unitIds, from, to }: { readonly unitIds: readonly string[]; readonly from: Day; readonly to: Day },
  ): Promise<Map<string, Readonly<Record<string, number>>>> {
    const counts = await Promise.all(offered.map(({ counted }) => countMeasured(documentsDb(db), unitIds, counted, { from, to })));
    return new Map(
      unitIds.map((unitId) => [unitId, Object.fromEntries(offered.map(({ code }, index) => [code, counts[index]?.get(unitId) ?? 0]))]),
    );
  },
};
