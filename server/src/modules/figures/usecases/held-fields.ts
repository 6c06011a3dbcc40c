// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type ReformField, reformFieldNames } from '#kernel/reform-fields';
import { reachesWholeTree } from '#modules/units';
import type { Db } from '#platform/db/db';
import { scopeInField, type UnitScope } from '#platform/permissions/permissions';
import { unitsWithin } from '../data/revisions.repo.ts';
import type { FiguresDb } from '../data/tables.ts';
import type { IndicatorContent } from '../domain/indicator.ts';

type Named = Pick<IndicatorContent, 'name' | 'reformField'>;

/** In which reform fields somebody may write at which units: of several rights each opens its own fields below its own unit. */
export type HeldFields = (unitId: string, field: ReformField) => boolean;

export async function heldFields(
  db: FiguresDb,
  scope: UnitScope,
  unitIds: readonly string[],
  indicators: readonly Named[],
): Promise<HeldFields> {
  const fields = new Set(indicators.map(({ reformField }) => reformField));
  const held = new Map<ReformField, ReadonlyMap<string, string>>();
  for (const field of fields) held.set(field, await unitsWithin(db, scopeInField(scope, field), unitIds));
  return (unitId, field) => held.get(field)?.has(unitId) === true;
}

/** @throws AppError `figures.not_your_field` */
export function requireField(held: HeldFields, unitId: string, indicator: Named): void {
  if (!held(unitId, indicator.reformField)) throw notYours(indicator);
}

/**
 * What holds for every unit (indicators, rules) is kept by whoever reaches the whole tree, and the fields that it speaks of there.
 *
 * @throws AppError `figures.whole_tree_needed`, `figures.not_your_field`
 */
export async function requireWhole(db: Db, scope: UnitScope, indicators: readonly Named[]): Promise<void> {
  if (!(await reachesWholeTree(db, scope))) throw new AppError('forbidden', 'figures.whole_tree_needed');
  for (const indicator of indicators)
    if (!(await reachesWholeTree(db, scopeInField(scope, indicator.reformField)))) throw notYours(indicator);
}

function notYours({ name, reformField }: Named): AppError {
  return new AppError('forbidden', 'figures.not_your_field', { name, field: reformFieldNames[reformField] });
}
