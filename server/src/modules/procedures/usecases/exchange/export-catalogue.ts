// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { listMatchingIds, type ProcedureFilter } from '../../data/list.repo.ts';
import { proceduresDb } from '../../data/tables.ts';
import { loadEntries } from './load-catalogue.ts';
import { writeCsv, writeWorkbook } from './write-workbook.ts';

export type ExportedFile = { readonly name: string; readonly content: Uint8Array };

/** All procedures that match, as a file that `uploadCatalogue` reads again without a difference. */
export async function exportCatalogue(
  db: Db,
  format: 'xlsx' | 'csv',
  filter: Partial<ProcedureFilter> & { readonly day?: Day } = { standing: 'in_force' },
): Promise<ExportedFile> {
  const own = proceduresDb(db);
  const day = filter.day ?? todayInVietnam();
  const ids = await listMatchingIds(own, { ...filter, day });
  const loaded = await loadEntries(own, ids, day);
  const entries = ids.flatMap((id) => loaded.get(id)?.entry ?? []);
  return {
    name: `Danh mục thủ tục hành chính ${day}.${format}`,
    content: format === 'xlsx' ? await writeWorkbook(entries, day) : writeCsv(entries),
  };
}
