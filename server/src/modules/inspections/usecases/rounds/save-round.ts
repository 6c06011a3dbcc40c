// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import { countLegalBases } from '#modules/documents';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { findVersion } from '../../data/checklists.repo.ts';
import { selectDocuments, selectUnits } from '../../data/references.repo.ts';
import { findRound, insertRound, type Round, type RoundValues, updateRound } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { insertTransition } from '../../data/transitions.repo.ts';
import { requireResultDay } from '../../domain/deadlines.ts';
import { requireRoundPart } from '../../domain/editing.ts';
import { beforeDecision } from '../../domain/step-gates.ts';
import { refusalOf } from '../../domain/steps.ts';
import { openRound, type RoundAccess, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';

/**
 * A new round, planned; its organiser must lie in the scope.
 *
 * @throws AppError `inspections.organiser_not_yours`, `inspections.document_unknown`, `inspections.dates_reversed`,
 * `inspections.before_decision`, `inspections.before_start`, `inspections.checklist_not_published`
 */
export async function createRound(db: Db, actor: Actor, scope: Scope, values: RoundValues): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    await checkValues(tx, scope, values);
    const id = await insertRound(own, actor.name, values);
    await insertTransition(own, actor, {
      roundId: id,
      visitId: null,
      unitId: values.organisingUnitId,
      from: null,
      to: 'planned',
      reason: null,
    });
    await publish(tx, { name: 'inspections.round_created', payload: { id, unitId: values.organisingUnitId, year: values.year } });
    await recordAudit(tx, actor, {
      action: 'inspections.round_created',
      subject: ['round', id],
      unitId: values.organisingUnitId,
      data: { title: values.title, year: values.year, form: values.form },
    });
    return { id };
  });
}

/**
 * Replaces what is known about a round. Plan and decision are fixed once the round was announced, and no day may come
 * to lie before the decision.
 *
 * @throws AppError `inspections.round_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.plan_missing`, `inspections.decision_missing`, `inspections.period_missing`, `platform.stale` and those of `createRound`
 */
export async function editRound(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: RoundValues & { readonly version: number },
): Promise<void> {
  const { version, ...values } = input;
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openRound(tx, actor, scope, id, { lock: true });
    requireCapacity(access, ['organiser', 'head', 'secretary']);
    const { round } = access;
    requireRoundPart('basics', round.step);
    if (legalBasisChanged(round, values)) requireRoundPart('legal_basis', round.step);
    await checkValues(tx, scope, values, round);
    await checkVisitDays(tx, access, values);
    requireWhole(round, values);
    await requireSaved(await updateRound(own, id, version, actor.name, values), () =>
      findRound(own, { roots: null, actorId: actor.id }, id),
    );
    await recordAudit(tx, actor, {
      action: 'inspections.round_edited',
      subject: ['round', id],
      unitId: round.organisingUnitId,
      data: { from: round, to: values },
    });
  });
}

function legalBasisChanged(round: Round, values: RoundValues): boolean {
  return (
    round.planDocumentId !== values.planDocumentId ||
    round.decisionDocumentId !== values.decisionDocumentId ||
    round.organisingUnitId !== values.organisingUnitId ||
    round.checklistVersionId !== values.checklistVersionId ||
    round.form !== values.form
  );
}

async function checkValues(db: Db, scope: Scope, values: RoundValues, before?: Round): Promise<void> {
  const own = inspectionsDb(db);
  if (
    before?.organisingUnitId !== values.organisingUnitId &&
    !(await selectUnits(own, scope, [values.organisingUnitId])).has(values.organisingUnitId)
  ) {
    throw new AppError('not_found', 'inspections.organiser_not_yours');
  }
  if (reversed(values.startsOn, values.endsOn) || reversed(values.inspectedFrom, values.inspectedTo))
    throw new AppError('invalid', 'inspections.dates_reversed');
  const known = [before?.planDocumentId, before?.decisionDocumentId];
  const linked = [...new Set([values.planDocumentId, values.decisionDocumentId].filter((id) => id !== null && !known.includes(id)))].filter(
    (id) => id !== null,
  );
  if ((await countLegalBases(db, scope, linked)) !== linked.length) throw new AppError('invalid', 'inspections.document_unknown');
  if (values.checklistVersionId !== null && values.checklistVersionId !== before?.checklistVersionId)
    await requirePublished(db, values.checklistVersionId);
  if (values.previousRoundId !== null && !(await findRound(own, { roots: scope.roots, actorId: '' }, values.previousRoundId)))
    throw new AppError('not_found', 'inspections.round_not_found');
  const decidedOn = await decisionDay(db, values.decisionDocumentId);
  const blocker = beforeDecision(values.startsOn, decidedOn);
  if (blocker) throw refusalOf(blocker);
  requireResultDay(values.meetingOn, { decidedOn, startedOn: values.startsOn });
}

async function requirePublished(db: Db, versionId: string): Promise<void> {
  const version = await findVersion(inspectionsDb(db), versionId);
  if (!version) throw new AppError('not_found', 'inspections.checklist_not_found');
  if (version.state !== 'published') throw new AppError('invalid', 'inspections.checklist_not_published');
}

async function checkVisitDays(db: Db, access: RoundAccess, values: RoundValues): Promise<void> {
  const decidedOn = await decisionDay(db, values.decisionDocumentId);
  for (const { visitOn } of access.visits) {
    const blocker = beforeDecision(visitOn, decidedOn);
    if (blocker) throw refusalOf(blocker);
  }
}

/** What let a round leave its plan stays: documents are exchanged, not dropped, and the period keeps both days. */
function requireWhole({ step }: Round, values: RoundValues): void {
  if (step === 'planned') return;
  if (values.planDocumentId === null) throw new AppError('conflict', 'inspections.plan_missing');
  if (values.decisionDocumentId === null) throw new AppError('conflict', 'inspections.decision_missing');
  if (values.startsOn === null || values.endsOn === null) throw new AppError('conflict', 'inspections.period_missing');
}

/** The day of the decision that a round rests on, or null. */
export async function decisionDay(db: Db, documentId: string | null): Promise<Day | null> {
  if (documentId === null) return null;
  return (await selectDocuments(inspectionsDb(db), [documentId])).get(documentId)?.issuedOn ?? null;
}

const reversed = (from: Day | null, to: Day | null): boolean => to !== null && (from === null || to < from);
