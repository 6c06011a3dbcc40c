// SPDX-License-Identifier: Apache-2.0
import { type Day, isDay } from '#kernel/dates';
import { fold } from '#kernel/vietnamese-text';
import { levelNames, limitUnitNames, markNames } from './catalogue-entry.ts';
import {
  type LimitUnit,
  limitUnits,
  type Paper,
  type ProcedureLevel,
  type ProcedureMark,
  procedureLevels,
  procedureMarks,
} from './procedure.ts';

/** A value read from a cell, or what is wrong with the cell. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

const bare = (text: string): string => fold(text).replace(/\s+/g, ' ').trim();

/** `Cấp xã`, `xã` or `commune`. */
export function readLevel(text: string): Read<ProcedureLevel> {
  const found = procedureLevels.find((level) => [bare(levelNames[level]), bare(levelNames[level]).slice(4), level].includes(bare(text)));
  return found ? { value: found } : { problem: `phải là một trong: ${Object.values(levelNames).join(', ')}` };
}

/** Amount and unit of a limit, which stand in two cells; both empty where the law sets none. */
export function readLimitAmount(text: string): Read<number | null> {
  if (text === '') return { value: null };
  if (!/^\d{1,4}(?:[.,]\d{1,2})?$/.test(text)) return { problem: 'phải là một số, ví dụ 5 hoặc 2,5' };
  return { value: Number(text.replace(',', '.')) };
}

export function readLimitUnit(text: string): Read<LimitUnit | null> {
  if (text === '') return { value: null };
  const word = bare(text);
  const found = limitUnits.find((unit) => bare(limitUnitNames[unit]) === word || unit === word);
  if (found) return { value: found };
  return word === 'gio' ? { value: 'hours' } : { problem: `phải là một trong: ${Object.values(limitUnitNames).join(', ')}` };
}

/** Đồng, with or without points between thousands. */
export function readMoney(text: string): Read<number | null> {
  if (text === '') return { value: null };
  if (!/^(?:\d{1,12}|\d{1,3}(?:[. ,]\d{3}){1,3})$/.test(text)) return { problem: 'phải là số tiền tròn đồng, ví dụ 20000 hoặc 20.000' };
  return { value: Number(text.replace(/\D/g, '')) };
}

/** `14/09/2022`, `14/9/2022` or `2022-09-14`. */
export function readDay(text: string): Read<Day | null> {
  if (text === '') return { value: null };
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = match ? `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}` : text;
  return isDay(day) ? { value: day } : { problem: 'phải là một ngày có thật, ví dụ 14/09/2022' };
}

export function readMark(text: string): Read<ProcedureMark | null> {
  if (text === '') return { value: null };
  const found = procedureMarks.find((mark) => bare(markNames[mark]) === bare(text) || mark === bare(text));
  return found ? { value: found } : { problem: `để trống hoặc ghi: ${Object.values(markNames).join(', ')}` };
}

/** Papers, one a line: code | name | originals | copies | form | case. */
export function readPapers(text: string, before: readonly Paper[]): Read<Paper[]> {
  const papers: Paper[] = [];
  for (const [index, line] of lines(text).entries()) {
    const [code = '', name = '', originals = '', copies = '', form = '', condition = '', ...rest] = line
      .split('|')
      .map((one) => one.trim());
    const problem = (what: string): Read<Paper[]> => ({ problem: `giấy tờ thứ ${index + 1}: ${what}` });
    if (code === '' || name === '' || rest.length > 0) return problem('ghi theo mẫu: mã | tên | bản chính | bản sao | mẫu | trường hợp');
    if (code.length > 30 || name.length > 500 || form.length > 200 || condition.length > 300) return problem('quá dài');
    if (![originals || '0', copies || '0'].every((count) => /^\d{1,2}$/.test(count))) return problem('số bản phải là số từ 0 đến 99');
    if (papers.some((paper) => paper.code === code)) return problem(`mã ${code} đã dùng`);
    const known = before.find((paper) => paper.code === code && (paper.form ?? '') === form);
    const counts = { originals: Number(originals), copies: Number(copies) };
    papers.push({ code, name, ...counts, form: form || null, formFileId: known?.formFileId ?? null, condition: condition || null });
  }
  return papers.length > 100 ? { problem: 'nhiều hơn 100 giấy tờ' } : { value: papers };
}

/** Lines of a cell, without empty ones. */
export function lines(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
