// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import { PageQuery, pageOf, type RouteDefinition, route } from '../http/route.ts';
import type { PermissionTable, UnitScope } from '../permissions/permissions.ts';
import { type AuditTables, verifyAudit } from './audit.ts';

export const auditPermissions: PermissionTable = { 'audit.read': ['administrator'] };

const Entry = z.object({
  sequence: z.number().int(),
  at: z.string(),
  actorName: z.string(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  unitId: z.string().nullable(),
  data: z.string(),
  hash: z.string(),
});

const Verdict = z.object({
  intact: z.boolean(),
  entries: z.number().int(),
  headHash: z.string().optional(),
  brokenAt: z.number().int().optional(),
  reason: z.enum(['hash', 'link', 'gap', 'head', 'draft']).optional(),
});

const EntryQuery = PageQuery.extend({ subjectType: z.string().max(60).optional(), subjectId: z.string().max(60).optional() });

/** The audit log as an administrator reads it: entries of their units, newest first, and the proof of the whole chain. */
export const auditRoutes: readonly RouteDefinition[] = [
  route(
    {
      method: 'GET',
      path: '/audit/entries',
      operationId: 'listAuditEntries',
      summary: 'Entries of the audit log, newest first',
      access: 'audit.read',
      query: EntryQuery,
      response: pageOf(Entry),
    },
    ({ db, scope, query }) => listEntries(db, scope, query),
  ),
  route(
    {
      method: 'GET',
      path: '/audit/verification',
      operationId: 'verifyAudit',
      summary: 'Recompute the whole audit chain',
      access: 'audit.read',
      response: Verdict,
      perMinute: 12,
    },
    ({ db }) => verifyAudit(db),
  ),
];

async function listEntries(db: Db, scope: UnitScope, query: z.output<typeof EntryQuery>) {
  let entries = (db as unknown as Db<AuditTables>).selectFrom('audit.entry as e');
  if (scope.roots) {
    entries = entries.where(
      sql<boolean>`e.unit_id in (select descendant_id from units.lineage where ancestor_id = any(${scope.roots}::uuid[]))`,
    );
  }
  if (query.subjectType) entries = entries.where('e.subject_type', '=', query.subjectType);
  if (query.subjectId) entries = entries.where('e.subject_id', '=', query.subjectId);
  if (query.search)
    entries = entries.where(
      sql<boolean>`platform.fold(e.action || ' ' || e.actor_name || ' ' || e.data) like '%' || platform.fold(${query.search}) || '%'`,
    );
  const [rows, count] = await Promise.all([
    entries
      .select([
        'e.sequence',
        'e.at',
        'e.actor_name as actorName',
        'e.action',
        'e.subject_type as subjectType',
        'e.subject_id as subjectId',
        'e.unit_id as unitId',
        'e.data',
        'e.hash',
      ])
      .orderBy('e.sequence', 'desc')
      .offset(query.offset)
      .limit(query.limit)
      .execute(),
    entries.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  return { rows, total: count.total };
}
