// SPDX-License-Identifier: Apache-2.0
import type { Generated, GeneratedAlways } from 'kysely';
import { type UnitsViews, withinScope } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';

export type ActionsTables = {
  'actions.recommendation': {
    id: string;
    origin_module: string;
    origin_type: string;
    origin_id: string;
    origin_part_id: string | null;
    origin_title: string;
    unit_id: string;
    owner_position: string | null;
    text: string;
    reform_field: string | null;
    due_on: string | null;
    made_on: string | null;
    state: Generated<string>;
    report_text: string | null;
    note: string | null;
    paragraph: number | null;
    position: Generated<number>;
    released_at: string | null;
    withdrawn_at: string | null;
    created_at: Generated<string>;
    updated_at: Generated<string>;
    updated_by: string;
    version: Generated<number>;
    search: GeneratedAlways<string>;
  };
  'actions.recommendation_event': {
    id: string;
    recommendation_id: string;
    unit_id: string;
    from_state: string | null;
    to_state: string;
    note: string | null;
    due_on: string | null;
    at: Generated<string>;
    actor_id: string;
    actor_name: string;
  };
  'actions.recommendation_evidence': { recommendation_id: string; file_id: string; added_at: Generated<string>; added_by: string };
  'platform.file': {
    id: string;
    sha256: string;
    size_bytes: number;
    name: string;
    media_type: string;
    unit_id: string;
    created_at: Generated<string>;
    created_by: string;
  };
};

export type ActionsDb = Db<ActionsTables & UnitsViews>;

/** The same handle, narrowed to the tables this module may name. */
export function actionsDb<T>(db: Db<T>): ActionsDb {
  return db as unknown as ActionsDb;
}

/** Whether a unit exists within the scope. */
export async function unitWithin(db: ActionsDb, scope: Pick<UnitScope, 'roots'>, unitId: string): Promise<boolean> {
  const row = await db
    .selectFrom('units.unit as u')
    .select('u.id')
    .where('u.id', '=', unitId)
    .where(withinScope('u.id', scope))
    .executeTakeFirst();
  return row !== undefined;
}
