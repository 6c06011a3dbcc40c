// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { withinScope } from '#modules/units';
import { keptPlan } from '#platform/db/kept-plans';
import type { UnitScope } from '#platform/permissions/permissions';
import { agencyCode } from './agency-code.sql.ts';
import type { DossiersDb, DossierTable, HandedPaperTable, StepTable } from './tables.ts';

type Scope = Pick<UnitScope, 'roots'>;

/** The dossier's row as it stands. */
export type DossierRow = {
  readonly code: string;
  readonly unitId: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly channel: number;
  readonly status: number;
  readonly origin: number;
  readonly generated: boolean;
  readonly applicantName: string;
  readonly subject: string | null;
  readonly submittedAt: string | null;
  readonly receivedAt: string | null;
  readonly dueAt: string | null;
  readonly computedDueAt: string | null;
  readonly pausedAt: string | null;
  readonly finishedAt: string | null;
  readonly returnedAt: string | null;
  readonly timeliness: number | null;
  readonly handlerId: string | null;
  readonly version: number;
};

const columns = [
  'code',
  'unit_id as unitId',
  'procedure_id as procedureId',
  'procedure_version as procedureVersion',
  'channel',
  'status',
  'origin',
  'generated',
  'applicant_name as applicantName',
  'subject',
  'submitted_at as submittedAt',
  'received_at as receivedAt',
  'due_at as dueAt',
  'computed_due_at as computedDueAt',
  'paused_at as pausedAt',
  'finished_at as finishedAt',
  'returned_at as returnedAt',
  'timeliness',
  'handler_id as handlerId',
  'version',
] as const;

/** The code by which a unit numbers its dossiers. */
export async function agencyCodeOf(db: DossiersDb, unitId: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`${keptPlan}
    select ${agencyCode} as code from units.unit u where u.id = ${unitId}`.execute(db);
  return rows[0]?.code ?? '';
}

export async function findDossier(db: DossiersDb, scope: Scope, code: string): Promise<DossierRow | undefined> {
  return db
    .selectFrom('dossiers.dossier')
    .select(columns)
    .where('code', '=', code)
    .where(withinScope('unit_id', scope))
    .limit(1)
    .executeTakeFirst();
}

export type DossierChange = Partial<
  Pick<
    DossierTable,
    | 'status'
    | 'procedure_version'
    | 'received_at'
    | 'due_at'
    | 'computed_due_at'
    | 'paused_at'
    | 'finished_at'
    | 'returned_at'
    | 'timeliness'
    | 'handler_id'
  >
> & { readonly state_at: string };

/**
 * Changes a dossier as it was read and keeps it from others until the transaction ends; false where somebody else has changed
 * it since. Reading it needs no lock, which could not be taken by its code alone where the tables are spread over machines.
 */
export async function updateDossier(
  db: DossiersDb,
  dossier: Pick<DossierRow, 'code' | 'unitId' | 'version'>,
  change: DossierChange | Pick<DossierTable, 'handler_id'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dossiers.dossier')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('code', '=', dossier.code)
    .where('unit_id', '=', dossier.unitId)
    .where('version', '=', dossier.version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function findApplicant(db: DossiersDb, { code, unitId }: Pick<DossierRow, 'code' | 'unitId'>) {
  return db
    .selectFrom('dossiers.applicant')
    .select(['kind', 'identity_number as identityNumber', 'phone', 'email', 'address'])
    .where('code', '=', code)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
}

export async function listPapers(db: DossiersDb, { code, unitId }: Pick<DossierRow, 'code' | 'unitId'>): Promise<HandedPaperTable[]> {
  return db
    .selectFrom('dossiers.handed_paper')
    .selectAll()
    .where('code', '=', code)
    .where('unit_id', '=', unitId)
    .orderBy('position')
    .execute();
}

/** Records that papers came in after the dossier was written; false where it lists no such paper. */
export async function handPaper(
  db: DossiersDb,
  { code, unitId }: Pick<DossierRow, 'code' | 'unitId'>,
  paper: Pick<HandedPaperTable, 'paper_code' | 'originals' | 'copies' | 'handed' | 'note'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dossiers.handed_paper')
    .set({ originals: paper.originals, copies: paper.copies, handed: paper.handed, note: paper.note })
    .where('code', '=', code)
    .where('unit_id', '=', unitId)
    .where('paper_code', '=', paper.paper_code)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export type NewStep = Omit<StepTable, 'recorded_at' | 'import_id'>;

/** Appends one step to the history; the caller has changed the dossier's row before, so that nobody else takes the number. */
export async function insertStep(db: DossiersDb, step: NewStep): Promise<void> {
  await db
    .insertInto('dossiers.step')
    .values({ ...step, details: step.details === null ? null : JSON.stringify(step.details) })
    .execute();
}

export type StoredStep = {
  readonly seq: number;
  readonly event: number;
  readonly fromStatus: number | null;
  readonly status: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly dueAt: string | null;
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly details: unknown;
};

export async function listSteps(db: DossiersDb, { code, unitId }: Pick<DossierRow, 'code' | 'unitId'>): Promise<StoredStep[]> {
  return db
    .selectFrom('dossiers.step')
    .select([
      'seq',
      'event',
      'from_status as fromStatus',
      'status',
      'at',
      'recorded_at as recordedAt',
      'due_at as dueAt',
      'actor_name as actorName',
      'reason',
      'details',
    ])
    .where('code', '=', code)
    .where('unit_id', '=', unitId)
    .orderBy('seq')
    .execute();
}
