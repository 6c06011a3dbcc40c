// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import { type Db, inTransaction } from '#platform/db/db';
import { bringStockForward, foldChanges, lockTally, stockDay, tryLockTally } from '../../data/tally/fold.repo.ts';
import { firstOfMonth } from '../../domain/statistics/period.ts';

const batch = 5_000;

/**
 * Keeps the sums up: brings the stocks forward to today, and moves waiting changes into the sums, so that few are left for every
 * reading to add; another writer goes first.
 */
export async function foldWaitingChanges(db: Db, now: Date = new Date()): Promise<void> {
  if ((await stockDay(db)) < todayInVietnam(now)) {
    await inTransaction(db, async (transaction) => {
      if (await tryLockTally(transaction)) await bringStockForward(transaction, todayInVietnam(now));
    });
  }
  let folded = batch;
  while (folded === batch) {
    folded = await inTransaction(db, async (transaction) => ((await tryLockTally(transaction)) ? foldChanges(transaction, batch) : 0));
  }
}

/**
 * Before a reading: the months that have begun must be there. The job above sees to it in their first second; whoever reads sooner,
 * or after the program stood still over a month's end, does it instead.
 */
export async function haveMonthsBegun(db: Db, now: Date): Promise<void> {
  const today = todayInVietnam(now);
  if ((await stockDay(db)) >= firstOfMonth(today)) return;
  await inTransaction(db, async (transaction) => {
    await lockTally(transaction);
    await bringStockForward(transaction, today);
  });
}
