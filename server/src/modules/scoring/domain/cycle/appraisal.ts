// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { ReformField } from '#kernel/reform-fields';
import { reformFieldNames } from '#kernel/reform-fields';
import type { CriteriaNode } from '../criteria/criteria-set.ts';
import type { ItemResult } from '../engine/result.ts';
import { printed } from '../wording/numbers.ts';
import type { Score } from './stages.ts';

/** Whether somebody who appraises these reform fields (null is all) appraises an item; one without field belongs to those of all fields. */
export function appraisesItem({ appraiserField }: Pick<CriteriaNode, 'appraiserField'>, fields: readonly ReformField[] | null): boolean {
  return fields === null || (appraiserField !== null && fields.includes(appraiserField));
}

/** @throws AppError `scoring.not_your_field` */
export function requireField(node: CriteriaNode, fields: readonly ReformField[] | null): void {
  if (!appraisesItem(node, fields))
    throw new AppError('forbidden', 'scoring.not_your_field', {
      item: node.code,
      field: node.appraiserField ? reformFieldNames[node.appraiserField] : 'chung',
    });
}

/**
 * A score that departs from the one before it says why.
 *
 * @throws AppError `scoring.reason_missing`
 */
export function requireReason(item: ItemResult, before: Score | undefined, reason: string | null): void {
  if (!before || reason) return;
  if (item.points !== before.points || item.outcome !== before.outcome)
    throw new AppError('invalid', 'scoring.reason_missing', {
      item: item.code,
      before: printed(before.points, 'vi'),
      after: printed(item.points, 'vi'),
    });
}
