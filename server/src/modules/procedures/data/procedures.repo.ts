// SPDX-License-Identifier: Apache-2.0

import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { ProcedureMark } from '../domain/procedure.ts';
import { nationalPartOf } from '../domain/procedure-code.ts';
import type { ProceduresDb } from './tables.ts';

export type Procedure = {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly mark: ProcedureMark | null;
  readonly note: string | null;
  readonly version: number;
};

export const procedureColumns = ['p.id', 'p.code', 'p.unit_id as unitId', 'p.mark', 'p.note', 'p.version'] as const;

/** By the whole code, else by the national part of it: 1.004873 and 1.004873.000.00.00.H18 are one procedure. */
export async function findByCode(db: ProceduresDb, code: string): Promise<Procedure | undefined> {
  const exact = await db.selectFrom('procedures.procedure as p').select(procedureColumns).where('p.code', '=', code).executeTakeFirst();
  const national = nationalPartOf(code);
  if (exact || national === null) return exact;
  return db.selectFrom('procedures.procedure as p').select(procedureColumns).where('p.national_code', '=', national).executeTakeFirst();
}

export async function countProcedures(db: ProceduresDb): Promise<number> {
  const { count } = await db
    .selectFrom('procedures.procedure')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export type ProcedureHead = Procedure & {
  readonly nationalCode: string | null;
  readonly unitName: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

/** The entry with the name of its keeping unit; the catalogue is public and asks for no scope. */
export async function findProcedure(db: ProceduresDb, id: string): Promise<ProcedureHead | undefined> {
  return db
    .selectFrom('procedures.procedure as p')
    .innerJoin('units.unit as u', 'u.id', 'p.unit_id')
    .select([
      ...procedureColumns,
      'p.national_code as nationalCode',
      'u.authority_name as unitName',
      'p.updated_at as updatedAt',
      'p.updated_by as updatedBy',
    ])
    .where('p.id', '=', id)
    .executeTakeFirst();
}

/** Whether a unit exists within the scope. */
export async function unitWithin(db: ProceduresDb, scope: Pick<UnitScope, 'roots'>, unitId: string): Promise<boolean> {
  const row = await db
    .selectFrom('units.unit as u')
    .select('u.id')
    .where('u.id', '=', unitId)
    .where(withinScope('u.id', scope))
    .executeTakeFirst();
  return row !== undefined;
}
