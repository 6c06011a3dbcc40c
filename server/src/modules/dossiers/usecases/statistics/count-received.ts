// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day } from '#kernel/dates';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type ReceivedRow, receivedIn } from '../../data/received.repo.ts';
import { isPeriod } from '../../domain/statistics/period.ts';

/** Dossiers received on the days `from` to `to`, by channel and by whether they keep their limits. */
export type ReceivedCounts = {
  readonly from: Day;
  readonly to: Day;
  readonly received: number;
  readonly online: number;
  readonly finishedInTime: number;
  readonly finishedLate: number;
  readonly openInTime: number;
  readonly openLate: number;
};

type Period = { readonly from: Day; readonly to: Day };

/**
 * Counts the dossiers that a unit and those below it received in each of the periods, and how they stand now: what was
 * received is followed to its end, unlike the form II.06a, which counts what ended in a period. What is still open is compared
 * with the end of its period, or with now while that lies ahead.
 *
 * @throws AppError `units.not_found`, `dossiers.period_reversed`
 */
export async function countReceived(
  db: Db,
  scope: Pick<UnitScope, 'roots'>,
  unitId: string,
  periods: readonly Period[],
  now: Date = new Date(),
): Promise<ReceivedCounts[]> {
  requireDays(periods);
  await getUnit(db, scope, unitId);
  return (await countedOf(db, [unitId], periods, now)).get(unitId) ?? [];
}

/**
 * The same for many units at once, whoever may see them; units that nobody knows have received nothing.
 *
 * @throws AppError `dossiers.period_reversed`
 */
export async function countReceivedOf(
  db: Db,
  unitIds: readonly string[],
  period: Period,
  now: Date = new Date(),
): Promise<ReadonlyMap<string, ReceivedCounts>> {
  requireDays([period]);
  const counts = await countedOf(db, unitIds, [period], now);
  return new Map([...counts].flatMap(([unitId, [only]]) => (only ? [[unitId, only] as const] : [])));
}

function requireDays(periods: readonly Period[]): void {
  const wrong = periods.find(({ from, to }) => !isPeriod(from, to));
  if (wrong) throw new AppError('invalid', 'dossiers.period_reversed', { from: wrong.from, to: wrong.to });
}

async function countedOf(
  db: Db,
  unitIds: readonly string[],
  periods: readonly Period[],
  now: Date,
): Promise<ReadonlyMap<string, ReceivedCounts[]>> {
  const spans = periods.map(({ from, to }) => {
    const until = addDays(to, 1);
    const end = `${until}T00:00:00+07:00`;
    return { from, until, moment: Date.parse(end) < now.getTime() ? end : now.toISOString() };
  });
  const rows = new Map((await receivedIn(db, unitIds, spans)).map((row) => [`${row.unitId} ${row.span}`, row]));
  const countsOf = (unitId: string): ReceivedCounts[] =>
    periods.map(({ from, to }, index) => countsIn(from, to, rows.get(`${unitId} ${index + 1}`)));
  return new Map(unitIds.map((unitId) => [unitId, countsOf(unitId)]));
}

function countsIn(from: Day, to: Day, row: ReceivedRow | undefined): ReceivedCounts {
  const { finishedInTime = 0, finishedLate = 0, openInTime = 0, openLate = 0 } = row ?? {};
  return {
    from,
    to,
    received: (row?.direct ?? 0) + (row?.online ?? 0) + (row?.postal ?? 0),
    online: row?.online ?? 0,
    finishedInTime,
    finishedLate,
    openInTime,
    openLate,
  };
}
