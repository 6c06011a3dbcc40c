// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Period } from './period.ts';

/**
 * The periods whose numbers still move on a day: those that the day lies in, and reporting periods until their report is due.
 *
 * @example
 * openPeriods(periodsOf2022, '2022-09-16') // … tháng 9, quý III, năm 2022 and the reporting period up to 14/9, due on 20/9
 */
export function openPeriods(periods: readonly Period[], day: Day): Period[] {
  return periods.filter(({ from, to, dueOn }) => from <= day && day <= (dueOn !== null && dueOn > to ? dueOn : to));
}
