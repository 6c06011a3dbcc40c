// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import { systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { keepRecomputation, type Recomputation, unitsOn } from '../../data/recomputation.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import { openPeriods } from '../../domain/open-periods.ts';
import { computeFigures } from '../compute-figures.ts';
import { listPeriods } from '../get-period.ts';

const unitsAtOnce = 100;

/**
 * Counts the computed figures of all units in the periods that are open on a day, and keeps when that was. Units go in parts,
 * so that a cell is never locked for long.
 */
export async function recomputeOpenPeriods(db: Db, today: Day = todayInVietnam()): Promise<Recomputation> {
  const own = figuresDb(db);
  const year = Number(today.slice(0, 4));
  const known = [...(await listPeriods(db, year)), ...(await listPeriods(db, year + 1))];
  const open = openPeriods(known, today);
  const unitIds = await unitsOn(own, today);
  let changed = 0;
  for (const { key } of open)
    for (let from = 0; from < unitIds.length; from += unitsAtOnce)
      changed += (await computeFigures(db, systemActor, { unitIds: unitIds.slice(from, from + unitsAtOnce), period: key })).changed;
  const done = { at: new Date().toISOString(), periods: open.map((one) => one.name), units: unitIds.length, changed };
  await keepRecomputation(own, done);
  return done;
}
