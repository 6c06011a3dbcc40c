// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import { listUnits } from '#modules/units';
import type { Db } from '#platform/db/db';

/** The units right below one on any of the days, each a row of its statistics by unit. */
export async function unitsRightBelow(db: Db, unitId: string, days: readonly Day[]): Promise<Map<string, { code: string; name: string }>> {
  const found = new Map<string, { code: string; name: string }>();
  for (const asOf of days) {
    const below = await listUnits(db, { roots: null }, { asOf, parentId: unitId, limit: 1000 });
    for (const unit of below.rows) found.set(unit.id, { code: unit.code, name: unit.authorityName });
  }
  return found;
}
