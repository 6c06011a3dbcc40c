// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import type { UnitScope } from '#platform/permissions/permissions';
import type { SuccessionKind } from '../domain/plan-succession.ts';
import type { UnitLevel } from '../domain/unit.ts';
import { withinScope } from './scope.ts';
import type { UnitsDb } from './tables.ts';

/** A neighbour of a unit: enough to name it; `reachable` tells whether the reader may open it. */
export type UnitReference = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: UnitLevel;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly reachable: boolean;
};

export type ParentReference = UnitReference & { readonly from: Day; readonly to: Day | null };

export type SuccessionReference = {
  readonly onDay: Day;
  readonly kind: SuccessionKind;
  readonly divided: boolean;
  readonly decision: string | null;
  /** The other unit; null where a unit was dissolved without an heir. */
  readonly unit: UnitReference | null;
};

const reference = ['unit.id', 'unit.code', 'unit.name', 'unit.level', 'unit.valid_from', 'unit.valid_to'] as const;

type ReferenceRow = {
  id: string;
  code: string;
  name: string;
  level: UnitLevel;
  valid_from: string;
  valid_to: string | null;
  reachable: boolean;
};

function toReference(row: ReferenceRow): UnitReference {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    level: row.level,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    reachable: row.reachable,
  };
}

export async function listParents(db: UnitsDb, scope: Pick<UnitScope, 'roots'>, unitId: string): Promise<ParentReference[]> {
  const rows = await db
    .selectFrom('units.membership as membership')
    .innerJoin('units.unit as unit', 'unit.id', 'membership.parent_id')
    .select([
      ...reference,
      'membership.valid_from as member_from',
      'membership.valid_to as member_to',
      withinScope('unit.id', scope).$castTo<boolean>().as('reachable'),
    ])
    .where('membership.unit_id', '=', unitId)
    .orderBy('membership.valid_from', 'desc')
    .execute();
  return rows.map((row) => ({ ...toReference(row), from: row.member_from, to: row.member_to }));
}

/** The parent on a day, its parent and so on, nearest first. */
export async function listAncestors(db: UnitsDb, scope: Pick<UnitScope, 'roots'>, unitId: string, day: Day): Promise<UnitReference[]> {
  const { rows } = await sql<ReferenceRow>`
    with recursive up (id, depth) as (
      select ${unitId}::uuid, 0
      union all
      select m.parent_id, up.depth + 1 from up
      join units.membership m on m.unit_id = up.id and daterange(m.valid_from, m.valid_to, '[]') @> ${day}::date
    )
    select unit.id, unit.code, unit.name, unit.level, unit.valid_from, unit.valid_to, ${withinScope('unit.id', scope)} as reachable
    from up join units.unit unit on unit.id = up.id where up.depth > 0 order by up.depth`.execute(db);
  return rows.map(toReference);
}

/** Which units came before (`predecessors`) or after (`successors`) a unit. */
export async function listSuccessions(
  db: UnitsDb,
  scope: Pick<UnitScope, 'roots'>,
  unitId: string,
  direction: 'predecessors' | 'successors',
): Promise<SuccessionReference[]> {
  const [own, other] = direction === 'successors' ? (['old_unit_id', 'new_unit_id'] as const) : (['new_unit_id', 'old_unit_id'] as const);
  const rows = await db
    .selectFrom('units.succession as succession')
    .leftJoin('units.unit as unit', 'unit.id', `succession.${other}`)
    .select([
      ...reference,
      'succession.on_day',
      'succession.kind',
      'succession.divided',
      'succession.decision',
      withinScope('unit.id', scope).$castTo<boolean>().as('reachable'),
    ])
    .where(`succession.${own}`, '=', unitId)
    .orderBy('succession.on_day')
    .orderBy('unit.code')
    .execute();
  return rows.map((row) => ({ onDay: row.on_day, kind: row.kind, divided: row.divided, decision: row.decision, unit: present(row) }));
}

type Maybe<T> = { [K in keyof T]: T[K] | null };

function present(row: Maybe<ReferenceRow>): UnitReference | null {
  const { id, code, name, level, valid_from, valid_to, reachable } = row;
  if (id === null || code === null || name === null || level === null || valid_from === null) return null;
  return toReference({ id, code, name, level, valid_from, valid_to, reachable: reachable === true });
}

/** Whether these units are all that stand at the top of the tree on a day. */
export async function areAllTops(db: UnitsDb, unitIds: readonly string[], day: Day): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select count(*) > 0 and bool_and(unit.id = any(${[...unitIds]}::uuid[])) as whole from units.unit unit
    where daterange(unit.valid_from, unit.valid_to, '[]') @> ${day}::date
      and not exists (select from units.membership m where m.unit_id = unit.id and daterange(m.valid_from, m.valid_to, '[]') @> ${day}::date)`.execute(
    db,
  );
  return rows[0]?.whole === true;
}
