// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import type { Period, PeriodKind } from '../../domain/period.ts';
import { listPeriods } from '../get-period.ts';

/** The periods of one kind in some years, in the order of their last days. */
export async function periodsOfYears<T>(db: Db<T>, kind: PeriodKind, fromYear: number, toYear: number): Promise<Period[]> {
  const years = Array.from({ length: Math.max(0, toYear - fromYear + 1) }, (_, index) => fromYear + index);
  const found = await Promise.all(years.map((year) => listPeriods(db, year)));
  return found
    .flat()
    .filter((period) => period.kind === kind)
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
}
