// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Day } from '#kernel/dates';
import { type AuditRecord, auditDraft } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { keptPlan } from '#platform/db/kept-plans';
import type { NewStep } from './desk.repo.ts';
import type { EntryRequest } from './entry-requests.repo.ts';
import type { ApplicantTable, DossiersDb, DossierTable, HandedPaperTable, TallyChangeTable } from './tables.ts';

type Unnumbered<T> = Omit<T, 'code' | 'unit_id'>;

/** What the audit log says of it. */
export type Noted = Pick<AuditRecord, 'action' | 'data'>;

/** The rows of a new dossier that has no code yet. */
export type UnnumberedDossier = {
  readonly unitId: string;
  readonly day: Day;
  /** The code up to its serial. */
  readonly codeStem: string;
  readonly dossier: Pick<
    DossierTable,
    | 'procedure_id'
    | 'procedure_version'
    | 'channel'
    | 'status'
    | 'origin'
    | 'applicant_name'
    | 'subject'
    | 'submitted_at'
    | 'received_at'
    | 'due_at'
    | 'computed_due_at'
    | 'paused_at'
    | 'state_at'
  >;
  readonly applicant: Unnumbered<Omit<ApplicantTable, 'kind'>> & { readonly kind: number };
  readonly papers: readonly Unnumbered<HandedPaperTable>[];
  readonly steps: readonly Unnumbered<Omit<NewStep, 'details'>>[];
  /** What it adds to the statistics. */
  readonly changes: readonly Omit<TallyChangeTable, 'id' | 'unit_id'>[];
  readonly noted: Noted;
  readonly request?: EntryRequest | undefined;
};

/**
 * Takes the unit's next serial of the day and writes everything under the code made of it, its audit entry included; returns
 * the code, or null where its request was entered before. Whoever asks for a serial of the unit at the same time waits for this one's commit, so that none is left out. It
 * is one statement, hence a transaction of its own outside of another: nobody waits for the way between program and database.
 */
export async function insertNumbered(db: DossiersDb, actor: Actor, entered: UnnumberedDossier): Promise<string | null> {
  const { unitId, day, codeStem, noted, request } = entered;
  const json = (value: object) => sql`${JSON.stringify(value)}::jsonb`;
  const enter = request
    ? sql`dossiers.enter_once(${request.id}::uuid, ${request.content}::bytea, ${entered.dossier.due_at}::timestamptz, `
    : sql`dossiers.enter(`;
  const { rows } = await sql<{ code: string }>`${keptPlan}
    with entered as materialized (
      select ${enter}${unitId}::uuid, ${day}::date, ${codeStem}, ${json(entered.dossier)}, ${json(entered.applicant)},
        ${json(entered.papers)}, ${json(entered.steps)}, ${json(entered.changes)}) as code
    )
    ${auditDraft(actor, { ...noted, subject: ['dossier', sql`code`], unitId }, sql`from entered where code is not null`)} returning subject_id as code`.execute(
    db,
  );
  return rows[0]?.code ?? null;
}
