// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { violatedConstraint } from '#platform/db/db';
import type { OnlineRegime } from '../domain/plan-online.ts';
import type { ProcedureMark } from '../domain/procedure.ts';
import type { ProceduresDb } from './tables.ts';

export type Sector = { readonly id: string; readonly code: string; readonly name: string; readonly mark: ProcedureMark | null };

/** All sectors in Vietnamese order. */
export async function listAllSectors(db: ProceduresDb): Promise<Sector[]> {
  return db
    .selectFrom('procedures.sector')
    .select(['id', 'code', 'name', 'mark'])
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('code')
    .execute();
}

export async function insertSectors(
  db: ProceduresDb,
  by: string,
  sectors: readonly Omit<Sector, 'id'>[],
): Promise<ReadonlyMap<string, string>> {
  const rows = sectors.map((sector) => ({ ...sector, id: newId(), created_by: by }));
  try {
    if (rows.length > 0) await db.insertInto('procedures.sector').values(rows).execute();
  } catch (error) {
    if (violatedConstraint(error) === 'sector_code_key')
      throw new AppError('conflict', 'procedures.sector_code_taken', { code: sectors.length === 1 ? (sectors[0]?.code ?? '') : '' });
    throw error;
  }
  return new Map(rows.map((row) => [row.code, row.id]));
}

/** The regimes of online service with their levels, oldest first. */
export async function listRegimes(db: ProceduresDb): Promise<OnlineRegime[]> {
  const regimes = await db.selectFrom('procedures.online_regime').selectAll().orderBy('valid_from').execute();
  const levels = await db.selectFrom('procedures.online_level').selectAll().orderBy('rank').execute();
  return regimes.map((regime) => ({
    code: regime.code,
    name: regime.name,
    citation: regime.citation,
    validFrom: regime.valid_from,
    validTo: regime.valid_to,
    mark: regime.mark,
    levels: levels
      .filter((level) => level.regime === regime.code)
      .map(({ level, name, rank, can_submit, needs_justification }) => ({
        level,
        name,
        rank,
        canSubmit: can_submit,
        needsJustification: needs_justification,
      })),
  }));
}
