// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { listVersionDetails, type VersionDetail } from '../data/details.repo.ts';
import { findProcedure, type Procedure } from '../data/procedures.repo.ts';
import type { ProceduresDb } from '../data/tables.ts';
import { lockProcedure } from '../data/write.repo.ts';
import type { Reach } from './read-procedures.ts';

export type OpenedProcedure = { readonly procedure: Procedure; readonly versions: readonly VersionDetail[] };

/**
 * A procedure locked for a change by somebody who may change it, and who has seen its newest state.
 *
 * @throws AppError `procedures.procedure_not_found` also outside the scope, `platform.stale`
 */
export async function openProcedure(own: ProceduresDb, scope: Reach, id: string, version: number): Promise<OpenedProcedure> {
  const procedure = await lockProcedure(own, scope, id);
  if (!procedure) throw new AppError('not_found', 'procedures.procedure_not_found');
  if (procedure.version !== version) {
    const head = await findProcedure(own, id);
    throw new AppError('conflict', 'platform.stale', { by: head?.updatedBy ?? '' });
  }
  return { procedure, versions: (await listVersionDetails(own, [id])).get(id) ?? [] };
}
