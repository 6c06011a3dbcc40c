// SPDX-License-Identifier: Apache-2.0
import { type Insertable, sql } from 'kysely';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { ImportsDb, PortalResponseTable, PortalRunTable } from './tables.ts';

type Scope = Pick<UnitScope, 'roots'>;

export async function insertRun(db: ImportsDb, values: Insertable<PortalRunTable>): Promise<void> {
  await db.insertInto('dossiers.portal_run').values(values).execute();
}

export async function findRun(db: ImportsDb, scope: Scope, id: string) {
  return db
    .selectFrom('dossiers.portal_run as r')
    .selectAll()
    .where('r.id', '=', id)
    .where(withinScope('r.unit_id', scope))
    .executeTakeFirst();
}

export async function settleRun(db: ImportsDb, id: string, state: 'done' | 'stopped', failure: object | null): Promise<void> {
  await db
    .updateTable('dossiers.portal_run')
    .set({ state, failure: failure ? JSON.stringify(failure) : null, settled_at: sql<string>`clock_timestamp()` })
    .where('id', '=', id)
    .execute();
}

export async function reopenRun(db: ImportsDb, id: string): Promise<void> {
  await db.updateTable('dossiers.portal_run').set({ state: 'running', failure: null, settled_at: null }).where('id', '=', id).execute();
}

export async function insertResponse(db: ImportsDb, values: Insertable<PortalResponseTable>): Promise<void> {
  await db.insertInto('dossiers.portal_response').values(values).execute();
}

export async function listResponses(db: ImportsDb, runId: string) {
  return db
    .selectFrom('dossiers.portal_response')
    .select([
      'position',
      'path',
      'request',
      'http_status as httpStatus',
      'sha256',
      'size_bytes as sizeBytes',
      'tries',
      'received_at as receivedAt',
    ])
    .where('run_id', '=', runId)
    .orderBy('position')
    .execute();
}

export async function listRuns(db: ImportsDb, scope: Scope) {
  return db
    .selectFrom('dossiers.portal_run as r')
    .select([
      'r.id',
      'r.unit_id as unitId',
      'r.state',
      'r.calls_planned as callsPlanned',
      'r.created_at as createdAt',
      sql<number>`(select count(*)::int from dossiers.portal_response p where p.run_id = r.id)`.as('responses'),
    ])
    .where(withinScope('r.unit_id', scope))
    .orderBy('r.created_at', 'desc')
    .limit(50)
    .execute();
}
