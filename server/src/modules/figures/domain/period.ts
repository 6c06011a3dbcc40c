// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day, isDay, vietnameseDay } from '#kernel/dates';

/** How long a period is: parts of the calendar year, a reporting period with its own cut-off days, or any days. */
export const periodKinds = ['month', 'quarter', 'half', 'year', 'legal', 'days'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A period by its key: `2022-09`, `2022-Q3`, `2022-H1`, `2022`, `2022-reform_q3`, `2022-01-01..2022-09-05`. */
export type Period = {
  readonly key: string;
  readonly kind: PeriodKind;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  /** Where the cut-off days stand. */
  readonly citation: string | null;
  readonly dueOn: Day | null;
};

/** A reporting period of one year, as the calendar gives it. */
export type CutOff = {
  readonly code: string;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly dueOn: Day;
  readonly citation: string;
};

const patterns = {
  year: /^(\d{4})$/,
  month: /^(\d{4})-(0[1-9]|1[0-2])$/,
  quarter: /^(\d{4})-Q([1-4])$/,
  half: /^(\d{4})-H([12])$/,
  legal: /^(\d{4})-([a-z][a-z0-9_]{1,29})$/,
  days: /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/,
} as const;

const romans = ['I', 'II', 'III', 'IV'];

/** The year whose cut-off days a key needs; null for keys of the calendar alone. */
export function cutOffYearOf(key: string): number | null {
  const match = patterns.legal.exec(key);
  return match ? Number(match[1]) : null;
}

/** Years of which figures can be; days far outside of them are none that the calendar and the database can count with. */
const [firstYear, lastYear] = ['1900', '2200'];
const isPlausible = (year: string): boolean => year >= firstYear && year <= lastYear;

/** The period of a key; undefined where the key names none. `cutOffs` are the reporting periods of the key's year. */
export function readPeriod(key: string, cutOffs: readonly CutOff[] = []): Period | undefined {
  if (!isPlausible(key.slice(0, 4))) return undefined;
  const calendar = { citation: null, dueOn: null };
  const year = patterns.year.exec(key);
  if (year) return { key, kind: 'year', name: `năm ${key}`, ...monthsOf(key, 1, 12), ...calendar };
  const month = patterns.month.exec(key);
  if (month) {
    const number = Number(month[2]);
    return { key, kind: 'month', name: `tháng ${number}/${month[1]}`, ...monthsOf(month[1], number, number), ...calendar };
  }
  const quarter = patterns.quarter.exec(key);
  if (quarter) {
    const number = Number(quarter[2]);
    const name = `quý ${romans[number - 1]}/${quarter[1]}`;
    return { key, kind: 'quarter', name, ...monthsOf(quarter[1], 3 * number - 2, 3 * number), ...calendar };
  }
  const half = patterns.half.exec(key);
  if (half) {
    const number = Number(half[2]);
    const name = `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${half[1]}`;
    return { key, kind: 'half', name, ...monthsOf(half[1], 6 * number - 5, 6 * number), ...calendar };
  }
  return readDays(key) ?? readLegal(key, cutOffs);
}

function readDays(key: string): Period | undefined {
  const [, from = '', to = ''] = patterns.days.exec(key) ?? [];
  if (!isDay(from) || !isDay(to) || from > to || !isPlausible(to.slice(0, 4))) return undefined;
  const name = `từ ${vietnameseDay(from)} đến ${vietnameseDay(to)}`;
  return { key, kind: 'days', name, from, to, citation: null, dueOn: null };
}

function readLegal(key: string, cutOffs: readonly CutOff[]): Period | undefined {
  const [, year, code] = patterns.legal.exec(key) ?? [];
  const found = cutOffs.find((one) => one.code === code);
  if (!year || !found) return undefined;
  const { from, to, citation, dueOn } = found;
  // "Báo cáo năm" of 2026 is the reporting period of the year 2026, not "năm năm 2026".
  const name = `${found.name.replace(/^Báo cáo /, 'kỳ báo cáo ').replace(/ năm$/, '')} năm ${year}`;
  return { key, kind: 'legal', name, from, to, citation, dueOn };
}

function monthsOf(year = '', first: number, last: number): { from: Day; to: Day } {
  const day = (of: number): string => `${of > 12 ? Number(year) + 1 : year}-${String(of > 12 ? of - 12 : of).padStart(2, '0')}-01`;
  return { from: day(first), to: addDays(day(last + 1), -1) };
}

/** The key of a reporting period. */
export function cutOffKey(year: number, code: string): string {
  return `${year}-${code}`;
}

/**
 * The periods of the calendar like one: the months, quarters or halves of its year, five years up to it, or itself alone where
 * it is any days; null for reporting periods, which the calendar keeps.
 */
export function siblingKeys({ key, kind }: Pick<Period, 'key' | 'kind'>): string[] | null {
  const year = key.slice(0, 4);
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  switch (kind) {
    case 'month':
      return numbers(12).map((month) => `${year}-${String(month).padStart(2, '0')}`);
    case 'quarter':
      return numbers(4).map((quarter) => `${year}-Q${quarter}`);
    case 'half':
      return numbers(2).map((half) => `${year}-H${half}`);
    case 'year':
      return numbers(5).map((back) => String(Number(year) - 5 + back));
    case 'days':
      return [key];
    case 'legal':
      return null;
  }
}
