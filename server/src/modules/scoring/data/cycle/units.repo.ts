// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import type { UnitScope } from '#platform/permissions/permissions';
import type { Extension } from '../../domain/cycle/due.ts';
import type { Phase, UnitState } from '../../domain/cycle/phases.ts';
import type { CycleDb } from './tables.ts';

type Reach = Pick<UnitScope, 'roots'>;

export type RoundUnit = {
  readonly id: string;
  readonly roundId: string;
  readonly groupCode: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly authorityName: string;
  readonly state: UnitState;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly version: number;
  readonly updatedBy: string;
};

function placed(db: CycleDb) {
  return db
    .selectFrom('scoring.round_unit as ru')
    .innerJoin('units.unit as u', 'u.id', 'ru.unit_id')
    .select([
      'ru.id',
      'ru.round_id as roundId',
      'ru.group_code as groupCode',
      'ru.unit_id as unitId',
      'u.code as unitCode',
      'u.name as unitName',
      'u.authority_name as authorityName',
      'ru.state',
      'ru.approved_at as approvedAt',
      'ru.approved_by as approvedBy',
      'ru.version',
      'ru.updated_by as updatedBy',
    ]);
}

/** The units of a round that a scope reaches, by name. */
export async function selectRoundUnits(db: CycleDb, scope: Reach, roundId: string): Promise<RoundUnit[]> {
  return placed(db)
    .where('ru.round_id', '=', roundId)
    .where(withinScope('ru.unit_id', scope))
    .orderBy('u.name')
    .orderBy('u.code')
    .execute();
}

/** The names of the units of some sheets, as far as a scope reaches, by sheet. */
export async function selectSheetNames(db: CycleDb, scope: Reach, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('scoring.round_unit as ru')
    .innerJoin('units.unit as u', 'u.id', 'ru.unit_id')
    .select(['ru.id', 'u.authority_name as name'])
    .where(sql<SqlBool>`ru.id = any(${[...ids]}::uuid[])`)
    .where(withinScope('ru.unit_id', scope))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function findRoundUnit(
  db: CycleDb,
  scope: Reach,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<RoundUnit | undefined> {
  return placed(db)
    .where('ru.id', '=', id)
    .where(withinScope('ru.unit_id', scope))
    .$if(options.lock === true, (query) => query.forUpdate('ru'))
    .executeTakeFirst();
}

export async function countUnits(
  db: CycleDb,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, { units: number; approved: number }>> {
  if (roundIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('scoring.round_unit')
    .select([
      'round_id',
      sql<number>`count(*)::int`.as('units'),
      sql<number>`(count(*) filter (where state = 'approved'))::int`.as('approved'),
    ])
    .where('round_id', 'in', [...roundIds])
    .groupBy('round_id')
    .execute();
  return new Map(rows.map(({ round_id, units, approved }) => [round_id, { units, approved }]));
}

/** Which of the units lie below the organiser on a day. */
export async function unitsBelow(db: CycleDb, organiserId: string, unitIds: readonly string[], day: Day): Promise<ReadonlySet<string>> {
  if (unitIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select s.descendant_id as id from units.lineage_span s
    join units.unit u on u.id = s.descendant_id
    where s.ancestor_id = ${organiserId} and s.descendant_id = any(${[...unitIds]}::uuid[]) and s.descendant_id <> ${organiserId}
      and ${day}::date between s.valid_from and s.valid_to and u.valid_from <= ${day}::date and coalesce(u.valid_to, 'infinity') >= ${day}::date`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

export async function updateUnit(
  db: CycleDb,
  id: string,
  by: string,
  change: { readonly state?: UnitState; readonly approved?: boolean } = {},
): Promise<void> {
  await db
    .updateTable('scoring.round_unit')
    .set({
      ...(change.state ? { state: change.state } : {}),
      ...(change.approved === undefined
        ? {}
        : { approved_at: change.approved ? sql<string>`now()` : null, approved_by: change.approved ? by : null }),
      version: sql<number>`version + 1`,
      updated_at: sql<string>`now()`,
      updated_by: by,
    })
    .where('id', '=', id)
    .execute();
}

export async function insertExtension(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  row: { readonly roundUnitId: string; readonly phase: Phase; readonly closesOn: Day; readonly reason: string },
): Promise<void> {
  await db
    .insertInto('scoring.round_extension')
    .values({
      id: newId(),
      round_unit_id: row.roundUnitId,
      phase: row.phase,
      closes_on: row.closesOn,
      reason: row.reason,
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .execute();
}

/** Extensions by sheet, earliest first. */
export async function selectExtensions(db: CycleDb, roundUnitIds: readonly string[]): Promise<ReadonlyMap<string, Extension[]>> {
  const found = new Map<string, Extension[]>();
  if (roundUnitIds.length === 0) return found;
  const rows = await db
    .selectFrom('scoring.round_extension')
    .select(['round_unit_id as roundUnitId', 'phase', 'closes_on as closesOn', 'reason', 'at', 'actor_name as actorName'])
    .where('round_unit_id', 'in', [...roundUnitIds])
    .orderBy('at')
    .execute();
  for (const { roundUnitId, ...extension } of rows) found.set(roundUnitId, [...(found.get(roundUnitId) ?? []), extension]);
  return found;
}
