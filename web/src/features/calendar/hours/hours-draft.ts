// SPDX-License-Identifier: Apache-2.0
import type { Body } from '../../../shared/api/operations.ts';
import type { HoursRow } from '../calendar.api.ts';

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

/** A half of a day as it is typed, `07:30`; both empty where it is not worked. */
export type Half = { readonly from: string; readonly to: string };
export type DayHours = { readonly weekday: Weekday; readonly morning: Half; readonly afternoon: Half };
export type WeekHours = readonly DayHours[];

type Span = Pick<HoursRow, 'weekday' | 'fromMinute' | 'toMinute'>;
const noon = 12 * 60;
const closed: Half = { from: '', to: '' };

/** `450` as `07:30`. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** `07:30` as 450; null where it is no time. */
export function minuteOf(clock: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock.trim());
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= 1_440 ? minute : null;
}

/** The week as it is typed; what begins before noon is the morning. */
export function weekOf(spans: readonly Span[]): WeekHours {
  return weekdays.map((weekday) => {
    const own = spans.filter((span) => span.weekday === weekday).sort((a, b) => a.fromMinute - b.fromMinute);
    const half = (span: Span | undefined): Half => (span ? { from: clockOf(span.fromMinute), to: clockOf(span.toMinute) } : closed);
    const morning = own.find((span) => span.fromMinute < noon);
    return { weekday, morning: half(morning), afternoon: half(own.findLast((span) => span !== morning)) };
  });
}

function isClosed({ from, to }: Half): boolean {
  return from === '' && to === '';
}

/** Halves that cannot be: one time missing, or an end that does not follow its beginning. */
export function wrongHalves(week: WeekHours): readonly { readonly weekday: Weekday; readonly half: 'morning' | 'afternoon' }[] {
  return week.flatMap((day) =>
    (['morning', 'afternoon'] as const).flatMap((half) => {
      const [from, to] = [minuteOf(day[half].from), minuteOf(day[half].to)];
      const early = half === 'afternoon' && !isClosed(day.morning) && from !== null && from < (minuteOf(day.morning.to) ?? 0);
      const fits = isClosed(day[half]) || (from !== null && to !== null && from < to && !early);
      return fits ? [] : [{ weekday: day.weekday, half }];
    }),
  );
}

/** The week as it is sent. */
export function spansOf(week: WeekHours): Body<'changeWorkingHours'>['week'] {
  return week.flatMap(({ weekday, morning, afternoon }) =>
    [morning, afternoon].flatMap((half) => {
      const [fromMinute, toMinute] = [minuteOf(half.from), minuteOf(half.to)];
      return fromMinute === null || toMinute === null ? [] : [{ weekday, fromMinute, toMinute }];
    }),
  );
}

/** Office minutes of Monday to Friday; Saturday and Sunday do not count towards terms. */
export function countedMinutes(spans: readonly Span[]): number {
  return spans.filter((span) => span.weekday <= 5).reduce((sum, span) => sum + span.toMinute - span.fromMinute, 0);
}

/** Hours that begin on one day for one unit (or for all): a version of a week. */
export type HoursVersion = {
  readonly unitId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly mark: HoursRow['mark'];
  readonly spans: readonly HoursRow[];
};

/** Versions of weeks, the latest of each unit first; the general ones before those of units. */
export function versionsOf(rows: readonly HoursRow[]): readonly HoursVersion[] {
  const versions = new Map<string, HoursVersion>();
  for (const row of rows) {
    const key = `${row.unitId ?? ''} ${row.validFrom}`;
    const { unitId, validFrom, validTo, source, mark } = row;
    versions.set(key, { unitId, validFrom, validTo, source, mark, spans: [...(versions.get(key)?.spans ?? []), row] });
  }
  const place = (one: HoursVersion): string => one.unitId ?? '';
  return [...versions.values()].sort((a, b) =>
    place(a) === place(b) ? (a.validFrom < b.validFrom ? 1 : -1) : place(a) < place(b) ? -1 : 1,
  );
}

/** Days with the same hours told together: `T2–T6 07:30–11:30, 13:30–17:00`. */
export function weekLines(spans: readonly Span[]): readonly { readonly days: readonly Weekday[]; readonly hours: string }[] {
  const lines: { days: Weekday[]; hours: string }[] = [];
  for (const weekday of weekdays) {
    const hours = spans
      .filter((span) => span.weekday === weekday)
      .sort((a, b) => a.fromMinute - b.fromMinute)
      .map((span) => `${clockOf(span.fromMinute)}–${clockOf(span.toMinute)}`)
      .join(', ');
    const last = lines.at(-1);
    if (last?.hours === hours) last.days.push(weekday);
    else lines.push({ days: [weekday], hours });
  }
  return lines;
}
