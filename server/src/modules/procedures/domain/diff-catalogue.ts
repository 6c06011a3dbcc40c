// SPDX-License-Identifier: Apache-2.0
import { type Day, vietnameseDay } from '#kernel/dates';
import {
  type CatalogueColumn,
  type CatalogueEntry,
  diffEntries,
  type FieldChange,
  headingOf,
  type WrittenEntry,
  writeEntry,
} from './catalogue-entry.ts';
import type { CellError, ReadEntry } from './read-entries.ts';

/** What is known of a procedure beside its entry of the day: who it is, and from when to when its last version stands. */
export type Standing = {
  readonly procedureId: string;
  readonly version: number;
  readonly latestFrom: Day;
  readonly latestTo: Day | null;
  /** Name of the unit that keeps the entry, where it is not the one that imports. */
  readonly otherKeeper: string | null;
};

/** What saving a file would do to one procedure. */
export type CatalogueChange = {
  /** `returning`: it was no longer in force on the day and comes back. */
  readonly kind: 'new' | 'changed' | 'returning' | 'missing';
  readonly row: number | null;
  readonly code: string;
  readonly name: string;
  readonly procedureId: string | null;
  /** Version of the entry that was compared, for edits in between. */
  readonly version: number | null;
  readonly touchesVersion: boolean;
  readonly touchesOnline: boolean;
  readonly fields: readonly FieldChange[];
};

export type CatalogueDiff = {
  readonly changes: readonly CatalogueChange[];
  readonly unchanged: number;
  readonly errors: readonly CellError[];
};

const onlineColumns = new Set<string>(['online', 'justification']);

/**
 * What the entries of a file change in the catalogue from a day on; `inFile` are the codes of all its rows. A procedure whose last version begins on that day or
 * later cannot get another one from it, which is told as an error of the row.
 */
export function diffCatalogue(
  read: readonly ReadEntry[],
  present: ReadonlyMap<string, { readonly entry: CatalogueEntry; readonly standing: Standing }>,
  day: Day,
  inFile: ReadonlySet<string> = new Set(read.map(({ entry }) => entry.code)),
): CatalogueDiff {
  const changes: CatalogueChange[] = [];
  const errors: CellError[] = [];
  let unchanged = 0;
  for (const { row, entry } of read) {
    const found = present.get(entry.code);
    const change = found ? changeOf(row, entry, found, day) : newOne(row, entry);
    if (change.kind === 'changed' && change.fields.length === 0) unchanged += 1;
    else if (found?.standing.otherKeeper)
      errors.push({
        ...cell(row, 'code', entry.code),
        problem: `thủ tục này do ${found.standing.otherKeeper} quản lý; giữ nguyên nội dung`,
      });
    else if (found && hasEnded(found.standing, day) && change.kind === 'changed')
      errors.push({
        ...cell(row, 'validTo', vietnameseDay(found.standing.latestTo ?? '')),
        problem: 'thủ tục đã hết hiệu lực; xóa ô này để đưa thủ tục trở lại, hoặc giữ nguyên nội dung cũ',
      });
    else if (found && change.touchesVersion && day <= found.standing.latestFrom)
      errors.push({
        ...cell(row, 'code', entry.code),
        problem: `phiên bản cuối bắt đầu từ ${vietnameseDay(found.standing.latestFrom)}; chọn ngày áp dụng sau ngày đó`,
      });
    else changes.push(change);
  }
  for (const [code, { entry, standing }] of present) {
    if (inFile.has(code) || standing.otherKeeper || standing.latestFrom >= day || hasEnded(standing, day)) continue;
    const { procedureId, version } = standing;
    changes.push({
      ...{ kind: 'missing', row: null, code, name: entry.name, procedureId, version },
      ...{ touchesVersion: false, touchesOnline: false, fields: [] },
    });
  }
  return { changes, unchanged, errors };
}

function cell(row: number, column: CatalogueColumn, value: string) {
  return { row, column, heading: headingOf(column), value };
}

function hasEnded(standing: Standing, day: Day): boolean {
  return standing.latestTo !== null && standing.latestTo < day;
}

function changeOf(
  row: number,
  entry: CatalogueEntry,
  { entry: before, standing }: { readonly entry: CatalogueEntry; readonly standing: Standing },
  day: Day,
): CatalogueChange {
  const fields = diffEntries(writeEntry(before), writeEntry(entry));
  // A row that still states the last day of an ended procedure tells of the past; without it the procedure is wanted back.
  const isReturning = hasEnded(standing, day) && entry.validTo === null;
  return {
    kind: isReturning ? 'returning' : 'changed',
    row,
    code: entry.code,
    name: entry.name,
    procedureId: standing.procedureId,
    version: standing.version,
    touchesVersion: isReturning || fields.some((field) => !onlineColumns.has(field.column)),
    touchesOnline: fields.some((field) => onlineColumns.has(field.column)),
    fields,
  };
}

function newOne(row: number, entry: CatalogueEntry): CatalogueChange {
  const nothing = Object.fromEntries(Object.keys(writeEntry(entry)).map((column) => [column, ''])) as WrittenEntry;
  return {
    ...{ kind: 'new', row, code: entry.code, name: entry.name, procedureId: null, version: null },
    ...{ touchesVersion: true, touchesOnline: entry.online !== null, fields: diffEntries(nothing, writeEntry(entry)) },
  };
}
