// SPDX-License-Identifier: Apache-2.0

/** Counts of dossiers in a period; `open` and `overdue` are the state when the period ends. */
export type Counts = {
  readonly receivedDirect: number;
  readonly receivedOnline: number;
  readonly receivedPostal: number;
  /** Open when the period began. */
  readonly carried: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  /** Refused, withdrawn or ended without a result. */
  readonly closed: number;
  /** Open when the period ends, and those of them past their due date. */
  readonly open: number;
  readonly overdue: number;
};

/** Counts still being added up. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const countKeys = [
  'receivedDirect',
  'receivedOnline',
  'receivedPostal',
  'carried',
  'early',
  'onTime',
  'late',
  'closed',
  'open',
  'overdue',
] as const satisfies readonly (keyof Counts)[];

export const noCounts: Counts = {
  receivedDirect: 0,
  receivedOnline: 0,
  receivedPostal: 0,
  carried: 0,
  early: 0,
  onTime: 0,
  late: 0,
  closed: 0,
  open: 0,
  overdue: 0,
};

/** The numbered columns 3 to 13 of form II.06a/VPCP/KSTT (Circular 01/2020/TT-VPCP). */
export type Form06aRow = Readonly<Record<3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13, number>>;

/**
 * One row of form II.06a. Dossiers that were withdrawn or returned stand in column 9, those waiting for the citizen in
 * column 12: neither is overdue (practice of the reporting systems; the circular's annex was not read).
 */
export function form06aRow(counts: Counts): Form06aRow {
  const received = counts.receivedDirect + counts.receivedOnline + counts.receivedPostal;
  return {
    3: received + counts.carried,
    4: counts.receivedOnline,
    5: counts.receivedDirect + counts.receivedPostal,
    6: counts.carried,
    7: counts.early + counts.onTime + counts.late + counts.closed,
    8: counts.early,
    9: counts.onTime + counts.closed,
    10: counts.late,
    11: counts.open,
    12: counts.open - counts.overdue,
    13: counts.overdue,
  };
}

/** The identities of the form, as columns: the first equals the sum of the others. */
export const form06aIdentities = [
  [3, [4, 5, 6]],
  [7, [8, 9, 10]],
  [11, [12, 13]],
  [3, [7, 11]],
] as const;

export type BrokenIdentity = { readonly column: number; readonly parts: readonly number[]; readonly is: number; readonly sum: number };

/** The identities that a row breaks; empty for a row that adds up. */
export function brokenIdentities(row: Form06aRow): BrokenIdentity[] {
  return form06aIdentities.flatMap(([column, parts]) => {
    const sum = parts.reduce((total, part) => total + row[part], 0);
    return row[column] === sum ? [] : [{ column, parts, is: row[column], sum }];
  });
}
