// SPDX-License-Identifier: Apache-2.0

import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import type { ReformField } from '#kernel/reform-fields';
import {
  createRecommendation,
  editRecommendation,
  getRecommendation,
  type RecommendationEdit,
  withdrawRecommendation,
} from '#modules/actions';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { requireRoundPart } from '../../domain/editing.ts';
import { looseNumbers } from '../../domain/figure-tokens.ts';
import { openRound, openVisit, requireCapacity, type Scope } from '../access/open-round.ts';

export type RecommendationInput = {
  readonly text: string;
  readonly reformField: ReformField | null;
  readonly dueOn: string | null;
  /** The owner: the inspected unit where absent. */
  readonly unitId?: string | undefined;
  readonly ownerPosition?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly paragraph?: number | null | undefined;
};

/**
 * A recommendation of the team to the inspected unit, followed up by `actions` until it is remedied. The unit sees it
 * from the signed minutes on, or from the conclusion if it was added later.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.loose_number`, `actions.unit_unknown`, `actions.due_before_made`
 */
export async function recommend(
  db: Db,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: RecommendationInput,
  today: Day = todayInVietnam(),
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    const { round, visit } = access;
    requireCapacity(access, ['head', 'secretary', 'organiser']);
    requireRoundPart('conclusion', round.step);
    requireNoLooseNumber(input.text);
    return createRecommendation(
      tx,
      actor,
      { roots: input.unitId === undefined ? [visit.unitId] : scope.roots },
      {
        origin: { module: 'inspections', type: 'round', id: round.id, partId: visit.id, title: round.title },
        unitId: input.unitId ?? visit.unitId,
        text: input.text,
        reformField: input.reformField,
        dueOn: input.dueOn,
        // It rests on what was seen at the unit; an inspection of an earlier year is entered with the days of its own time.
        madeOn: visit.visitTo ?? visit.visitOn ?? today,
        ownerPosition: input.ownerPosition ?? null,
        note: input.note ?? null,
        released: false,
        paragraph: input.paragraph ?? null,
      },
    );
  });
}

/**
 * Changes a recommendation before the conclusion is issued; afterwards it belongs to the follow-up alone.
 *
 * @throws AppError `actions.recommendation_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `actions.due_before_made`, `platform.stale`
 */
export async function reviseRecommendation(db: Db, actor: Actor, scope: Scope, id: string, edit: RecommendationEdit): Promise<void> {
  await inTransaction(db, async (tx) => {
    await openOrigin(tx, actor, scope, id);
    if (edit.text !== undefined) requireNoLooseNumber(edit.text);
    await editRecommendation(tx, actor, { roots: null }, id, edit);
  });
}

/** @throws AppError as `reviseRecommendation`, `actions.note_missing` */
export async function retractRecommendation(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly version: number; readonly reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await openOrigin(tx, actor, scope, id);
    await withdrawRecommendation(tx, actor, { roots: null }, id, input);
  });
}

async function openOrigin(db: Db, actor: Actor, scope: Scope, id: string): Promise<void> {
  const found = await getRecommendation(db, { roots: null }, id);
  if (found.originModule !== 'inspections') throw new AppError('not_found', 'actions.recommendation_not_found');
  const access = await openRound(db, actor, scope, found.originId, { lock: true }).catch((error: unknown) => {
    throw error instanceof AppError && error.kind === 'not_found' ? new AppError('not_found', 'actions.recommendation_not_found') : error;
  });
  requireCapacity(access, ['head', 'secretary', 'organiser']);
  requireRoundPart('conclusion', access.round.step);
}

function requireNoLooseNumber(text: string): void {
  const [loose] = looseNumbers(text);
  if (loose !== undefined) throw new AppError('invalid', 'inspections.loose_number', { number: loose });
}
