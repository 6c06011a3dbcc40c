// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { vietnameseDay } from '#kernel/dates';
import { findCodeHolder, findNamesake } from '../data/corrections.repo.ts';
import type { UnitsDb } from '../data/tables.ts';
import type { Unit } from '../domain/unit.ts';

/**
 * Refuses a unit that is entered twice: a code that another unit bears in the same time, or a name that a unit of the
 * same level bears below the same parent. The caller holds the lock of the tree.
 *
 * @throws AppError `units.code_taken`, `units.name_taken`
 */
export async function refuseDoubles(db: UnitsDb, unit: Unit, parent: Pick<Unit, 'id' | 'name'> | null): Promise<void> {
  const holder = await findCodeHolder(db, unit);
  if (holder)
    throw new AppError('conflict', 'units.code_taken', { code: unit.code, holder: holder.name, from: vietnameseDay(holder.validFrom) });
  if (parent && (await findNamesake(db, unit, parent.id)))
    throw new AppError('conflict', 'units.name_taken', { name: unit.name, parent: parent.name });
}
