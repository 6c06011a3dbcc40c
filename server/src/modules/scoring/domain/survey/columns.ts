// SPDX-License-Identifier: Apache-2.0
import type { SurveyFault } from './faults.ts';
import type { Row, SurveyFrame } from './survey-frame.ts';

/** Where a file of answers keeps what. `item` is null where a row is a whole answer sheet and each item has a column. */
export type AnswerColumns = {
  readonly group: number;
  readonly unit: number;
  readonly item: number | null;
  readonly values: readonly { readonly at: number; readonly name: string }[];
  readonly names: readonly string[];
};

const headings = {
  group: ['nhóm', 'mã nhóm', 'nhóm người trả lời', 'đối tượng'],
  unit: ['đơn vị', 'mã đơn vị', 'tên đơn vị'],
  item: ['mục', 'mã mục', 'tiêu chí'],
  // Numbers of rows are no data of a person.
  ignored: ['stt', 'tt', ''],
} as const;

/** The columns of a file by its first row; undefined with faults where it cannot be read. */
export function answerColumns(
  head: Row | undefined,
  { items, answers }: SurveyFrame,
): { readonly columns: AnswerColumns | undefined; readonly faults: readonly SurveyFault[] } {
  const names = (head?.cells ?? []).map((cell) => cell.normalize('NFC').trim());
  const keys = names.map((name) => name.toLowerCase());
  const place = (of: readonly string[]): number => keys.findIndex((key) => of.includes(key));
  const [group, unit, item] = [place(headings.group), place(headings.unit), place(headings.item)];
  const row = head?.row ?? null;
  const faults: SurveyFault[] = [];
  if (group < 0) faults.push({ row, column: null, reason: 'columns_missing', value: '«Nhóm»' });
  if (unit < 0) faults.push({ row, column: null, reason: 'columns_missing', value: '«Đơn vị»' });
  const known = item < 0 ? items : answers;
  const values: { at: number; name: string }[] = [];
  for (const [at, name] of names.entries()) {
    if ([group, unit, item].includes(at) || headings.ignored.some((key) => key === keys[at])) continue;
    const value = known.has(name) ? name : name.toUpperCase();
    if (values.some((one) => one.name === value)) faults.push({ row, column: name, reason: 'column_twice', value: name });
    else if (known.has(value)) values.push({ at, name: value });
    else faults.push({ row, column: name, reason: 'column_unknown', value: name.slice(0, 100) });
  }
  if (values.length === 0 && faults.length === 0)
    faults.push({ row, column: null, reason: 'columns_missing', value: item < 0 ? '«Mục»' : '«A», «B», …' });
  const isReadable = faults.length === 0;
  return { columns: isReadable ? { group, unit, item: item < 0 ? null : item, values, names } : undefined, faults };
}
