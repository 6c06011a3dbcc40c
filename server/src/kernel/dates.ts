// SPDX-License-Identifier: Apache-2.0

/** A calendar day as `YYYY-MM-DD`; compares and sorts as text. */
export type Day = string;

const dayMs = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a calendar day, or NaN where the text names no day of the Gregorian calendar. */
export function dayNumber(day: Day): number {
  const match = pattern.exec(day);
  if (!match) return Number.NaN;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, date);
  const back = new Date(ms);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date ? ms / dayMs : Number.NaN;
}

/** The calendar day that lies `number` days after 1970-01-01. */
export function dayOf(number: number): Day {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** Whether the text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return !Number.isNaN(dayNumber(text));
}

/** The day `count` calendar days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function isoWeekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Calendar day in Việt Nam (UTC+7, no daylight saving time) at an instant. */
export function todayInVietnam(now: Date = new Date()): Day {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * A day as documents write it: zero before days below 10 and months 1 and 2 (Decree 30/2020/NĐ-CP, annex I, part II.4).
 *
 * @example
 * vietnameseDay('2022-09-06') // '06/9/2022'
 */
export function vietnameseDay(day: Day): string {
  const match = pattern.exec(day);
  if (!match) return day;
  const month = Number(match[2]);
  return `${match[3]}/${month <= 2 ? `0${month}` : month}/${match[1]}`;
}
