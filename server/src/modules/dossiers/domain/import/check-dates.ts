// SPDX-License-Identifier: Apache-2.0
import type { NationalStatus } from '../status.ts';
import type { CheckedRow } from './checked-row.ts';
import type { AddFault } from './faults.ts';
import { type ImportField, usualHeader } from './fields.ts';
import { atMinute, type Moment, readMoment, vietnamDay } from './moments.ts';

export type Dates = { cells: (field: ImportField) => string; readonly nowMs: number };

type DateField = 'submittedAt' | 'receivedAt' | 'dueAt' | 'pausedAt' | 'finishedAt' | 'returnedAt' | 'stateAt';

const endOfDay = 24 * 60 - 1;
const endOfWork = 17 * 60;

/** A day without an hour begins at midnight where something starts with it, and ends late where something ends with it. */
const minuteOf: Readonly<Record<DateField, number>> = {
  submittedAt: 0,
  receivedAt: 0,
  dueAt: endOfDay,
  pausedAt: endOfWork,
  finishedAt: endOfWork,
  returnedAt: endOfWork,
  stateAt: endOfWork,
};

const moment: Moment = { ms: 0, isDay: false };
const onlyDay: Record<DateField, boolean> = {
  submittedAt: false,
  receivedAt: false,
  dueAt: false,
  pausedAt: false,
  finishedAt: false,
  returnedAt: false,
  stateAt: false,
};

/**
 * Reads the dates of a row and sees that they follow one another and fit the status. Where the source names a day without an
 * hour, days are compared instead of hours, and a result of the due day counts as on time.
 */
export function readDates({ cells, nowMs }: Dates, row: CheckedRow, status: NationalStatus | undefined, add: AddFault): void {
  const today = vietnamDay(nowMs);
  const read = (field: DateField): number | null => {
    onlyDay[field] = false;
    const text = cells(field);
    if (text === '') return null;
    if (!readMoment(text, moment)) {
      add(field, 'not_a_moment');
      return null;
    }
    onlyDay[field] = moment.isDay;
    const day = vietnamDay(moment.ms);
    if (field !== 'dueAt' && day > today) add(field, 'in_future');
    return moment.isDay ? atMinute(day, minuteOf[field]) : moment.ms;
  };
  row.submittedAt = read('submittedAt');
  row.receivedAt = read('receivedAt');
  row.dueAt = read('dueAt');
  row.pausedAt = read('pausedAt');
  row.finishedAt = read('finishedAt');
  row.returnedAt = read('returnedAt');
  const stateAt = read('stateAt');
  if (status) fitStatus(row, status, stateAt, add);
  settleDays(row);
  checkOrder(row, add);
  row.stateAt = stateAt ?? Math.max(row.submittedAt ?? 0, row.receivedAt ?? 0, row.pausedAt ?? 0, row.finishedAt ?? 0, row.returnedAt ?? 0);
  if (row.stateAt === 0 && cells('receivedAt') === '' && cells('submittedAt') === '')
    add('receivedAt', 'required', { field: usualHeader('receivedAt') });
}

const needsReceipt = new Set([2, 4, 5, 6, 8, 9, 10]);

/** What each status must and must not carry. */
function fitStatus(row: CheckedRow, status: NationalStatus, stateAt: number | null, add: AddFault): void {
  const told = { status: status.vi };
  if (needsReceipt.has(status.code) && row.receivedAt === null)
    add('receivedAt', 'needed_by_status', { ...told, field: usualHeader('receivedAt') });
  const isDone = status.code === 9 || status.code === 10;
  const isEnded = isDone || status.code === 3 || status.code === 7;
  if (isEnded && row.finishedAt === null) {
    // A system that tells only the return, or only the moment of the last change, still tells when it was over.
    row.finishedAt = (isDone ? row.returnedAt : null) ?? (isDone ? null : stateAt);
    if (row.finishedAt === null) add('finishedAt', 'needed_by_status', { ...told, field: usualHeader('finishedAt') });
    else onlyDay.finishedAt = onlyDay[row.returnedAt === null ? 'stateAt' : 'returnedAt'];
  }
  if (!isEnded && row.finishedAt !== null) add('finishedAt', 'against_status', { ...told, field: usualHeader('finishedAt') });
  if (status.code !== 10 && row.returnedAt !== null && !isEnded)
    add('returnedAt', 'against_status', { ...told, field: usualHeader('returnedAt') });
  if (status.clock === 'stopped') row.pausedAt ??= stateAt ?? row.receivedAt;
  else row.pausedAt = null;
}

/** An end that names only its day is put into the day so that it lies after the start and not after the due moment. */
function settleDays(row: CheckedRow): void {
  if (row.finishedAt !== null && onlyDay.finishedAt) {
    if (row.dueAt !== null && vietnamDay(row.dueAt) === vietnamDay(row.finishedAt)) row.finishedAt = Math.min(row.finishedAt, row.dueAt);
    row.finishedAt = notBefore(row.finishedAt, row.receivedAt);
  }
  if (row.returnedAt !== null && onlyDay.returnedAt) row.returnedAt = notBefore(row.returnedAt, row.finishedAt);
  if (row.pausedAt !== null && onlyDay.pausedAt) row.pausedAt = notBefore(row.pausedAt, row.receivedAt);
  if (row.submittedAt !== null && row.receivedAt !== null && onlyDay.receivedAt && row.receivedAt < row.submittedAt)
    row.receivedAt = notBefore(row.receivedAt, row.submittedAt);
}

/** The later of both, where both lie on one day. */
function notBefore(ms: number, start: number | null): number {
  return start !== null && ms < start && vietnamDay(ms) === vietnamDay(start) ? start : ms;
}

const orders: readonly (readonly [DateField, DateField])[] = [
  ['submittedAt', 'receivedAt'],
  ['receivedAt', 'dueAt'],
  ['receivedAt', 'pausedAt'],
  ['receivedAt', 'finishedAt'],
  ['submittedAt', 'finishedAt'],
  ['finishedAt', 'returnedAt'],
];

function checkOrder(row: CheckedRow, add: AddFault): void {
  for (const [first, second] of orders) {
    const [a, b] = [row[first], row[second]];
    if (a !== null && b !== null && b < a) add(second, 'before', { field: usualHeader(second), other: usualHeader(first) });
  }
}
