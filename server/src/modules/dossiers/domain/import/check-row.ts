// SPDX-License-Identifier: Apache-2.0
import { dayOf, vietnameseDay } from '#kernel/dates';
import { findStatus } from '../status.ts';
import { type Catalogue, createProcedureFinder, createUnitFinder, type Found } from './catalogue.ts';
import { type Dates, readDates } from './check-dates.ts';
import { type CheckedRow, emptyRow } from './checked-row.ts';
import type { AddFault, FaultReason } from './faults.ts';
import { type ColumnPlan, type ImportField, importFields, usualHeader } from './fields.ts';
import { vietnamDay } from './moments.ts';
import { createTextReader } from './texts.ts';
import { applicantKindOf, channelOf, statusOf } from './words.ts';

export type RowChecker = {
  /** The columns as they are known now. */
  setColumns(plan: ColumnPlan): void;
  /** The row where it is right, else undefined and at least one fault; the same object is filled again for the next row. */
  check(cells: readonly string[], add: AddFault): CheckedRow | undefined;
};

/**
 * Checks one row after another against the units and procedures of the house. Every fault of a row is told, not only the first.
 *
 * @param nowMs the moment against which dates in the future are told
 */
export function createRowChecker(catalogue: Catalogue, nowMs: number): RowChecker {
  const findUnit = createUnitFinder(catalogue.units);
  const findProcedure = createProcedureFinder(catalogue.procedures);
  const places = noPlaces();
  const row = emptyRow();
  const dates: Dates = { cells: () => '', nowMs };
  let cells: readonly string[] = [];
  let isRight = true;
  let report: AddFault = () => undefined;

  const add: AddFault = (field, reason, params) => {
    isRight = false;
    report(field, reason, params);
  };
  const cell = (field: ImportField): string => cells[places[field]]?.trim() ?? '';
  dates.cells = cell;
  const text = createTextReader(cell, add);

  function word<Code>(field: ImportField, read: (text: string) => Code | undefined, reason: FaultReason): Code | undefined {
    const value = read(cell(field));
    if (value === undefined) add(field, reason);
    return value;
  }

  function found<Entry>(kind: 'unit' | 'procedure', day: number, find: (text: string, day: number) => Found<Entry>): Entry | undefined {
    const name = cell(kind);
    if (name === '') {
      add(kind, 'required', { field: usualHeader(kind) });
      return undefined;
    }
    const answer = find(name, day);
    if ('entry' in answer) return answer.entry;
    add(kind, answer.problem === 'outside' ? 'unit_outside' : `${kind}_${answer.problem}`, {
      ...(answer.count === undefined ? {} : { count: answer.count }),
      ...(answer.problem === 'not_in_force' ? { day: vietnameseDay(dayOf(day)) } : {}),
    });
    return undefined;
  }

  function fill(): void {
    row.code = text('code', 6, 60, true) ?? '';
    if (row.code.includes(' ')) add('code', 'code_length');
    row.applicantName = text('applicant', 1, 300, true) ?? '';
    row.subject = text('subject', 0, 1_000);
    row.identityNumber = text('identityNumber', 0, 30);
    row.phone = text('phone', 0, 30);
    row.email = text('email', 3, 254);
    row.address = text('address', 0, 500);
    row.channel = word('channel', channelOf, 'channel_unknown') ?? 1;
    row.applicantKind = word('applicantKind', applicantKindOf, 'kind_unknown') ?? 1;
    const status = cell('status') === '' ? undefined : statusOf(cell('status'));
    if (cell('status') === '') add('status', 'required', { field: usualHeader('status') });
    else if (status === undefined) add('status', 'status_unknown');
    row.status = status ?? 1;
    readDates(dates, row, status === undefined ? undefined : findStatus(status), add);
    const day = vietnamDay(row.receivedAt ?? row.submittedAt ?? nowMs);
    row.unitId = found('unit', day, findUnit)?.id ?? '';
    const procedure = found('procedure', day, findProcedure);
    row.procedureId = procedure?.id ?? '';
    row.procedureVersion = procedure?.version ?? 0;
  }

  return {
    setColumns(plan) {
      for (const field of importFields) places[field] = plan.indexOf(field);
    },
    check(rowCells, addFault) {
      cells = rowCells;
      report = addFault;
      isRight = true;
      fill();
      return isRight ? row : undefined;
    },
  };
}

function noPlaces(): Record<ImportField, number> {
  return Object.fromEntries(importFields.map((field) => [field, -1])) as Record<ImportField, number>;
}
