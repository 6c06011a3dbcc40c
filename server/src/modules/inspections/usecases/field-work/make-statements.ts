// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { reformFieldNames } from '#kernel/reform-fields';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { selectFigures } from '../../data/figures.repo.ts';
import {
  findStatement,
  insertStatements,
  type Statement,
  type StatementValues,
  updateStatement,
  withdrawStatementRow,
} from '../../data/statements.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { requireRoundPart, requireVisitPart } from '../../domain/editing.ts';
import { looseNumbers, quotedCodes } from '../../domain/figure-tokens.ts';
import type { Capacity } from '../../domain/steps.ts';
import type { StatementKind } from '../../domain/vocabulary.ts';
import { openRound, openVisit, type RoundAccess, requireCapacity, type Scope, type VisitAccess } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';
import { itemsOf } from '../access/step-facts.ts';

/** Where a statement belongs: to the inspection of one unit, or to the round as a whole. */
export type StatementPlace = { readonly visitId: string } | { readonly roundId: string };

type Place = RoundAccess & { readonly visit: VisitAccess['visit'] | null };

const team: readonly Capacity[] = ['head', 'secretary', 'member'];
const unit: readonly Capacity[] = ['unit_officer', 'unit_leader', 'secretary', 'head'];
const authors: Readonly<Record<StatementKind, readonly Capacity[]>> = {
  strength: team,
  finding: team,
  opinion: unit,
  proposal: unit,
  conclusion: ['organiser', 'head', 'secretary'],
};

/**
 * States strengths, findings, proposals, opinions and conclusions. Their numbers are quoted figures: a digit that leads
 * to no stored figure is refused, so that no paper ever prints a number nobody can open.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.round_not_found`, `inspections.not_your_part`,
 * `inspections.field_missing`, `inspections.field_not_yours`, `inspections.item_not_on_checklist`,
 * `inspections.not_at_this_step`, `inspections.unknown_figure`, `inspections.loose_number`
 */
export async function makeStatements(
  db: Db,
  actor: Actor,
  scope: Scope,
  place: StatementPlace,
  statements: readonly StatementValues[],
): Promise<{ ids: string[] }> {
  return inTransaction(db, async (tx) => {
    const access = await openPlace(tx, actor, scope, place);
    for (const statement of statements) await requireAllowed(tx, access, statement);
    const ids = await insertStatements(
      inspectionsDb(tx),
      { roundId: access.round.id, visitId: access.visit?.id ?? null },
      actor.name,
      statements,
    );
    await recordAudit(tx, actor, {
      action: 'inspections.statements_made',
      subject: ['round', access.round.id],
      unitId: access.visit?.unitId ?? access.round.organisingUnitId,
      data: { visitId: access.visit?.id ?? null, statements },
    });
    return { ids };
  });
}

/**
 * Rewords a statement.
 *
 * @throws AppError `inspections.statement_not_found`, those of `makeStatements`, `platform.stale`
 */
export async function rewordStatement(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  { version, ...values }: StatementValues & { readonly version: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { statement, access } = await openStatement(tx, actor, scope, id);
    await requireAllowed(tx, access, statement);
    await requireAllowed(tx, access, values);
    await requireSaved(await updateStatement(inspectionsDb(tx), id, version, actor.name, values), () =>
      findStatement(inspectionsDb(tx), id),
    );
    await recordAudit(tx, actor, {
      action: 'inspections.statement_reworded',
      subject: ['statement', id],
      unitId: access.visit?.unitId ?? access.round.organisingUnitId,
      data: { from: statement, to: values },
    });
  });
}

/**
 * Takes a statement back, with a reason; it stays readable in the audit log.
 *
 * @throws AppError `inspections.statement_not_found`, `inspections.reason_missing`, those of `makeStatements`, `platform.stale`
 */
export async function withdrawStatement(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly version: number; readonly reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { statement, access } = await openStatement(tx, actor, scope, id);
    await requireAllowed(tx, access, { ...statement, text: '', cause: null });
    if (input.reason.trim() === '') throw new AppError('invalid', 'inspections.reason_missing', { to: 'withdrawn' });
    await requireSaved(await withdrawStatementRow(inspectionsDb(tx), id, input.version, actor.name, input.reason), () =>
      findStatement(inspectionsDb(tx), id),
    );
    await recordAudit(tx, actor, {
      action: 'inspections.statement_withdrawn',
      subject: ['statement', id],
      unitId: access.visit?.unitId ?? access.round.organisingUnitId,
      data: { reason: input.reason, text: statement.text },
    });
  });
}

async function openPlace(db: Db, actor: Actor, scope: Scope, place: StatementPlace): Promise<Place> {
  if ('visitId' in place) return openVisit(db, actor, scope, place.visitId, { lock: true });
  return { ...(await openRound(db, actor, scope, place.roundId, { lock: true })), visit: null };
}

async function openStatement(db: Db, actor: Actor, scope: Scope, id: string): Promise<{ statement: Statement; access: Place }> {
  const notFound = new AppError('not_found', 'inspections.statement_not_found');
  const statement = await findStatement(inspectionsDb(db), id);
  if (!statement) throw notFound;
  const place = statement.visitId === null ? { roundId: statement.roundId } : { visitId: statement.visitId };
  const access = await openPlace(db, actor, scope, place).catch((error: unknown) => {
    throw error instanceof AppError && error.kind === 'not_found' ? notFound : error;
  });
  return { statement, access };
}

async function requireAllowed(db: Db, access: Place, statement: StatementValues): Promise<void> {
  requireCapacity(access, authors[statement.kind]);
  if (statement.kind === 'strength' || statement.kind === 'finding') await requireOwnField(db, access, statement);
  requireOpen(access, statement.kind);
  await requireFigures(db, access, statement);
}

/** What the team found belongs to a reform field, so that somebody answers for it; a member writes for the own fields only. */
async function requireOwnField(db: Db, { fields, visit, round }: Place, { reformField, itemId }: StatementValues): Promise<void> {
  if (reformField === null) throw new AppError('invalid', 'inspections.field_missing');
  if (fields !== null && !fields.includes(reformField))
    throw new AppError('forbidden', 'inspections.field_not_yours', { item: reformFieldNames[reformField] });
  if (itemId !== null && visit !== null && !(await itemsOf(db, round, visit)).some((item) => item.id === itemId))
    throw new AppError('invalid', 'inspections.item_not_on_checklist');
}

function requireOpen({ visit, round }: Place, kind: StatementKind): void {
  if (kind === 'conclusion' || visit === null) requireRoundPart('conclusion', round.step);
  else requireVisitPart(kind === 'strength' || kind === 'finding' ? 'findings' : 'unit_voice', visit.step);
}

async function requireFigures(db: Db, { visit, visits }: Place, statement: StatementValues): Promise<void> {
  const text = `${statement.text}\n${statement.cause ?? ''}`;
  const [loose] = looseNumbers(text);
  if (loose !== undefined) throw new AppError('invalid', 'inspections.loose_number', { number: loose });
  const quoted = quotedCodes(text);
  if (quoted.length === 0) return;
  const figures = await selectFigures(inspectionsDb(db), visit ? [visit.id] : visits.map((one) => one.id));
  const unknown = quoted.find((code) => !figures.some((figure) => figure.code === code));
  if (unknown !== undefined) throw new AppError('invalid', 'inspections.unknown_figure', { figureId: unknown });
}
