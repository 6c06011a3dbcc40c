// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { Unit } from '../domain/unit.ts';
import { translated } from './constraints.ts';
import type { UnitsDb } from './tables.ts';
import { findUnits } from './units.repo.ts';

/** What of a unit can be mended in place. */
export type Correctable = Pick<
  Unit,
  'code' | 'name' | 'authorityName' | 'documentSymbol' | 'agencyCode' | 'validFrom' | 'decision' | 'mark' | 'note'
>;
export type CorrectedField = keyof Correctable;
export type FieldChange = { readonly field: CorrectedField; readonly from: string | null; readonly to: string | null };

/** One mending of a unit, as it is kept. */
export type Correction = {
  readonly version: number;
  readonly reason: string;
  readonly changes: readonly FieldChange[];
  readonly correctedAt: string;
  readonly correctedBy: string;
};

/** Writes the mended fields; a new first day moves the beginning of its membership with it. */
export async function updateUnit(db: UnitsDb, unit: Unit, fields: Correctable, by: string): Promise<void> {
  try {
    await db
      .updateTable('units.unit')
      .set({
        code: fields.code,
        name: fields.name,
        authority_name: fields.authorityName,
        document_symbol: fields.documentSymbol,
        agency_code: fields.agencyCode,
        valid_from: fields.validFrom,
        decision: fields.decision,
        mark: fields.mark,
        note: fields.note,
        version: unit.version + 1,
        updated_by: by,
        ...(fields.validFrom === unit.validFrom ? {} : { start_known: true }),
      })
      .where('id', '=', unit.id)
      .execute();
    if (fields.validFrom === unit.validFrom) return;
    await db
      .updateTable('units.membership')
      .set({ valid_from: fields.validFrom })
      .where('unit_id', '=', unit.id)
      .where('valid_from', '=', unit.validFrom)
      .execute();
  } catch (error) {
    throw translated(error, { code: fields.code });
  }
}

export async function insertCorrection(
  db: UnitsDb,
  unitId: string,
  { version, reason, changes, correctedBy }: Omit<Correction, 'correctedAt'>,
): Promise<void> {
  await db
    .insertInto('units.correction')
    .values({ unit_id: unitId, version, reason, changes: JSON.stringify(changes), corrected_by: correctedBy })
    .execute();
}

/** How a unit was mended, latest first. */
export async function listCorrections(db: UnitsDb, unitId: string): Promise<Correction[]> {
  const rows = await db.selectFrom('units.correction').selectAll().where('unit_id', '=', unitId).orderBy('version', 'desc').execute();
  return rows.map((row) => ({
    version: row.version,
    reason: row.reason,
    // Only insertCorrection writes this column.
    changes: row.changes as FieldChange[],
    correctedAt: row.corrected_at,
    correctedBy: row.corrected_by,
  }));
}

/** Both exist on some day. */
function meets(table: string, { validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>): RawBuilder<SqlBool> {
  const days = sql`daterange(${sql.ref(`${table}.valid_from`)}, ${sql.ref(`${table}.valid_to`)}, '[]')`;
  return sql<SqlBool>`${days} && daterange(${validFrom}::date, ${validTo}::date, '[]')`;
}

type Placed = Pick<Unit, 'id' | 'code' | 'level' | 'name' | 'validFrom' | 'validTo'>;

/** Another unit that bears the code on a day of this unit's life. */
export async function findCodeHolder(db: UnitsDb, unit: Placed): Promise<Unit | undefined> {
  const row = await db
    .selectFrom('units.unit as unit')
    .select('unit.id')
    .where('unit.code', '=', unit.code)
    .where('unit.id', '<>', unit.id)
    .where(meets('unit', unit))
    .orderBy('unit.valid_from')
    .executeTakeFirst();
  return row && (await findUnits(db, [row.id]))[0];
}

/** Another unit of the same level and name below the same parent on a day of this unit's life. */
export async function findNamesake(db: UnitsDb, unit: Placed, parentId: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('units.membership as membership')
    .innerJoin('units.unit as unit', 'unit.id', 'membership.unit_id')
    .select('unit.id')
    .where('membership.parent_id', '=', parentId)
    .where(meets('membership', unit))
    .where('unit.level', '=', unit.level)
    .where(sql<SqlBool>`lower(unit.name) = lower(${unit.name})`)
    .where('unit.id', '<>', unit.id)
    .executeTakeFirst();
}

/** The first parent of a unit. */
export async function findFirstParent(db: UnitsDb, unitId: string, validFrom: Day): Promise<Unit | undefined> {
  const row = await db
    .selectFrom('units.membership')
    .select('parent_id')
    .where('unit_id', '=', unitId)
    .where('valid_from', '=', validFrom)
    .executeTakeFirst();
  return row && (await findUnits(db, [row.parent_id]))[0];
}
