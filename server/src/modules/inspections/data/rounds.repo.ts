// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { newId } from '#kernel/ids';
import { withinScope } from '#modules/units';
import type { UnitScope } from '#platform/permissions/permissions';
import { type RoundForm, type RoundStep, roundForms, roundSteps } from '../domain/vocabulary.ts';
import type { InspectionsDb } from './tables.ts';
import { oneOf, textsOf } from './values.ts';

/** Who looks: the subtrees of the permission, and the account that may sit in a team. */
export type Reader = Pick<UnitScope, 'roots'> & { readonly actorId: string };

export type Round = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly form: RoundForm;
  readonly subject: string;
  readonly planDocumentId: string | null;
  readonly decisionDocumentId: string | null;
  readonly conclusionDocumentId: string | null;
  readonly previousRoundId: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly inspectedFrom: string | null;
  readonly inspectedTo: string | null;
  readonly meetingOn: string | null;
  readonly organisingUnitId: string;
  readonly organisingUnitName: string;
  readonly teamName: string;
  readonly step: RoundStep;
  readonly checklistVersionId: string | null;
  /** To whom units report what they have remedied, as the conclusion names it. */
  readonly reportTo: string | null;
  readonly reportOutline: readonly string[];
  readonly conclusionIssuedOn: string | null;
  readonly mark: string | null;
  readonly updatedBy: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Whether the reader sees all of the round, or only the visits to the own units. */
  readonly full: boolean;
};

export type RoundValues = Omit<
  Round,
  'id' | 'organisingUnitName' | 'step' | 'conclusionDocumentId' | 'conclusionIssuedOn' | 'updatedBy' | 'updatedAt' | 'version' | 'full'
>;

const columns = [
  'r.id',
  'r.title',
  'r.year',
  'r.form',
  'r.subject',
  'r.plan_document_id',
  'r.decision_document_id',
  'r.conclusion_document_id',
  'r.previous_round_id',
  'r.starts_on',
  'r.ends_on',
  'r.inspected_from',
  'r.inspected_to',
  'r.meeting_on',
  'r.organising_unit_id',
  'u.authority_name',
  'r.team_name',
  'r.step',
  'r.checklist_version_id',
  'r.report_to',
  'r.report_outline',
  'r.conclusion_issued_on',
  'r.mark',
  'r.updated_by',
  'r.updated_at',
  'r.version',
] as const;

/** The organiser's subtree, or a seat in the team. */
function seesAll(reader: Reader): RawBuilder<SqlBool> {
  if (reader.roots === null) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${withinScope('r.organising_unit_id', reader)} or exists (
    select from inspections.team_member m where m.round_id = r.id and m.withdrawn_at is null and m.account_id::text = ${reader.actorId}))`;
}

/** A unit learns of its inspection when it is announced; of an unannounced one when the team stands at its door. */
export const unitIsTold = sql<SqlBool>`(r.step not in ('planned', 'decided') and (r.form <> 'unannounced' or v.step <> 'awaiting_report'))`;

/** All of the round, or at least one announced visit to an own unit. */
export function seesRound(reader: Reader): RawBuilder<SqlBool> {
  if (reader.roots === null) return sql<SqlBool>`true`;
  return sql<SqlBool>`(${seesAll(reader)} or exists (
    select from inspections.visit v where v.round_id = r.id and v.withdrawn_at is null and ${withinScope('v.unit_id', reader)}
      and ${unitIsTold}))`;
}

function selected(db: InspectionsDb, reader: Reader) {
  return db
    .selectFrom('inspections.round as r')
    .innerJoin('units.unit as u', 'u.id', 'r.organising_unit_id')
    .select(columns)
    .select(seesAll(reader).$castTo<boolean>().as('full'))
    .where(seesRound(reader));
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function toRound(row: Row): Round {
  return {
    id: row.id,
    title: row.title,
    year: row.year,
    form: oneOf(roundForms, row.form),
    subject: row.subject,
    planDocumentId: row.plan_document_id,
    decisionDocumentId: row.decision_document_id,
    conclusionDocumentId: row.conclusion_document_id,
    previousRoundId: row.previous_round_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    inspectedFrom: row.inspected_from,
    inspectedTo: row.inspected_to,
    meetingOn: row.meeting_on,
    organisingUnitId: row.organising_unit_id,
    organisingUnitName: row.authority_name,
    teamName: row.team_name,
    step: oneOf(roundSteps, row.step),
    checklistVersionId: row.checklist_version_id,
    reportTo: row.report_to,
    reportOutline: textsOf(row.report_outline),
    conclusionIssuedOn: row.conclusion_issued_on,
    mark: row.mark,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
    version: row.version,
    full: row.full,
  };
}

export async function findRound(db: InspectionsDb, reader: Reader, id: string): Promise<Round | undefined> {
  const row = await selected(db, reader).where('r.id', '=', id).executeTakeFirst();
  return row && toRound(row);
}

/** Makes everyone else who changes this round wait until the transaction ends. */
export async function lockRound(db: InspectionsDb, id: string): Promise<void> {
  await db.selectFrom('inspections.round').select('id').where('id', '=', id).forUpdate().execute();
}

export type RoundFilter = {
  readonly year?: number | undefined;
  readonly step?: RoundStep | undefined;
  readonly form?: RoundForm | undefined;
  readonly unitId?: string | undefined;
  readonly search?: string | undefined;
};

export async function selectRounds(
  db: InspectionsDb,
  reader: Reader,
  filter: RoundFilter,
  page: { offset: number; limit: number },
): Promise<{ rows: Round[]; total: number }> {
  const { year, step, form, unitId, search } = filter;
  const words = (search ?? '').trim().split(/\s+/).filter(Boolean);
  const query = selected(db, reader)
    .$if(year !== undefined, (q) => q.where('r.year', '=', year ?? 0))
    .$if(step !== undefined, (q) => q.where('r.step', '=', step ?? ''))
    .$if(form !== undefined, (q) => q.where('r.form', '=', form ?? ''))
    .$if(unitId !== undefined, (q) =>
      q.where(
        sql<SqlBool>`exists (select from inspections.visit v where v.round_id = r.id and v.withdrawn_at is null and v.unit_id = ${unitId ?? ''}::uuid)`,
      ),
    )
    .$if(words.length > 0, (q) => q.where((eb) => eb.and(words.map((word) => matches(reader, word)))));
  const rows = await query
    .orderBy('r.year', 'desc')
    .orderBy(sql`r.starts_on desc nulls first`)
    .orderBy('r.id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  const { total } = await query.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map(toRound), total };
}

/** A word of the round's own texts, of its documents' numbers, or of an inspected unit that the reader may see. */
function matches(reader: Reader, word: string): RawBuilder<SqlBool> {
  const pattern = sql`'%' || platform.fold(${word.normalize('NFC').replace(/[\\%_]/g, '\\$&')}) || '%'`;
  return sql<SqlBool>`(r.search like ${pattern}
    or exists (select from documents.document d where d.id in (r.plan_document_id, r.decision_document_id, r.conclusion_document_id) and platform.fold(d.code) like ${pattern})
    or exists (select from inspections.visit v join units.unit vu on vu.id = v.unit_id where v.round_id = r.id and v.withdrawn_at is null
      and (${seesAll(reader)} or (${withinScope('v.unit_id', reader)} and ${unitIsTold})) and platform.fold(vu.authority_name || ' ' || vu.name) like ${pattern}))`;
}

export async function insertRound(db: InspectionsDb, by: string, values: RoundValues): Promise<string> {
  const id = newId();
  await db
    .insertInto('inspections.round')
    .values({ id, ...columnsOf(values), conclusion_document_id: null, conclusion_issued_on: null, updated_by: by })
    .execute();
  return id;
}

/** Replaces the values of a round that still has the version read; false where someone was quicker. */
export async function updateRound(db: InspectionsDb, id: string, version: number, by: string, values: RoundValues): Promise<boolean> {
  const result = await db
    .updateTable('inspections.round')
    .set({ ...columnsOf(values), version: version + 1, updated_at: sql<string>`now()`, updated_by: by })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Takes plan or decision off a round that still has the version read; false where someone was quicker. */
export async function clearBasis(db: InspectionsDb, id: string, version: number, by: string, kind: 'plan' | 'decision'): Promise<boolean> {
  const result = await db
    .updateTable('inspections.round')
    .set({
      version: version + 1,
      updated_at: sql<string>`now()`,
      updated_by: by,
      ...(kind === 'plan' ? { plan_document_id: null } : { decision_document_id: null }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Marks a round as changed where its team or visits were; false where someone was quicker. */
export async function touchRound(db: InspectionsDb, id: string, version: number, by: string): Promise<boolean> {
  const result = await db
    .updateTable('inspections.round')
    .set({ version: version + 1, updated_at: sql<string>`now()`, updated_by: by })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** How a conclusion was issued; without a document it was issued on paper, outside of this installation. */
export type Conclusion = { readonly documentId: string | null; readonly issuedOn: string | null };

export async function setRoundStep(db: InspectionsDb, id: string, by: string, step: RoundStep, conclusion?: Conclusion): Promise<void> {
  await db
    .updateTable('inspections.round')
    .set({
      step,
      version: sql<number>`version + 1`,
      updated_at: sql<string>`now()`,
      updated_by: by,
      ...(conclusion ? { conclusion_document_id: conclusion.documentId, conclusion_issued_on: conclusion.issuedOn } : {}),
    })
    .where('id', '=', id)
    .execute();
}

function columnsOf(values: RoundValues) {
  return {
    title: values.title.normalize('NFC'),
    year: values.year,
    form: values.form,
    subject: values.subject.normalize('NFC'),
    plan_document_id: values.planDocumentId,
    decision_document_id: values.decisionDocumentId,
    previous_round_id: values.previousRoundId,
    starts_on: values.startsOn,
    ends_on: values.endsOn,
    inspected_from: values.inspectedFrom,
    inspected_to: values.inspectedTo,
    meeting_on: values.meetingOn,
    organising_unit_id: values.organisingUnitId,
    team_name: values.teamName.normalize('NFC'),
    checklist_version_id: values.checklistVersionId,
    report_to: values.reportTo,
    report_outline: JSON.stringify(values.reportOutline),
    mark: values.mark,
  };
}

/** The round that carries a mark, if there is one; demonstrations are entered once. */
export async function findRoundByMark(db: InspectionsDb, mark: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('inspections.round').select('id').where('mark', '=', mark).executeTakeFirst();
}
