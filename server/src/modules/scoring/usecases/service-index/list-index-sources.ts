// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { listSources } from '../../data/service-index/read.repo.ts';
import { serviceIndexDb } from '../../data/service-index/tables.ts';
import { writePeriod } from '../../domain/service-index/period.ts';

/** What figures of the index were read from, newest first, with the number of rows whose published points differ from the computed ones. */
export async function listIndexSources(db: Db, scope: UnitScope) {
  const rows = await listSources(serviceIndexDb(db), scope);
  return rows.map((row) => ({ ...row, period: writePeriod(row) }));
}
