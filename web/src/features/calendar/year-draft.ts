// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../shared/api/operations.ts';
import type { CalendarYear, DayOffKind } from './calendar.api.ts';

export type DayKind = DayOffKind | 'worked' | 'weekend' | 'working';
export type MarkedDay = {
  readonly kind: DayOffKind | 'worked';
  readonly name: string;
  readonly inPlaceOf: string;
  readonly source: string;
  readonly certainty: string | null;
};
export type YearDraft = ReadonlyMap<string, MarkedDay>;

/** ISO weekday of a day, 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The days of a month, `YYYY-MM-DD`. */
export function daysOfMonth(year: number, month: number): readonly string[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${year}-${String(month).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`);
}

export function draftOf(year: CalendarYear): YearDraft {
  const off = year.daysOff.map(
    (one) => [one.day, { kind: one.kind, name: one.name, inPlaceOf: '', source: one.source, certainty: one.certainty }] as const,
  );
  const worked = year.workedDays.map(
    (one) => [one.day, { kind: 'worked' as const, name: '', inPlaceOf: one.inPlaceOf, source: one.source, certainty: null }] as const,
  );
  return new Map<string, MarkedDay>([...off, ...worked]);
}

export function kindOf(draft: YearDraft, day: string): DayKind {
  return draft.get(day)?.kind ?? (weekdayOf(day) >= 6 ? 'weekend' : 'working');
}

/** The whole year as it is sent; days come in order. */
export function bodyOf(year: CalendarYear, draft: YearDraft, dryRun: boolean): Body<'replaceCalendarYear'> {
  const days = [...draft].sort(([a], [b]) => (a < b ? -1 : 1));
  const source = (one: MarkedDay) => (one.source ? { source: one.source } : {});
  return {
    version: year.version,
    status: year.status,
    source: year.source,
    certainty: year.certainty,
    daysOff: days.flatMap(([day, one]) =>
      one.kind === 'worked' ? [] : [{ day, name: one.name, kind: one.kind, certainty: one.certainty, ...source(one) }],
    ),
    workedDays: days.flatMap(([day, one]) => (one.kind === 'worked' ? [{ day, inPlaceOf: one.inPlaceOf, ...source(one) }] : [])),
    dryRun,
  };
}
