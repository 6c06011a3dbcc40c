// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type GridAsked, readGrid } from '../read-grid.ts';
import { writeInstant } from '../write-instant.ts';
import { writeSheet } from './write-sheet.ts';

export type SheetFile = { readonly name: string; readonly content: Uint8Array };

/**
 * The entry sheet of a unit as an .xlsx file that `receiveSheet` reads again without a difference.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`
 */
export async function exportSheet(db: Db, scope: UnitScope, asked: GridAsked): Promise<SheetFile> {
  const grid = await readGrid(db, scope, asked);
  const name = `So lieu ${grid.unit.name} ${grid.period.name}${asked.across === 'periods' ? ' cac ky' : ''}.xlsx`.replaceAll('/', '-');
  return { name, content: await writeSheet(grid, writeInstant(new Date().toISOString())) };
}
