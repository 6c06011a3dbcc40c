// SPDX-License-Identifier: Apache-2.0

/** A moment read from a cell: milliseconds since 1970, and whether the cell named a day without an hour. */
export type Moment = { ms: number; isDay: boolean };

const vietnamMs = 7 * 3_600_000;
const dayMs = 86_400_000;
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/**
 * Reads a date as Vietnamese systems write it: `14/09/2022`, `14/09/2022 15:30`, `15:30 14/09/2022`, `14-9-2022`, ISO with or
 * without zone, `20220914153000`, or an Excel day number. The day comes before the month; hours are Việt Nam's.
 * Gives false where the text is no such moment.
 *
 * @param into receives the result, so that a million rows make no million objects
 */
export function readMoment(text: string, into: Moment): boolean {
  const length = text.length;
  if (length >= 8 && length <= 19) {
    const third = text.charCodeAt(2);
    if ((third === 47 || third === 45 || third === 46) && fixed(text, length, into)) return true;
  }
  return readIso(text, into) || readVietnamese(text, into) || readCompact(text, into);
}

function two(text: string, at: number): number {
  const high = text.charCodeAt(at) - 48;
  const low = text.charCodeAt(at + 1) - 48;
  return high >= 0 && high <= 9 && low >= 0 && low <= 9 ? high * 10 + low : -1;
}

/** The usual `dd/mm/yyyy hh:mm[:ss]`, read without a pattern, because a file of a million rows has four million of them. */
function fixed(text: string, length: number, into: Moment): boolean {
  const separator = text.charCodeAt(2);
  if (text.charCodeAt(5) !== separator || (length !== 10 && length !== 16 && length !== 19)) return false;
  const [day, month] = [two(text, 0), two(text, 3)];
  const century = two(text, 6);
  const year = century * 100 + two(text, 8);
  if (day < 0 || month < 0 || century < 19 || two(text, 8) < 0) return false;
  if (length === 10) return put(into, year, month, day, 0, 0, 0, true);
  if (text.charCodeAt(10) !== 32 || text.charCodeAt(13) !== 58) return false;
  const second = length === 19 ? (text.charCodeAt(16) === 58 ? two(text, 17) : -1) : 0;
  return put(into, year, month, day, two(text, 11), two(text, 14), second, false);
}

function put(
  into: Moment,
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  isDay: boolean,
): boolean {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return false;
  into.ms = Date.UTC(year, month - 1, day, hour, minute, second) - vietnamMs;
  into.isDay = isDay;
  return into.ms >= earliest && into.ms < latest;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/;

function readIso(text: string, into: Moment): boolean {
  const match = iso.exec(text);
  if (!match) return false;
  const [, year, month, day, hour, minute, second, zone] = match;
  if (!put(into, Number(year), Number(month), Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), hour === undefined))
    return false;
  if (zone !== undefined) into.ms += vietnamMs - zoneMs(zone);
  return true;
}

function zoneMs(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const ms = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)) * 60_000;
  return zone[0] === '-' ? -ms : ms;
}

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[,T ]\s*(\d{1,2})[:hg](\d{2})?(?::(\d{2}))?)?$/;
const hourFirst = /^(\d{1,2})[:hg](\d{2})?(?::(\d{2}))?[, ]\s*(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

function readVietnamese(text: string, into: Moment): boolean {
  const first = dayFirst.exec(text);
  if (first) {
    const [, day, month, year, hour, minute, second] = first;
    return put(
      into,
      Number(year),
      Number(month),
      Number(day),
      Number(hour ?? 0),
      Number(minute ?? 0),
      Number(second ?? 0),
      hour === undefined,
    );
  }
  const last = hourFirst.exec(text);
  if (!last) return false;
  const [, hour, minute, second, day, month, year] = last;
  return put(into, Number(year), Number(month), Number(day), Number(hour), Number(minute ?? 0), Number(second ?? 0), false);
}

/** `20220914`, `20220914153000`, or a day number of a spreadsheet (1954 to 2119). */
function readCompact(text: string, into: Moment): boolean {
  if (/^\d{8}(?:\d{6})?$/.test(text)) {
    const part = (from: number, to: number): number => Number(text.slice(from, to));
    return put(into, part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12), part(12, 14), text.length === 8);
  }
  if (!/^\d{5}(?:\.\d{1,15})?$/.test(text)) return false;
  const serial = Number(text);
  if (serial < 32_874 || serial >= 73_051) return false;
  into.ms = Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1_000 - vietnamMs;
  into.isDay = Number.isInteger(serial);
  return true;
}

/** Number of the calendar day in Việt Nam, counted from 1970-01-01. */
export function vietnamDay(ms: number): number {
  return Math.floor((ms + vietnamMs) / dayMs);
}

/** The moment of a day of Việt Nam at so many minutes after midnight. */
export function atMinute(day: number, minute: number): number {
  return day * dayMs - vietnamMs + minute * 60_000;
}
