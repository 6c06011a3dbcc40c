// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import { type FileRecord, getFile } from '#platform/files/file-records';
import { listVersionDetails } from '../data/details.repo.ts';
import { proceduresDb } from '../data/tables.ts';

/**
 * The form file of a paper of some version of a procedure. Forms are as public as the catalogue, so they reach beyond the
 * unit that keeps the file.
 *
 * @throws AppError `procedures.procedure_not_found`, `platform.not_found`
 */
export async function getFormFile(db: Db, procedureId: string, fileId: string): Promise<FileRecord> {
  const versions = (await listVersionDetails(proceduresDb(db), [procedureId])).get(procedureId);
  if (!versions) throw new AppError('not_found', 'procedures.procedure_not_found');
  const isForm = versions.some((version) => version.papers.some((paper) => paper.formFileId === fileId));
  if (!isForm) throw new AppError('not_found', 'platform.not_found');
  return getFile(db, { roots: null }, fileId);
}
