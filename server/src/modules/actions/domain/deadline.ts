// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';

/**
 * Refuses a deadline before the day on which the recommendation is made: nobody remedies in time what was not asked yet.
 *
 * @throws AppError `actions.due_before_made`
 */
export function requireDeadline(dueOn: Day | null, madeOn: Day | null): void {
  if (dueOn !== null && madeOn !== null && dueOn < madeOn)
    throw new AppError('invalid', 'actions.due_before_made', { due: vietnameseDay(dueOn), made: vietnameseDay(madeOn) });
}
