// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';
import type { Counts } from './form-06a.ts';

/** One row of a statistic. `from` and `to` are those of a month's row where months are asked for, else those of the question. */
export type StatisticRow = {
  readonly key: string;
  readonly code: string | null;
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
  readonly counts: Counts;
};
