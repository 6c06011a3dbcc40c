// SPDX-License-Identifier: Apache-2.0
import type { Counts, Measure } from './dossiers.api.ts';

type ColumnNumber = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;

/** One numbered column of form II.06a/VPCP: what it counts of a row, and the dossiers that it opens to. */
export type FormColumn = {
  readonly number: ColumnNumber;
  readonly count: (counts: Counts) => number;
  readonly measure: Measure;
  readonly channel?: string;
  /** Columns that add up to this one. */
  readonly parts?: readonly ColumnNumber[];
  /** Column of which this one is a part. */
  readonly whole?: ColumnNumber;
};

/** Columns 3 to 13; 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13, 3 = 7 + 11. */
export const formColumns: readonly FormColumn[] = [
  {
    number: 3,
    count: (one) => one.receivedDirect + one.receivedOnline + one.receivedPostal + one.carried,
    measure: 'handled',
    parts: [4, 5, 6],
  },
  { number: 4, count: (one) => one.receivedOnline, measure: 'received', channel: '2', whole: 3 },
  { number: 5, count: (one) => one.receivedDirect + one.receivedPostal, measure: 'received_offline', whole: 3 },
  { number: 6, count: (one) => one.carried, measure: 'carried', whole: 3 },
  { number: 7, count: (one) => one.early + one.onTime + one.late + one.closed, measure: 'solved', parts: [8, 9, 10] },
  { number: 8, count: (one) => one.early, measure: 'early', whole: 7 },
  { number: 9, count: (one) => one.onTime + one.closed, measure: 'on_time_or_closed', whole: 7 },
  { number: 10, count: (one) => one.late, measure: 'late', whole: 7 },
  { number: 11, count: (one) => one.open, measure: 'open', parts: [12, 13] },
  { number: 12, count: (one) => one.open - one.overdue, measure: 'in_time', whole: 11 },
  { number: 13, count: (one) => one.overdue, measure: 'overdue', whole: 11 },
];

/** Whether the four identities of the form hold for the counts. */
export function addsUp(counts: Counts): boolean {
  const of = (number: number): number => formColumns.find((column) => column.number === number)?.count(counts) ?? 0;
  return of(3) === of(4) + of(5) + of(6) && of(7) === of(8) + of(9) + of(10) && of(11) === of(12) + of(13) && of(3) === of(7) + of(11);
}
