// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { listLegalPeriods } from '#modules/calendar';
import type { Db } from '#platform/db/db';
import { cutOffKey, cutOffYearOf, type Period, readPeriod } from '../domain/period.ts';

/**
 * The period of a key, its cut-off days from the calendar's reporting periods where the key names one.
 *
 * @throws AppError `figures.period_unknown`
 */
export async function getPeriod<T>(db: Db<T>, key: string): Promise<Period> {
  const year = cutOffYearOf(key);
  const period = readPeriod(key, year === null ? [] : await listLegalPeriods(db, year));
  if (!period) throw new AppError('invalid', 'figures.period_unknown', { period: key });
  return period;
}

/** The periods of a year: the year, its halves, quarters and months, and the reporting periods with their own cut-off days. */
export async function listPeriods<T>(db: Db<T>, year: number): Promise<Period[]> {
  const cutOffs = await listLegalPeriods(db, year);
  const keys = [
    ...cutOffs.map((one) => cutOffKey(year, one.code)),
    String(year),
    ...['H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'].map((part) => `${year}-${part}`),
    ...Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`),
  ];
  return keys.flatMap((key) => readPeriod(key, cutOffs) ?? []);
}
