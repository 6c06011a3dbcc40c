// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { newId } from '#kernel/ids';
import type { ChildMembership, Heir, Move, Succession, SuccessionKind, SuccessionPlan } from '../domain/plan-succession.ts';
import { translated } from './constraints.ts';
import type { UnitsDb } from './tables.ts';
import { findUnits } from './units.repo.ts';

/** One change of the tree at a time: the rules read several units that no single row lock covers. */
export async function lockTree(db: UnitsDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('units.tree'))`.execute(db);
}

export async function insertUnit(db: UnitsDb, { unit, parentId }: Heir): Promise<void> {
  try {
    await db
      .insertInto('units.unit')
      .values({
        id: unit.id,
        code: unit.code,
        level: unit.level,
        name: unit.name,
        authority_name: unit.authorityName,
        document_symbol: unit.documentSymbol,
        agency_code: unit.agencyCode,
        valid_from: unit.validFrom,
        valid_to: unit.validTo,
        start_known: unit.startKnown,
        mark: unit.mark,
        note: unit.note,
        decision: unit.decision,
      })
      .execute();
  } catch (error) {
    throw translated(error, { code: unit.code });
  }
  if (parentId !== null) await insertMembership(db, unit.id, parentId, unit.validFrom, unit.validTo);
}

async function insertMembership(db: UnitsDb, unitId: string, parentId: string, from: Day, to: Day | null): Promise<void> {
  await db.insertInto('units.membership').values({ unit_id: unitId, parent_id: parentId, valid_from: from, valid_to: to }).execute();
}

export async function findUpdatedBy(db: UnitsDb, id: string): Promise<string | null> {
  const row = await db.selectFrom('units.unit').select('updated_by').where('id', '=', id).executeTakeFirst();
  return row?.updated_by ?? null;
}

/** The parent that a unit has on a day. */
export async function findParentId(db: UnitsDb, unitId: string, day: Day): Promise<string | null> {
  const row = await db
    .selectFrom('units.membership')
    .select('parent_id')
    .where('unit_id', '=', unitId)
    .where(sql<boolean>`daterange(valid_from, valid_to, '[]') @> ${day}::date`)
    .executeTakeFirst();
  return row?.parent_id ?? null;
}

/** First membership of these units that begins after the day: a later change that an earlier one would cut through. */
export async function findLaterMembership(
  db: UnitsDb,
  unitIds: readonly string[],
  day: Day,
): Promise<{ unitId: string; from: Day } | undefined> {
  const row = await db
    .selectFrom('units.membership')
    .select(['unit_id', 'valid_from'])
    .where('unit_id', 'in', [...unitIds])
    .where('valid_from', '>=', day)
    .orderBy('valid_from')
    .executeTakeFirst();
  return row && { unitId: row.unit_id, from: row.valid_from };
}

export async function listChildMemberships(db: UnitsDb, parentIds: readonly string[], day: Day): Promise<ChildMembership[]> {
  const rows = await db
    .selectFrom('units.membership')
    .selectAll()
    .where('parent_id', 'in', [...parentIds])
    .where(sql<boolean>`(valid_to is null or valid_to >= ${day}::date)`)
    .orderBy('unit_id')
    .orderBy('valid_from')
    .execute();
  const units = new Map((await findUnits(db, [...new Set(rows.map((row) => row.unit_id))])).map((unit) => [unit.id, unit]));
  return rows.flatMap((row) => {
    const child = units.get(row.unit_id);
    return child ? [{ child, parentId: row.parent_id, from: row.valid_from, to: row.valid_to }] : [];
  });
}

/** Carries a planned change out; the lineage is not yet renewed. */
export async function applyPlan(db: UnitsDb, plan: SuccessionPlan, by: string): Promise<void> {
  const tables = db;
  const endingIds = plan.ending.map((unit) => unit.id);
  await tables
    .updateTable('units.unit')
    .set((eb) => ({ valid_to: plan.lastDay, version: eb('version', '+', 1), updated_by: by }))
    .where('id', 'in', endingIds)
    .execute();
  await tables
    .updateTable('units.membership')
    .set({ valid_to: plan.lastDay })
    .where('unit_id', 'in', endingIds)
    .where('valid_to', 'is', null)
    .execute();
  for (const heir of plan.heirs) await insertUnit(db, heir);
  for (const move of plan.moves) await applyMove(db, move, plan.lastDay);
  const { kind, onDay, decision } = plan;
  await insertSuccessions(
    db,
    plan.successions.map((one) => ({ ...one, kind, onDay, decision })),
  );
}

export type StoredSuccession = Succession & { readonly kind: SuccessionKind; readonly onDay: Day; readonly decision: string | null };

export async function insertSuccessions(db: UnitsDb, successions: readonly StoredSuccession[]): Promise<void> {
  const rows = successions.map((one) => ({
    id: newId(),
    old_unit_id: one.oldUnitId,
    new_unit_id: one.newUnitId,
    on_day: one.onDay,
    kind: one.kind,
    divided: one.divided,
    decision: one.decision,
  }));
  await db.insertInto('units.succession').values(rows).execute();
}

async function applyMove(db: UnitsDb, move: Move, lastDay: Day): Promise<void> {
  const own = db.updateTable('units.membership').where('unit_id', '=', move.child.id).where('parent_id', '=', move.fromParentId);
  if (!move.startedBefore) {
    await own.set({ parent_id: move.toParentId }).where('valid_from', '=', move.from).execute();
    return;
  }
  await own
    .set({ valid_to: lastDay })
    .where('valid_from', '<=', lastDay)
    .where(sql<boolean>`(valid_to is null or valid_to > ${lastDay}::date)`)
    .execute();
  await insertMembership(db, move.child.id, move.toParentId, move.from, move.to);
}

/** Asks the deferred rules now, so that their refusal is told by the statement that broke them. */
export async function askRules(db: UnitsDb): Promise<void> {
  try {
    await sql`set constraints units.membership_within_validity, units.unit_covers_memberships immediate`.execute(db);
    await sql`set constraints units.membership_within_validity, units.unit_covers_memberships deferred`.execute(db);
  } catch (error) {
    throw translated(error);
  }
}

const below = sql`
  below (ancestor_id, descendant_id, days) as (
    select id, id, daterange(valid_from, valid_to, '[]') from units.unit
    union
    select below.ancestor_id, m.unit_id, below.days * daterange(m.valid_from, m.valid_to, '[]')
    from below join units.membership m on m.parent_id = below.descendant_id and daterange(m.valid_from, m.valid_to, '[]') && below.days
  )`;

/** Renews the lineage from the memberships: A is above D where there is a day on which it was, over any number of steps. */
export async function renewLineage(db: UnitsDb): Promise<void> {
  await sql`
    with recursive ${below},
    wanted as (select distinct ancestor_id, descendant_id from below),
    gone as (
      delete from units.lineage l
      where not exists (select from wanted w where w.ancestor_id = l.ancestor_id and w.descendant_id = l.descendant_id)
    )
    insert into units.lineage select ancestor_id, descendant_id from wanted on conflict do nothing`.execute(db);
  await sql`delete from units.lineage_span`.execute(db);
  await sql`
    with recursive ${below}
    insert into units.lineage_span (ancestor_id, descendant_id, valid_from, valid_to)
    select below.ancestor_id, below.descendant_id,
      case when lower(days) <= u.valid_from then '-infinity' else lower(days) end,
      case when upper(days) is null or upper(days) > u.valid_to then 'infinity' else upper(days) - 1 end
    from below join units.unit u on u.id = below.descendant_id`.execute(db);
}
