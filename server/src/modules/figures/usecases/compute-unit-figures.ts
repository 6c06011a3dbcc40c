// SPDX-License-Identifier: Apache-2.0
import { getUnit } from '#modules/units';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { unitsBelow } from '../data/cells.repo.ts';
import { figuresDb } from '../data/tables.ts';
import { computeFigures } from './compute-figures.ts';
import { getPeriod } from './get-period.ts';

/**
 * Computes the figures of a unit and of every unit below it as the tree stands when the period ends.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`
 */
export async function computeUnitFigures(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  unitId: string,
  period: string,
): Promise<{ changed: number }> {
  await getUnit(db, scope, unitId);
  const { to } = await getPeriod(db, period);
  const unitIds = await unitsBelow(figuresDb(db), unitId, to);
  return computeFigures(db, actor, { unitIds, period });
}
