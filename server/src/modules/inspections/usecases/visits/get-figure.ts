// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { type Counted, findFigure, selectCounts, selectFigures } from '../../data/figures.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { visitIsAtLeast } from '../../domain/vocabulary.ts';
import { openVisit, type Scope } from '../access/open-round.ts';
import { type FigureSheet, figureSheets } from './get-visit.ts';

export type FigureCard = FigureSheet & { readonly unitName: string; readonly roundId: string; readonly counts: readonly Counted[] };

/**
 * One figure with everything behind it: operands, recomputation, evidence, and every count the team made.
 *
 * @throws AppError `inspections.figure_not_found` also where its visit is out of reach
 */
export async function getFigure(db: Db, actor: Actor, scope: Scope, id: string): Promise<FigureCard> {
  const notFound = new AppError('not_found', 'inspections.figure_not_found');
  const figure = await findFigure(inspectionsDb(db), id);
  if (!figure) throw notFound;
  const { visit, round } = await openVisit(db, actor, scope, figure.visitId).catch((error: unknown) => {
    throw error instanceof AppError && error.kind === 'not_found' ? notFound : error;
  });
  const seesWork = round.full || visitIsAtLeast(visit.step, 'minutes_agreed');
  const figures = (await selectFigures(inspectionsDb(db), [visit.id])).map((one) => (seesWork ? one : { ...one, counted: null }));
  const sheet = figureSheets(figures).find((one) => one.id === id);
  if (!sheet) throw notFound;
  return {
    ...sheet,
    unitName: visit.unitName,
    roundId: round.id,
    counts: seesWork ? await selectCounts(inspectionsDb(db), id) : [],
  };
}
