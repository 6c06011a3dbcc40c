// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import type { VersionContent } from '../domain/catalogue-entry.ts';
import type { ProcedureMark } from '../domain/procedure.ts';
import { type Procedure, procedureColumns } from './procedures.repo.ts';
import type { ProceduresDb } from './tables.ts';

const batch = 500;

/** The procedure, locked until the commit; undefined where it lies outside the scope. */
export async function lockProcedure(db: ProceduresDb, scope: Pick<UnitScope, 'roots'>, id: string): Promise<Procedure | undefined> {
  return db
    .selectFrom('procedures.procedure as p')
    .select(procedureColumns)
    .where('p.id', '=', id)
    .where(withinScope('p.unit_id', scope))
    .forUpdate()
    .executeTakeFirst();
}

/** Raises the version that editors name; a changed mark of the newest content becomes the mark of the entry. */
export async function touchProcedure(
  db: ProceduresDb,
  id: string,
  by: string,
  change: { readonly mark?: ProcedureMark | null; readonly note?: string | null } = {},
): Promise<void> {
  await db
    .updateTable('procedures.procedure')
    .set({ ...change, version: sql<number>`version + 1`, updated_at: sql<string>`now()`, updated_by: by })
    .where('id', '=', id)
    .execute();
}

export type NewProcedure = {
  readonly code: string;
  readonly unitId: string;
  readonly mark: ProcedureMark | null;
  readonly note: string | null;
};

export async function insertProcedures(db: ProceduresDb, by: string, rows: readonly NewProcedure[]): Promise<Map<string, string>> {
  const written = rows.map((row) => ({ ...row, id: newId() }));
  try {
    for (const part of parts(written)) {
      await db
        .insertInto('procedures.procedure')
        .values(part.map(({ unitId, ...row }) => ({ ...row, unit_id: unitId, created_by: by, updated_by: by })))
        .execute();
    }
  } catch (error) {
    if (['procedure_code_key', 'procedure_national_code'].includes(violatedConstraint(error) ?? ''))
      throw new AppError('conflict', 'procedures.code_taken', { code: rows.length === 1 ? (rows[0]?.code ?? '') : '' });
    throw error;
  }
  return new Map(written.map((row) => [row.code, row.id]));
}

export type NewVersion = VersionContent & {
  readonly procedureId: string;
  readonly number: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly lateReason: string | null;
  readonly replacedUntil: Day | null;
};

export async function insertVersions(db: ProceduresDb, by: string, versions: readonly NewVersion[]): Promise<void> {
  for (const part of parts(versions)) {
    await db
      .insertInto('procedures.version')
      .values(part.map((version) => versionRow(version, by)))
      .execute();
  }
  const units = versions.flatMap(({ procedureId, number, competentUnits }) =>
    competentUnits.map(({ unitId, task }) => ({ procedure_id: procedureId, number, unit_id: unitId, task })),
  );
  for (const part of parts(units)) await db.insertInto('procedures.competent_unit').values(part).execute();
  const bases = versions.flatMap(({ procedureId, number, bases }) =>
    bases.map(({ citation, documentId }, index) => ({
      procedure_id: procedureId,
      number,
      position: index + 1,
      citation,
      document_id: documentId,
    })),
  );
  for (const part of parts(bases)) await db.insertInto('procedures.legal_basis').values(part).execute();
}

function versionRow(version: NewVersion, by: string) {
  return {
    procedure_id: version.procedureId,
    number: version.number,
    name: version.name,
    sector_id: version.sectorId,
    level: version.level,
    limit_amount: version.limit === null ? null : String(version.limit.amount),
    limit_unit: version.limit?.unit ?? null,
    limit_text: version.limitText,
    fee_amount: version.feeAmount,
    fee_text: version.feeText,
    papers: JSON.stringify(version.papers),
    published_on: version.publishedOn,
    updated_on: version.updatedOn,
    valid_from: version.validFrom,
    valid_to: version.validTo,
    mark: version.mark,
    note: version.note,
    late_reason: version.lateReason,
    replaced_until: version.replacedUntil,
    recorded_by: by,
  };
}

/** Sets the last day of a recorded version; the rest of it never changes. */
export async function setVersionEnd(db: ProceduresDb, procedureId: string, number: number, validTo: Day | null): Promise<void> {
  await db
    .updateTable('procedures.version')
    .set({ valid_to: validTo })
    .where('procedure_id', '=', procedureId)
    .where('number', '=', number)
    .execute();
}

export type NewOnlineService = {
  readonly procedureId: string;
  readonly regime: string;
  readonly level: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly justification: string | null;
  readonly address: string | null;
  readonly mark: ProcedureMark | null;
};

export async function insertOnlineServices(db: ProceduresDb, by: string, rows: readonly NewOnlineService[]): Promise<void> {
  for (const part of parts(rows)) {
    await db
      .insertInto('procedures.online_service')
      .values(
        part.map(({ procedureId, validFrom, validTo, ...row }) => ({
          ...row,
          id: newId(),
          procedure_id: procedureId,
          valid_from: validFrom,
          valid_to: validTo,
          recorded_by: by,
        })),
      )
      .execute();
  }
}

export async function setOnlineEnd(db: ProceduresDb, id: string, validTo: Day): Promise<void> {
  await db.updateTable('procedures.online_service').set({ valid_to: validTo }).where('id', '=', id).execute();
}

function* parts<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += batch) yield rows.slice(start, start + batch);
}
