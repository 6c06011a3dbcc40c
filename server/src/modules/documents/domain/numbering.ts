// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';

/** The state of one sequence of numbers. */
export type Sequence = {
  readonly nextNumber: number;
  /** Latest date that a number of this sequence bears. */
  readonly lastDatedOn: Day | null;
};

/**
 * Numbers begin at 01 on 1 January and end on 31 December (Decree 30/2020/NĐ-CP, art. 15.1), so the year
 * of the document's date names the register; incoming documents count by the day of arrival (art. 22.2).
 */
export function registerYear(day: Day): number {
  return Number(day.slice(0, 4));
}

/**
 * A register is closed on the last day of its year or later: until then numbers may still be needed
 * (Decree 30/2020/NĐ-CP, art. 15.1).
 *
 * @throws AppError `documents.register_year_running`
 */
export function checkYearOver(year: number, today: Day): void {
  if (today < `${year}-12-31`) throw new AppError('conflict', 'documents.register_year_running', { year: String(year) });
}

/**
 * Numbers follow the order of the dates (Decree 30/2020/NĐ-CP, art. 15.1). A date before the one of an earlier number
 * is accepted only with a reason, which stays with the document.
 *
 * @throws AppError `documents.date_out_of_order`
 */
export function checkDateOrder(sequence: Sequence, day: Day, reason: string | null): void {
  if (sequence.lastDatedOn === null || day >= sequence.lastDatedOn || reason !== null) return;
  throw new AppError('conflict', 'documents.date_out_of_order', {
    day: vietnameseDay(day),
    previousOn: vietnameseDay(sequence.lastDatedOn),
  });
}

/**
 * The number to give: the next of the sequence, passing over numbers that documents recorded from before the
 * installation already bear. The sequence afterwards has no gap, because those numbers are in use.
 *
 * @example
 * takeNumber({ nextNumber: 12, lastDatedOn: null }, [12, 13, 20]) // 14
 */
export function takeNumber(sequence: Sequence, inUse: readonly number[]): number {
  const taken = new Set(inUse);
  let number = sequence.nextNumber;
  while (taken.has(number)) number += 1;
  return number;
}
