// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { countLegalBases } from '#modules/documents';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { knownFiles } from '../../data/answers.repo.ts';
import {
  type Counted,
  type Figure,
  type FigureValues,
  findFigure,
  insertCounted,
  insertFigures,
  updateFigure,
  withdrawFigureRow,
} from '../../data/figures.repo.ts';
import { selectStatements } from '../../data/statements.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { requireStillDeclaring, requireVisitPart } from '../../domain/editing.ts';
import { quotedCodes } from '../../domain/figure-tokens.ts';
import type { Capacity } from '../../domain/steps.ts';
import { openVisit, requireCapacity, type Scope, type VisitAccess } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';

const declarers: readonly Capacity[] = ['unit_officer', 'unit_leader', 'secretary', 'head', 'organiser'];

/**
 * Enters figures that the unit declares, each with its operands; nothing recomputed is ever stored with them.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.report_handed_in`, `inspections.figure_code_taken`, `inspections.figure_empty`, `inspections.file_unknown`, `inspections.document_unknown`
 */
export async function declareFigures(
  db: Db,
  actor: Actor,
  scope: Scope,
  visitId: string,
  figures: readonly FigureValues[],
): Promise<{ ids: string[] }> {
  return inTransaction(db, async (tx) => {
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    requireOpenFigures(access);
    await requireEvidence(tx, scope, access, figures);
    const ids = await insertFigures(inspectionsDb(tx), visitId, actor.name, figures);
    await recordAudit(tx, actor, {
      action: 'inspections.figures_declared',
      subject: ['visit', visitId],
      unitId: access.visit.unitId,
      data: { figures },
    });
    return { ids };
  });
}

/**
 * Corrects a declared figure; the audit log keeps both values.
 *
 * @throws AppError `inspections.figure_not_found`, `inspections.figure_quoted` and those of `declareFigures`, `platform.stale`
 */
export async function correctFigure(
  db: Db,
  actor: Actor,
  scope: Scope,
  figureId: string,
  { version, ...values }: FigureValues & { readonly version: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { figure, access } = await openFigure(tx, actor, scope, figureId);
    requireOpenFigures(access);
    if (values.code !== figure.code) await requireUnquoted(tx, figure, access);
    await requireEvidence(tx, scope, access, [values]);
    await requireSaved(await updateFigure(inspectionsDb(tx), figureId, version, actor.name, values), () =>
      findFigure(inspectionsDb(tx), figureId),
    );
    await recordAudit(tx, actor, {
      action: 'inspections.figure_corrected',
      subject: ['figure', figureId],
      unitId: access.visit.unitId,
      data: { from: figure, to: values },
    });
  });
}

/**
 * Takes a figure back, unless a text still quotes it.
 *
 * @throws AppError `inspections.figure_not_found`, `inspections.figure_quoted`, `inspections.not_your_part`,
 * `inspections.not_at_this_step`, `inspections.report_handed_in`, `platform.stale`
 */
export async function withdrawFigure(
  db: Db,
  actor: Actor,
  scope: Scope,
  figureId: string,
  input: { readonly version: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { figure, access } = await openFigure(tx, actor, scope, figureId);
    requireOpenFigures(access);
    await requireUnquoted(tx, figure, access);
    await requireSaved(await withdrawFigureRow(inspectionsDb(tx), figureId, input.version, actor.name), () =>
      findFigure(inspectionsDb(tx), figureId),
    );
    await recordAudit(tx, actor, {
      action: 'inspections.figure_withdrawn',
      subject: ['figure', figureId],
      unitId: access.visit.unitId,
      data: { code: figure.code },
    });
  });
}

/**
 * The team's own count of a declared figure, with its source; earlier counts stay.
 *
 * @throws AppError `inspections.figure_not_found`, `inspections.not_your_part`, `inspections.field_not_yours`, `inspections.not_at_this_step`
 */
export async function countFigure(
  db: Db,
  actor: Actor,
  scope: Scope,
  figureId: string,
  counted: Pick<Counted, 'numerator' | 'denominator' | 'source'>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { figure, access } = await openFigure(tx, actor, scope, figureId);
    requireCapacity(access, ['head', 'secretary', 'member', 'organiser']);
    requireVisitPart('field_work', access.visit.step);
    if (access.fields !== null && !access.fields.includes(figure.reformField))
      throw new AppError('forbidden', 'inspections.field_not_yours', { item: figure.label });
    await insertCounted(inspectionsDb(tx), actor, figureId, counted);
    await recordAudit(tx, actor, {
      action: 'inspections.figure_counted',
      subject: ['figure', figureId],
      unitId: access.visit.unitId,
      data: { code: figure.code, ...counted },
    });
  });
}

/** @throws AppError `inspections.figure_not_found` where the figure or its visit is out of reach */
export async function openFigure(db: Db, actor: Actor, scope: Scope, figureId: string): Promise<{ figure: Figure; access: VisitAccess }> {
  const found = await findFigure(inspectionsDb(db), figureId);
  const notFound = new AppError('not_found', 'inspections.figure_not_found');
  if (!found) throw notFound;
  const access = await openVisit(db, actor, scope, found.visitId, { lock: true }).catch((error: unknown) => {
    throw error instanceof AppError && error.kind === 'not_found' ? notFound : error;
  });
  return { figure: (await findFigure(inspectionsDb(db), figureId)) ?? found, access };
}

function requireOpenFigures(access: VisitAccess): void {
  requireCapacity(access, declarers);
  requireVisitPart('figures', access.visit.step);
  requireStillDeclaring('figures', access.held, access.round.form, access.visit.step);
}

async function requireEvidence(db: Db, scope: Scope, { visit, round }: VisitAccess, figures: readonly FigureValues[]): Promise<void> {
  for (const figure of figures)
    if (figure.numerator === null && figure.statedPercent === null) throw new AppError('invalid', 'inspections.figure_empty');
  const files = [...new Set(figures.flatMap((figure) => figure.evidenceFileId ?? []))];
  if ((await knownFiles(inspectionsDb(db), [visit.unitId, round.organisingUnitId], files)) !== files.length)
    throw new AppError('invalid', 'inspections.file_unknown');
  const documents = [...new Set(figures.flatMap((figure) => figure.documentId ?? []))];
  if ((await countLegalBases(db, scope, documents)) !== documents.length) throw new AppError('invalid', 'inspections.document_unknown');
}

async function requireUnquoted(db: Db, figure: Figure, { round, visit }: VisitAccess): Promise<void> {
  const statements = await selectStatements(inspectionsDb(db), round.id);
  const count = statements.filter(
    (statement) =>
      (statement.visitId === null || statement.visitId === visit.id) &&
      [statement.text, statement.cause ?? ''].some((text) => quotedCodes(text).includes(figure.code)),
  ).length;
  if (count > 0) throw new AppError('conflict', 'inspections.figure_quoted', { code: figure.code, count });
}
