// SPDX-License-Identifier: Apache-2.0
import { type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/ids';
import { type ReformField, reformFields } from '#kernel/reform-fields';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import { type RecommendationState, recommendationStates, waitingForUnit } from '../domain/recommendation-states.ts';
import type { ActionsDb } from './tables.ts';

type Scope = Pick<UnitScope, 'roots'>;

/** A recommendation with the name of the unit that owns it. */
export type Recommendation = {
  readonly id: string;
  readonly originModule: string;
  readonly originType: string;
  readonly originId: string;
  readonly originPartId: string | null;
  readonly originTitle: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly ownerPosition: string | null;
  readonly text: string;
  readonly reformField: ReformField | null;
  readonly dueOn: string | null;
  /** Day on which it was made; null where nobody recorded it. */
  readonly madeOn: string | null;
  readonly state: RecommendationState;
  readonly reportText: string | null;
  readonly note: string | null;
  readonly paragraph: number | null;
  readonly evidenceCount: number;
  /** Whether the unit sees it; an inspection team drafts before it releases. */
  readonly isReleased: boolean;
  readonly updatedBy: string;
  readonly version: number;
};

export type RecommendationFilter = {
  readonly origin?: { readonly module: string; readonly id: string; readonly partId?: string | undefined } | undefined;
  readonly unitId?: string | undefined;
  readonly states?: readonly RecommendationState[] | undefined;
  /** Only those still waiting for the unit whose deadline lies before this day. */
  readonly overdueOn?: string | undefined;
  readonly search?: string | undefined;
  /** Only those that the units may see. */
  readonly releasedOnly?: boolean | undefined;
};

export type NewRecommendation = {
  readonly origin: {
    readonly module: string;
    readonly type: string;
    readonly id: string;
    readonly partId?: string | null | undefined;
    readonly title: string;
  };
  readonly unitId: string;
  readonly ownerPosition?: string | null | undefined;
  readonly text: string;
  readonly reformField?: ReformField | null | undefined;
  readonly dueOn?: string | null | undefined;
  /** Day on which it is made, such as that of the minutes; today where absent. No deadline lies before it. */
  readonly madeOn?: string | undefined;
  /** A remark that stays visible beside it, for example where the deadline comes from. */
  readonly note?: string | null | undefined;
  readonly paragraph?: number | null | undefined;
  /** False while the origin still drafts; `releaseRecommendations` hands it over to the unit. */
  readonly released?: boolean | undefined;
};

const isState = (text: string): text is RecommendationState => recommendationStates.some((state) => state === text);
const isField = (text: string): text is ReformField => reformFields.some((field) => field === text);

function selected(db: ActionsDb, scope: Scope) {
  return db
    .selectFrom('actions.recommendation as r')
    .innerJoin('units.unit as u', 'u.id', 'r.unit_id')
    .select([
      'r.id',
      'r.origin_module',
      'r.origin_type',
      'r.origin_id',
      'r.origin_part_id',
      'r.origin_title',
      'r.unit_id',
      'u.authority_name',
      'r.owner_position',
    ])
    .select([
      'r.text',
      'r.reform_field',
      'r.due_on',
      'r.made_on',
      'r.state',
      'r.report_text',
      'r.note',
      'r.paragraph',
      'r.released_at',
      'r.updated_by',
      'r.version',
    ])
    .select(
      sql<number>`(select count(*)::int from actions.recommendation_evidence e where e.recommendation_id = r.id)`.as('evidence_count'),
    )
    .where('r.withdrawn_at', 'is', null)
    .where(withinScope('r.unit_id', scope));
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function toRecommendation(row: Row): Recommendation {
  return {
    id: row.id,
    originModule: row.origin_module,
    originType: row.origin_type,
    originId: row.origin_id,
    originPartId: row.origin_part_id,
    originTitle: row.origin_title,
    unitId: row.unit_id,
    unitName: row.authority_name,
    ownerPosition: row.owner_position,
    text: row.text,
    reformField: row.reform_field !== null && isField(row.reform_field) ? row.reform_field : null,
    dueOn: row.due_on,
    madeOn: row.made_on,
    state: isState(row.state) ? row.state : 'open',
    reportText: row.report_text,
    note: row.note,
    paragraph: row.paragraph,
    evidenceCount: row.evidence_count,
    isReleased: row.released_at !== null,
    updatedBy: row.updated_by,
    version: row.version,
  };
}

function matching(db: ActionsDb, scope: Scope, filter: RecommendationFilter) {
  const { origin, unitId, states, overdueOn, search, releasedOnly = false } = filter;
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean);
  return selected(db, scope)
    .$if(origin !== undefined, (query) =>
      query.where('r.origin_module', '=', origin?.module ?? '').where('r.origin_id', '=', origin?.id ?? ''),
    )
    .$if(origin?.partId !== undefined, (query) => query.where('r.origin_part_id', '=', origin?.partId ?? ''))
    .$if(unitId !== undefined, (query) => query.where(withinScope('r.unit_id', { roots: [unitId ?? ''] })))
    .$if(states !== undefined && states.length > 0, (query) => query.where('r.state', 'in', [...(states ?? [])]))
    .$if(releasedOnly, (query) => query.where('r.released_at', 'is not', null))
    .$if(overdueOn !== undefined, (query) => query.where('r.due_on', '<', overdueOn ?? '').where('r.state', 'in', waitingForUnit))
    .$if(words.length > 0, (query) =>
      query.where((eb) =>
        eb.and(
          words.map(
            (word) =>
              sql<SqlBool>`r.search || ' ' || platform.fold(u.authority_name) like '%' || platform.fold(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`,
          ),
        ),
      ),
    );
}

export async function selectRecommendations(
  db: ActionsDb,
  scope: Scope,
  filter: RecommendationFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: Recommendation[]; total: number }> {
  const query = matching(db, scope, filter);
  const rows = await query
    .orderBy(sql`r.due_on asc nulls last`)
    .orderBy('r.origin_id')
    .orderBy('r.position')
    .orderBy('r.id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const { total } = await query.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map(toRecommendation), total };
}

export async function findRecommendation(db: ActionsDb, scope: Scope, id: string): Promise<Recommendation | undefined> {
  const row = await selected(db, scope).where('r.id', '=', id).executeTakeFirst();
  return row && toRecommendation(row);
}

export async function insertRecommendation(
  db: ActionsDb,
  by: string,
  input: NewRecommendation & { readonly madeOn: string },
): Promise<string> {
  const id = newId();
  const { origin } = input;
  await db
    .insertInto('actions.recommendation')
    .values({
      id,
      origin_module: origin.module,
      origin_type: origin.type,
      origin_id: origin.id,
      origin_part_id: origin.partId ?? null,
      origin_title: origin.title,
      unit_id: input.unitId,
      owner_position: input.ownerPosition ?? null,
      text: input.text.normalize('NFC'),
      reform_field: input.reformField ?? null,
      due_on: input.dueOn ?? null,
      made_on: input.madeOn,
      report_text: null,
      note: input.note ?? null,
      paragraph: input.paragraph ?? null,
      position: sql<number>`(select count(*)::int from actions.recommendation o where o.origin_module = ${origin.module} and o.origin_id = ${origin.id})`,
      released_at: input.released === false ? null : sql<string>`now()`,
      withdrawn_at: null,
      updated_by: by,
    })
    .execute();
  return id;
}

export type RecommendationChange = {
  readonly text?: string | undefined;
  readonly reformField?: ReformField | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly unitId?: string | undefined;
  readonly ownerPosition?: string | null | undefined;
  readonly state?: RecommendationState | undefined;
  readonly reportText?: string | undefined;
  readonly withdrawn?: true | undefined;
};

/** Changes a recommendation that still has the version read; false where someone was quicker. */
export async function updateRecommendation(
  db: ActionsDb,
  id: string,
  version: number,
  by: string,
  change: RecommendationChange,
): Promise<boolean> {
  const result = await db
    .updateTable('actions.recommendation')
    .set({
      version: version + 1,
      updated_at: sql<string>`now()`,
      updated_by: by,
      ...(change.text === undefined ? {} : { text: change.text.normalize('NFC') }),
      ...(change.reformField === undefined ? {} : { reform_field: change.reformField }),
      ...(change.dueOn === undefined ? {} : { due_on: change.dueOn }),
      ...(change.unitId === undefined ? {} : { unit_id: change.unitId }),
      ...(change.ownerPosition === undefined ? {} : { owner_position: change.ownerPosition }),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.reportText === undefined ? {} : { report_text: change.reportText.normalize('NFC') }),
      ...(change.withdrawn ? { withdrawn_at: sql<string>`now()` } : {}),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Hands the drafted recommendations of an origin over to their units. */
export async function setReleased(
  db: ActionsDb,
  origin: { readonly module: string; readonly id: string; readonly partId?: string | undefined },
): Promise<void> {
  await db
    .updateTable('actions.recommendation')
    .set({ released_at: sql<string>`now()` })
    .where('origin_module', '=', origin.module)
    .where('origin_id', '=', origin.id)
    .$if(origin.partId !== undefined, (query) => query.where('origin_part_id', '=', origin.partId ?? ''))
    .where('released_at', 'is', null)
    .execute();
}
