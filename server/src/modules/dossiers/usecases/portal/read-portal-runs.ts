// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { findRun, listResponses, listRuns } from '../../data/import/portal.repo.ts';
import { importsDb } from '../../data/import/tables.ts';

export type PortalRunHead = {
  readonly id: string;
  readonly unitId: string;
  readonly state: 'running' | 'done' | 'stopped';
  readonly callsPlanned: number;
  readonly responses: number;
  readonly createdAt: string;
};

/** Where a stored answer is kept (its SHA-256 in the file store) and what was asked. */
export type PortalResponseHead = {
  readonly position: number;
  readonly path: string;
  readonly request: unknown;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly receivedAt: string;
};

/** The runs that asked the national portal for figures, newest first. */
export async function listPortalRuns(db: Db, scope: Pick<UnitScope, 'roots'>): Promise<PortalRunHead[]> {
  return listRuns(importsDb(db), scope);
}

/**
 * The answers that a run kept, in their order, with the unit that the run belongs to.
 *
 * @throws AppError `platform.not_found`
 */
export async function readPortalRun(
  db: Db,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
): Promise<{ unitId: string; responses: PortalResponseHead[] }> {
  const run = await findRun(importsDb(db), scope, id);
  if (!run) throw new AppError('not_found', 'platform.not_found');
  return { unitId: run.unit_id, responses: await listResponses(importsDb(db), id) };
}
