// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { CompetentUnit, LegalBasis } from '../domain/catalogue-entry.ts';
import type { ProcedureMark, ProcedureVersion } from '../domain/procedure.ts';
import { type OnlineLevel, onlineColumns, onlineServices } from './online.repo.ts';
import type { ProceduresDb } from './tables.ts';
import { toVersion, versionColumns, versions } from './versions.repo.ts';

/** A version with all that hangs on it. */
export type VersionDetail = ProcedureVersion & {
  readonly competentUnits: readonly CompetentUnit[];
  readonly bases: readonly LegalBasis[];
  readonly lateReason: string | null;
  readonly replacedUntil: Day | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
};

export type OnlineRow = OnlineLevel & {
  readonly id: string;
  readonly address: string | null;
  readonly mark: ProcedureMark | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
};

/** All versions of these procedures, by procedure and number. */
export async function listVersionDetails(db: ProceduresDb, procedureIds: readonly string[]): Promise<Map<string, VersionDetail[]>> {
  if (procedureIds.length === 0) return new Map();
  const ids = sql<string>`any(${[...procedureIds]}::uuid[])`;
  const rows = await versions(db)
    .select([...versionColumns, 'v.late_reason', 'v.replaced_until', 'v.recorded_at', 'v.recorded_by'])
    .where('v.procedure_id', '=', ids)
    .orderBy('v.procedure_id')
    .orderBy('v.number')
    .execute();
  const units = await db
    .selectFrom('procedures.competent_unit as c')
    .innerJoin('units.unit as u', 'u.id', 'c.unit_id')
    .select(['c.procedure_id', 'c.number', 'c.task', 'c.unit_id as unitId', 'u.code as unitCode', 'u.authority_name as unitName'])
    .where('c.procedure_id', '=', ids)
    .orderBy('u.code')
    .orderBy('c.task')
    .execute();
  const bases = await db
    .selectFrom('procedures.legal_basis')
    .select(['procedure_id', 'number', 'citation', 'document_id as documentId'])
    .where('procedure_id', '=', ids)
    .orderBy('position')
    .execute();
  const unitsOf = grouped(units);
  const basesOf = grouped(bases);
  const found = new Map<string, VersionDetail[]>();
  for (const { late_reason, replaced_until, recorded_at, recorded_by, ...row } of rows) {
    const key = `${row.procedure_id} ${row.number}`;
    const detail = {
      ...toVersion(row),
      competentUnits: (unitsOf.get(key) ?? []).map(({ unitId, unitCode, unitName, task }) => ({ unitId, unitCode, unitName, task })),
      bases: (basesOf.get(key) ?? []).map(({ citation, documentId }) => ({ citation, documentId })),
      lateReason: late_reason,
      replacedUntil: replaced_until,
      recordedAt: recorded_at,
      recordedBy: recorded_by,
    };
    found.set(row.procedure_id, [...(found.get(row.procedure_id) ?? []), detail]);
  }
  return found;
}

function grouped<T extends { readonly procedure_id: string; readonly number: number }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = `${row.procedure_id} ${row.number}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Periods of online service of these procedures, oldest first. */
export async function listOnlineRows(db: ProceduresDb, procedureIds: readonly string[]): Promise<Map<string, OnlineRow[]>> {
  const found = new Map<string, OnlineRow[]>();
  if (procedureIds.length === 0) return found;
  const rows = await onlineServices(db)
    .select([
      ...onlineColumns,
      'o.id',
      'o.procedure_id',
      'o.address',
      'o.mark',
      'o.recorded_at as recordedAt',
      'o.recorded_by as recordedBy',
    ])
    .where('o.procedure_id', '=', sql<string>`any(${[...procedureIds]}::uuid[])`)
    .orderBy('o.valid_from')
    .orderBy('o.recorded_at')
    .execute();
  for (const { procedure_id, ...row } of rows) found.set(procedure_id, [...(found.get(procedure_id) ?? []), row]);
  return found;
}

/** Those of the documents that lie within the reader's scope. */
export async function reachableDocuments(
  db: ProceduresDb,
  scope: Pick<UnitScope, 'roots'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('documents.document as d')
    .select(['d.id', 'd.code'])
    .where('d.id', 'in', [...ids])
    .where(withinScope('d.unit_id', scope))
    .execute();
  return new Map(rows.map((row) => [row.id, row.code]));
}
