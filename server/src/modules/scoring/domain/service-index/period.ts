// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day } from '#kernel/dates';

/** A period of the portal: a calendar month, quarter or year (not the legal periods of reports, which end on the 14th). */
export type IndexPeriod = { readonly type: 'month' | 'quarter' | 'year'; readonly from: Day; readonly to: Day };

export const periodTypes = ['month', 'quarter', 'year'] as const;

const patterns = { month: /^(\d{4})-(0[1-9]|1[0-2])$/, quarter: /^(\d{4})-Q([1-4])$/, year: /^(\d{4})$/ } as const;
const lengths = { month: 1, quarter: 3, year: 12 } as const;

/**
 * A period from its short text, or undefined where the text names none.
 *
 * @example
 * readPeriod('2026-Q3') // { type: 'quarter', from: '2026-07-01', to: '2026-09-30' }
 */
export function readPeriod(text: string): IndexPeriod | undefined {
  for (const type of periodTypes) {
    const match = patterns[type].exec(text);
    if (!match) continue;
    const first = (Number(match[2] ?? 1) - 1) * (type === 'year' ? 12 : lengths[type]) + 1;
    return periodOf(type, Number(match[1]), first);
  }
  return undefined;
}

/** The period of a type that begins with a month. */
export function periodOf(type: IndexPeriod['type'], year: number, firstMonth: number): IndexPeriod {
  const after = firstMonth + lengths[type];
  const next = after > 12 ? `${year + 1}-01-01` : `${year}-${String(after).padStart(2, '0')}-01`;
  return { type, from: `${year}-${String(firstMonth).padStart(2, '0')}-01`, to: addDays(next, -1) };
}

/** The short text of a period. */
export function writePeriod({ type, from }: Pick<IndexPeriod, 'type' | 'from'>): string {
  if (type === 'year') return from.slice(0, 4);
  if (type === 'month') return from.slice(0, 7);
  return `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`;
}

/** The period that exactly these days are, or undefined. */
export function periodOfDays(from: Day, to: Day): IndexPeriod | undefined {
  return periodTypes
    .map((type) => periodOf(type, Number(from.slice(0, 4)), Number(from.slice(5, 7))))
    .find((period) => period.from === from && period.to === to && (Number(from.slice(5, 7)) - 1) % lengths[period.type] === 0);
}
