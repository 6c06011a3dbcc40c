// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import type { UnitScope } from '#platform/permissions/permissions';
import type { CycleDb } from './tables.ts';

export type Objection = {
  readonly id: string;
  readonly roundUnitId: string;
  readonly unitName: string;
  readonly groupCode: string;
  readonly itemCode: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly at: string;
  readonly actorName: string;
  readonly accepted: boolean | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  /** Whether the item was given a second appraisal after the objection was made; that of an earlier turn does not follow it. */
  readonly appraisedSince: boolean;
};

function told(db: CycleDb, scope: Pick<UnitScope, 'roots'>) {
  return db
    .selectFrom('scoring.objection as o')
    .innerJoin('scoring.round_unit as ru', 'ru.id', 'o.round_unit_id')
    .innerJoin('units.unit as u', 'u.id', 'ru.unit_id')
    .leftJoin('scoring.objection_answer as a', 'a.objection_id', 'o.id')
    .select([
      'o.id',
      'o.round_unit_id as roundUnitId',
      'u.authority_name as unitName',
      'ru.group_code as groupCode',
      'o.item_code as itemCode',
      'o.text',
      'o.due_on as dueOn',
      'o.at',
      'o.actor_name as actorName',
      'a.accepted',
      'a.text as answer',
      'a.at as answeredAt',
      'a.actor_name as answeredBy',
      sql<boolean>`exists (select from scoring.score s where s.round_unit_id = o.round_unit_id and s.item_code = o.item_code
        and s.stage = 'appraised_2' and s.at > o.at)`.as('appraisedSince'),
    ])
    .where(withinScope('ru.unit_id', scope));
}

/** Objections of a round that a scope reaches, or of one of its sheets, earliest first. */
export async function selectObjections(
  db: CycleDb,
  scope: Pick<UnitScope, 'roots'>,
  roundId: string,
  sheetId?: string,
): Promise<Objection[]> {
  return told(db, scope)
    .where('ru.round_id', '=', roundId)
    .$if(sheetId !== undefined, (query) => query.where('o.round_unit_id', '=', sheetId ?? ''))
    .orderBy('o.at')
    .execute();
}

export async function findObjection(db: CycleDb, scope: Pick<UnitScope, 'roots'>, id: string): Promise<Objection | undefined> {
  return told(db, scope).where('o.id', '=', id).executeTakeFirst();
}

export async function insertObjection(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  row: { readonly roundUnitId: string; readonly itemCode: string; readonly text: string; readonly dueOn: string | null },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('scoring.objection')
    .values({
      id,
      round_unit_id: row.roundUnitId,
      item_code: row.itemCode,
      text: row.text,
      due_on: row.dueOn,
      actor_id: actor.id,
      actor_name: actor.name,
    })
    .execute();
  return id;
}

/** Adds the answer; the caller holds the lock of the sheet and has seen that there is none. */
export async function insertAnswer(
  db: CycleDb,
  actor: Pick<Actor, 'id' | 'name'>,
  row: { readonly objectionId: string; readonly accepted: boolean; readonly text: string },
): Promise<void> {
  await db
    .insertInto('scoring.objection_answer')
    .values({ objection_id: row.objectionId, accepted: row.accepted, text: row.text, actor_id: actor.id, actor_name: actor.name })
    .execute();
}
