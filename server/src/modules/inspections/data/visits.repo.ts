// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import type { ReformField } from '#kernel/reform-fields';
import { withinScope } from '#modules/units';
import { violatedConstraint } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type VisitKind, type VisitStep, visitKinds, visitSteps } from '../domain/vocabulary.ts';
import { unitIsTold } from './rounds.repo.ts';
import type { InspectionsDb } from './tables.ts';
import { fieldsOf, oneOf, type Representative, representativesOf, type TimetableEntry, timetableOf } from './values.ts';

type Scope = Pick<UnitScope, 'roots'>;

export type Visit = {
  readonly id: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** "Huyện Điện Biên", beside the authority "UBND huyện Điện Biên". */
  readonly placeName: string;
  readonly unitValidFrom: string;
  readonly unitValidTo: string | null;
  readonly kind: VisitKind;
  readonly visitOn: string | null;
  readonly visitTo: string | null;
  readonly timetable: readonly TimetableEntry[];
  readonly place: string | null;
  /** Reform fields checked here; null is all of the checklist. */
  readonly reformFields: readonly ReformField[] | null;
  readonly step: VisitStep;
  readonly reportText: string | null;
  readonly reportFileId: string | null;
  readonly representatives: readonly Representative[];
  readonly opinion: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly minutesDocumentId: string | null;
  readonly signedOn: string | null;
  readonly illustrative: boolean;
  readonly updatedBy: string;
  readonly version: number;
};

const columns = [
  'v.id',
  'v.round_id',
  'v.unit_id',
  'u.code',
  'u.authority_name',
  'u.name',
  'u.valid_from',
  'u.valid_to',
  'v.kind',
  'v.visit_on',
  'v.visit_to',
  'v.timetable',
  'v.place',
  'v.reform_fields',
  'v.step',
  'v.report_text',
  'v.report_file_id',
  'v.unit_representatives',
  'v.unit_opinion',
  'v.opened_at',
  'v.closed_at',
  'v.minutes_document_id',
  'v.signed_on',
  'v.illustrative',
  'v.updated_by',
  'v.version',
] as const;

function selected(db: InspectionsDb) {
  return db
    .selectFrom('inspections.visit as v')
    .innerJoin('units.unit as u', 'u.id', 'v.unit_id')
    .select(columns)
    .where('v.withdrawn_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function toVisit(row: Row): Visit {
  return {
    id: row.id,
    roundId: row.round_id,
    unitId: row.unit_id,
    unitCode: row.code,
    unitName: row.authority_name,
    placeName: row.name,
    unitValidFrom: row.valid_from,
    unitValidTo: row.valid_to,
    kind: oneOf(visitKinds, row.kind),
    visitOn: row.visit_on,
    visitTo: row.visit_to,
    timetable: timetableOf(row.timetable),
    place: row.place,
    reformFields: row.reform_fields && fieldsOf(row.reform_fields),
    step: oneOf(visitSteps, row.step),
    reportText: row.report_text,
    reportFileId: row.report_file_id,
    representatives: representativesOf(row.unit_representatives),
    opinion: row.unit_opinion,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    minutesDocumentId: row.minutes_document_id,
    signedOn: row.signed_on,
    illustrative: row.illustrative,
    updatedBy: row.updated_by,
    version: row.version,
  };
}

/** Visits of a round, the main unit first; only those in the scope. */
export async function selectVisits(db: InspectionsDb, scope: Scope, roundId: string): Promise<Visit[]> {
  const rows = await selected(db)
    .where('v.round_id', '=', roundId)
    .where(withinScope('v.unit_id', scope))
    .orderBy('v.sort')
    .orderBy('v.id')
    .execute();
  return rows.map(toVisit);
}

export async function findVisit(db: InspectionsDb, id: string): Promise<Visit | undefined> {
  const row = await selected(db).where('v.id', '=', id).executeTakeFirst();
  return row && toVisit(row);
}

/** Which of the visits lie in the scope and are known to their units. */
export async function visitsWithin(db: InspectionsDb, scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('inspections.visit as v')
    .innerJoin('inspections.round as r', 'r.id', 'v.round_id')
    .select('v.id')
    .where('v.id', 'in', [...ids])
    .where(withinScope('v.unit_id', scope))
    .where(unitIsTold)
    .execute();
  return new Set(rows.map((row) => row.id));
}

export type NewVisit = {
  readonly unitId: string;
  readonly kind: VisitKind;
  readonly visitOn: string | null;
  readonly visitTo: string | null;
  readonly place: string | null;
  readonly reformFields: readonly ReformField[] | null;
  readonly illustrative: boolean;
};

/** @throws AppError `inspections.unit_twice` */
export async function insertVisit(db: InspectionsDb, roundId: string, by: string, visit: NewVisit): Promise<string> {
  const id = newId();
  try {
    await db
      .insertInto('inspections.visit')
      .values({
        id,
        round_id: roundId,
        unit_id: visit.unitId,
        kind: visit.kind,
        visit_on: visit.visitOn,
        visit_to: visit.visitTo,
        place: visit.place,
        reform_fields: visit.reformFields && [...visit.reformFields],
        report_text: null,
        report_file_id: null,
        unit_opinion: null,
        opened_at: null,
        closed_at: null,
        minutes_document_id: null,
        signed_on: null,
        illustrative: visit.illustrative,
        sort: sql<number>`(select count(*)::int from inspections.visit where round_id = ${roundId}::uuid)`,
        withdrawn_at: null,
        updated_by: by,
      })
      .execute();
    return id;
  } catch (error) {
    if (violatedConstraint(error) === 'visit_round_unit_key') throw new AppError('conflict', 'inspections.unit_twice');
    throw error;
  }
}

export type VisitChange = {
  readonly kind?: VisitKind | undefined;
  readonly visitOn?: string | null | undefined;
  readonly visitTo?: string | null | undefined;
  readonly timetable?: readonly TimetableEntry[] | undefined;
  readonly place?: string | null | undefined;
  readonly reformFields?: readonly ReformField[] | null | undefined;
  readonly step?: VisitStep | undefined;
  readonly reportText?: string | null | undefined;
  readonly reportFileId?: string | null | undefined;
  readonly representatives?: readonly Representative[] | undefined;
  readonly opinion?: string | null | undefined;
  readonly openedAt?: string | null | undefined;
  readonly closedAt?: string | null | undefined;
  readonly minutesDocumentId?: string | null | undefined;
  readonly signedOn?: string | null | undefined;
  readonly withdrawn?: true | undefined;
};

const columnOf = {
  kind: 'kind',
  visitOn: 'visit_on',
  visitTo: 'visit_to',
  place: 'place',
  step: 'step',
  reportText: 'report_text',
  reportFileId: 'report_file_id',
  opinion: 'unit_opinion',
  openedAt: 'opened_at',
  closedAt: 'closed_at',
  minutesDocumentId: 'minutes_document_id',
  signedOn: 'signed_on',
} as const;

/** Changes a visit that still has the version read; false where someone was quicker. */
export async function updateVisit(db: InspectionsDb, id: string, version: number, by: string, change: VisitChange): Promise<boolean> {
  const plain = Object.entries(columnOf).flatMap(([key, column]) => {
    const value = change[key as keyof typeof columnOf];
    return value === undefined ? [] : [[column, typeof value === 'string' ? value.normalize('NFC') : value] as const];
  });
  const result = await db
    .updateTable('inspections.visit')
    .set({
      version: version + 1,
      updated_at: sql<string>`now()`,
      updated_by: by,
      ...Object.fromEntries(plain),
      ...(change.timetable === undefined ? {} : { timetable: JSON.stringify(change.timetable) }),
      ...(change.representatives === undefined ? {} : { unit_representatives: JSON.stringify(change.representatives) }),
      ...(change.reformFields === undefined ? {} : { reform_fields: change.reformFields && [...change.reformFields] }),
      ...(change.withdrawn ? { withdrawn_at: sql<string>`now()` } : {}),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
