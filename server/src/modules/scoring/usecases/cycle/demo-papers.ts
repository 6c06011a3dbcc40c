// SPDX-License-Identifier: Apache-2.0
import { systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { storeFile } from '#platform/files/file-records';
import type { FileStore } from '#platform/files/file-store';
import content from '../../../../../seeds/demo-scoring.json' with { type: 'json' };
import type { DemoPaper } from '../../domain/cycle/demo-sheet.ts';

type DemoUnit = { readonly id: string; readonly code: string; readonly name: string };

/** Papers of the demonstration by unit and year: each unit's report of the year, and the plan of its district as `shared`. */
export type DemoPapers = {
  readonly report: (unitCode: string, year: number) => DemoPaper | undefined;
  readonly shared: (year: number) => DemoPaper | undefined;
};

/** Stores, before anything else is written, the papers that the sheets of a district's rounds prove their points with. */
export async function storeDemoPapers(
  db: Db,
  files: FileStore,
  districtId: string,
  yearsOf: ReadonlyMap<number, readonly DemoUnit[]>,
): Promise<DemoPapers> {
  const reports = new Map<string, DemoPaper>();
  const plans = new Map<number, DemoPaper>();
  const store = async (unitId: string, paper: { title: string; name: string; of: string; datedOn: string }): Promise<DemoPaper> => {
    const text = `${content.note}\n${paper.title} của ${paper.of}.\n`;
    const file = await storeFile(db, systemActor, files, { name: paper.name, unitId, content: Buffer.from(text) });
    return { fileId: file.id, sha256: file.sha256, name: file.name, datedOn: paper.datedOn };
  };
  for (const [year, units] of yearsOf) {
    const plan = { title: `Kế hoạch cải cách hành chính năm ${year}`, name: `Kế hoạch CCHC năm ${year}.txt`, of: 'huyện' };
    plans.set(year, await store(districtId, { ...plan, datedOn: `${year}-01-12` }));
    for (const { id, code, name } of units) {
      const report = { title: `Báo cáo kết quả cải cách hành chính năm ${year}`, name: `Báo cáo CCHC năm ${year}, ${name}.txt`, of: name };
      reports.set(`${code} ${year}`, await store(id, { ...report, datedOn: `${year}-12-06` }));
    }
  }
  return { report: (unitCode, year) => reports.get(`${unitCode} ${year}`), shared: (year) => plans.get(year) };
}
