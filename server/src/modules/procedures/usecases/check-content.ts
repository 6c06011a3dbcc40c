// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { getFile } from '#platform/files/file-records';
import { reachableDocuments } from '../data/details.repo.ts';
import { listAllSectors } from '../data/sectors.repo.ts';
import { proceduresDb } from '../data/tables.ts';
import { unitsOn } from '../data/units.repo.ts';
import type { VersionContent } from '../domain/catalogue-entry.ts';
import type { Reach } from './read-procedures.ts';

/**
 * Refuses content that names what is not there: sector, units of that day, documents and form files that the person can
 * reach. Links that the version before has already are taken over as they are.
 *
 * @throws AppError `procedures.sector_unknown`, `procedures.paper_code_twice`, `procedures.competent_unit_unknown`,
 * `procedures.basis_unknown`, `procedures.form_file_unknown`
 */
export async function checkContent(db: Db, scope: Reach, content: VersionContent, day: Day, before?: VersionContent): Promise<void> {
  const own = proceduresDb(db);
  if (!(await listAllSectors(own)).some((sector) => sector.id === content.sectorId))
    throw new AppError('invalid', 'procedures.sector_unknown');
  const codes = content.papers.map((paper) => paper.code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) throw new AppError('invalid', 'procedures.paper_code_twice', { code: twice });

  const kept = new Set(before?.competentUnits.map((unit) => unit.unitId));
  const wantedUnits = [...new Set(content.competentUnits.map((unit) => unit.unitId))].filter((id) => !kept.has(id));
  if ((await unitsOn(own, wantedUnits, day)).length < wantedUnits.length)
    throw new AppError('invalid', 'procedures.competent_unit_unknown', { day: vietnameseDay(day) });

  const keptDocuments = new Set(before?.bases.map((basis) => basis.documentId));
  const documents = content.bases.flatMap((basis) => basis.documentId ?? []).filter((id) => !keptDocuments.has(id));
  if ((await reachableDocuments(own, scope, documents)).size < new Set(documents).size)
    throw new AppError('invalid', 'procedures.basis_unknown');

  const keptFiles = new Set(before?.papers.map((paper) => paper.formFileId));
  for (const paper of content.papers) {
    if (paper.formFileId === null || keptFiles.has(paper.formFileId)) continue;
    await getFile(db, scope, paper.formFileId).catch((error: unknown) => {
      throw error instanceof AppError ? new AppError('invalid', 'procedures.form_file_unknown', { paper: paper.name }) : error;
    });
  }
}

/** Whether two contents say the same, in whatever order their units stand. */
export function isSameContent(a: VersionContent, b: VersionContent): boolean {
  return canonical(a) === canonical(b);
}

function canonical(content: VersionContent): string {
  const { name, sectorId, level, limit, limitText, feeAmount, feeText, publishedOn, updatedOn, mark, note } = content;
  return JSON.stringify([
    [name, sectorId, level, limit?.amount, limit?.unit, limitText, feeAmount, feeText, publishedOn, updatedOn, mark, note],
    content.papers.map((paper) => [paper.code, paper.name, paper.originals, paper.copies, paper.form, paper.formFileId, paper.condition]),
    content.competentUnits.map((unit) => `${unit.unitId} ${unit.task}`).sort(),
    content.bases.map((basis) => [basis.citation, basis.documentId]),
  ]);
}
