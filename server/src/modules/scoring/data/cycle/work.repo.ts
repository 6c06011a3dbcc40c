// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import type { UnitState } from '../../domain/cycle/phases.ts';
import type { CycleDb } from './tables.ts';

type Reach = Pick<UnitScope, 'roots'>;
export type WaitingSheet = { readonly id: string; readonly groupCode: string; readonly unitName: string };

/** The sheets of a round in a state that lie in two reaches, the first by name, and how many there are. */
export async function selectWaitingSheets(
  db: CycleDb,
  scope: Reach,
  right: Reach,
  asked: { readonly roundId: string; readonly state: UnitState; readonly most: number },
): Promise<{ readonly total: number; readonly rows: readonly WaitingSheet[] }> {
  const rows = await db
    .selectFrom('scoring.round_unit as ru')
    .innerJoin('units.unit as u', 'u.id', 'ru.unit_id')
    .select(['ru.id', 'ru.group_code as groupCode', 'u.authority_name as unitName', sql<number>`(count(*) over ())::int`.as('total')])
    .where('ru.round_id', '=', asked.roundId)
    .where('ru.state', '=', asked.state)
    .where(withinScope('ru.unit_id', scope))
    .where(withinScope('ru.unit_id', right))
    .orderBy('u.name')
    .orderBy('u.code')
    .limit(asked.most)
    .execute();
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _, ...row }) => row) };
}

/**
 * Objections to some items of a round, within a reach and without those of some units: how many have no answer, and how many items were
 * granted a second appraisal that has not been made since.
 */
export async function countObjections(
  db: CycleDb,
  scope: Reach,
  roundId: string,
  codesOf: ReadonlyMap<string, readonly string[]>,
  withoutUnits: readonly string[],
): Promise<{ readonly unanswered: number; readonly granted: number }> {
  const sum = { unanswered: 0, granted: 0 };
  for (const [group, codes] of codesOf) {
    const found = await db
      .selectFrom('scoring.objection as o')
      .innerJoin('scoring.round_unit as ru', 'ru.id', 'o.round_unit_id')
      .leftJoin('scoring.objection_answer as a', 'a.objection_id', 'o.id')
      .select([
        sql<number>`(count(*) filter (where a.objection_id is null))::int`.as('unanswered'),
        sql<number>`(count(distinct (o.round_unit_id, o.item_code)) filter (where a.accepted and not exists (
          select from scoring.score s where s.round_unit_id = o.round_unit_id and s.item_code = o.item_code
            and s.stage = 'appraised_2' and s.at > o.at)))::int`.as('granted'),
      ])
      .where('ru.round_id', '=', roundId)
      .where('ru.group_code', '=', group)
      .where(sql<SqlBool>`o.item_code = any(${[...codes]}::text[])`)
      .where(withinScope('ru.unit_id', scope))
      .where(sql<SqlBool>`ru.unit_id <> all(${[...withoutUnits]}::uuid[])`)
      .executeTakeFirst();
    sum.unanswered += found?.unanswered ?? 0;
    sum.granted += found?.granted ?? 0;
  }
  return sum;
}
