// SPDX-License-Identifier: Apache-2.0
import { isDay } from '#kernel/dates';
import type { Conventions, CriteriaSet } from '../criteria/criteria-set.ts';
import { numberCell, numberOfCell } from './list-cell.ts';
import {
  aboveMaximumWords,
  certaintyWords,
  choiceOf,
  compareByWords,
  levelWords,
  notApplicableWords,
  roundAtWords,
  roundingWords,
  saidValue,
  type Words,
} from './vocabulary.ts';

export type SetHeadContent = Omit<CriteriaSet, 'nodes' | 'grades'>;

/** Lines of the sheet of conventions, in order: what is said, under which words. */
export const headLines = [
  ['level', 'Cấp được chấm'],
  ['year', 'Năm được chấm'],
  ['title', 'Tên bộ tiêu chí'],
  ['validFrom', 'Có hiệu lực từ ngày'],
  ['validTo', 'Đến hết ngày'],
  ['legalBasis', 'Căn cứ'],
  ['certainty', 'Tính chính thức'],
  ['note', 'Ghi chú'],
  ['maximum', 'Điểm tối đa'],
  ['rounding', 'Cách làm tròn'],
  ['decimals', 'Số chữ số sau dấu phẩy của điểm'],
  ['roundAt', 'Làm tròn ở đâu'],
  ['indexDecimals', 'Số chữ số sau dấu phẩy của chỉ số (%)'],
  ['notApplicable', 'Mục không áp dụng'],
  ['aboveMaximum', 'Khi điểm thưởng làm tổng vượt tối đa'],
  ['compareBy', 'Xếp hạng, xếp loại theo'],
] as const;

export type HeadLine = (typeof headLines)[number][0];

/** What the sheet of conventions says of a set. */
export function headCells(set: SetHeadContent): Readonly<Record<HeadLine, string>> {
  const { conventions } = set;
  return {
    level: levelWords[set.level],
    year: String(set.year),
    title: set.title,
    validFrom: dayCell(set.validFrom),
    validTo: set.validTo === null ? '' : dayCell(set.validTo),
    legalBasis: set.legalBasis,
    certainty: certaintyWords[set.certainty],
    note: set.note,
    maximum: numberCell(set.maximum),
    rounding: roundingWords[conventions.rounding],
    decimals: String(conventions.decimals),
    roundAt: roundAtWords[conventions.roundAt],
    indexDecimals: String(conventions.indexDecimals),
    notApplicable: notApplicableWords[conventions.notApplicable],
    aboveMaximum: aboveMaximumWords[conventions.aboveMaximum],
    compareBy: compareByWords[conventions.compareBy],
  };
}

/** The conventions out of their lines; what is not understood is told by its line. */
export function headOfCells(
  cells: Readonly<Record<HeadLine, string>>,
  complain: (line: HeadLine, problem: string) => void,
): SetHeadContent {
  const one = <T extends string>(line: HeadLine, words: Words<T>, fallback: T): T => {
    const value = saidValue(words, cells[line]);
    if (value === undefined) complain(line, `ghi một trong: ${choiceOf(words)}`);
    return value ?? fallback;
  };
  const whole = (line: HeadLine, least: number, most: number): number => {
    const text = cells[line].trim();
    const number = Number(text);
    if (/^\d{1,4}$/.test(text) && number >= least && number <= most) return number;
    complain(line, `ghi số nguyên từ ${least} đến ${most}`);
    return least;
  };
  const day = (line: HeadLine): string => {
    const found = dayOfCell(cells[line]);
    if (found === undefined) complain(line, 'ghi ngày dạng 01/01/2026');
    return found ?? '2000-01-01';
  };
  if (cells.title === '') complain('title', 'còn để trống');
  const conventions: Conventions = {
    rounding: one('rounding', roundingWords, 'half_up'),
    decimals: whole('decimals', 0, 6),
    roundAt: one('roundAt', roundAtWords, 'items'),
    indexDecimals: whole('indexDecimals', 0, 6),
    notApplicable: one('notApplicable', notApplicableWords, 'rescale'),
    aboveMaximum: one('aboveMaximum', aboveMaximumWords, 'cap'),
    compareBy: one('compareBy', compareByWords, 'shown'),
  };
  return {
    level: one('level', levelWords, 'commune'),
    year: whole('year', 2000, 2100),
    title: cells.title,
    validFrom: day('validFrom'),
    validTo: cells.validTo === '' ? null : day('validTo'),
    legalBasis: cells.legalBasis,
    certainty: one('certainty', certaintyWords, 'template'),
    note: cells.note,
    maximum: numberOfCell(cells.maximum),
    conventions,
  };
}

function dayCell(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** A day written `01/01/2026` or `2026-01-01`. */
function dayOfCell(text: string): string | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  const day = match ? `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}` : text.trim();
  return isDay(day) ? day : undefined;
}
