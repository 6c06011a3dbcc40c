// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { withinScope } from '#modules/units';
import type { Catalogue, ProcedureEntry } from '../../domain/import/catalogue.ts';
import type { ImportsDb } from './tables.ts';

const always = 10_000_000;

/** Number of a day counted from 1970-01-01; an end that is open lies beyond every day. */
const dayNumber = (column: string) => sql<number>`coalesce(${sql.ref(column)} - date '1970-01-01', ${sql.lit(always)})`;

/** All units and procedures of all times; units below `unitId` are within the import's reach. */
export async function loadCatalogue(db: ImportsDb, unitId: string): Promise<Catalogue> {
  const units = await db
    .selectFrom('units.unit as u')
    .select([
      'u.id',
      'u.code',
      'u.name',
      'u.authority_name as authorityName',
      sql<string | null>`u.agency_code`.as('agencyCode'),
      dayNumber('u.valid_from').as('fromDay'),
      dayNumber('u.valid_to').as('toDay'),
      withinScope('u.id', { roots: [unitId] }).as('isWithin'),
    ])
    .execute();
  return { units: units.map((unit) => ({ ...unit, isWithin: Boolean(unit.isWithin) })), procedures: await loadProcedures(db) };
}

async function loadProcedures(db: ImportsDb): Promise<ProcedureEntry[]> {
  const rows = await db
    .selectFrom('procedures.procedure as p')
    .innerJoin('procedures.version as v', 'v.procedure_id', 'p.id')
    .select([
      'p.id',
      'p.code',
      'p.national_code as nationalCode',
      'v.name',
      'v.number',
      dayNumber('v.valid_from').as('fromDay'),
      dayNumber('v.valid_to').as('toDay'),
    ])
    .orderBy('p.id')
    .orderBy('v.valid_from', 'desc')
    .execute();
  const procedures = new Map<
    string,
    {
      id: string;
      code: string;
      nationalCode: string | null;
      names: string[];
      versions: { number: number; fromDay: number; toDay: number }[];
    }
  >();
  for (const { id, code, nationalCode, name, number, fromDay, toDay } of rows) {
    const procedure = procedures.get(id) ?? { id, code, nationalCode, names: [], versions: [] };
    procedures.set(id, procedure);
    procedure.names.push(name);
    // A version withdrawn before it began covers no day.
    if (toDay >= fromDay) procedure.versions.push({ number, fromDay, toDay });
  }
  return [...procedures.values()];
}
