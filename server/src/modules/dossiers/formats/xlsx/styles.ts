// SPDX-License-Identifier: Apache-2.0
import { attribute, createXmlScanner } from './xml.ts';

/** Number formats that Excel knows by number and that show a date or a time (ECMA-376, 18.8.30, with the East Asian ones). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a number format shows a date or a time: one of its letters stands outside of quotes, brackets and escapes. */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.split(';');
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '');
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare);
}

/** For each cell style by its number: whether it shows a date. */
export function readDateStyles(xml: string): boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  const scanner = createXmlScanner({
    open(name, tag) {
      if (name === 'numFmt') custom.set(Number(attribute(tag, 'numFmtId')), isDateFormat(attribute(tag, 'formatCode') ?? ''));
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute(tag, 'numFmtId') ?? 0);
        styles.push(custom.get(id) ?? isBuiltInDate(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  scanner.push(xml);
  scanner.end();
  return styles;
}

const dayMs = 86_400_000;
const secondsOfDay = 86_400;
const epoch1900 = Date.UTC(1899, 11, 30) / dayMs;
const epoch1904 = Date.UTC(1904, 0, 1) / dayMs;

/** Days already written; a table of a million dates has a few hundred different days. */
const writtenDays = new Map<number, string>();

function dayText(day: number): string {
  const known = writtenDays.get(day);
  if (known !== undefined) return known;
  if (writtenDays.size > 50_000) writtenDays.clear();
  const text = new Date(day * dayMs).toISOString().slice(0, 10);
  writtenDays.set(day, text);
  return text;
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/**
 * An Excel day number as `2022-09-14` or `2022-09-14T15:30:00`; the number itself where it is no day.
 * Day 60 of the 1900 base is a 29 February 1900 that never was, days before it count from one day later.
 */
export function serialToText(serial: number, is1904: boolean): string {
  if (!(serial >= 0 && serial < 2_958_466)) return String(serial);
  const base = is1904 ? epoch1904 : serial < 60 ? epoch1900 + 1 : epoch1900;
  const whole = Math.floor(serial);
  if (whole === serial) return dayText(base + whole);
  const seconds = Math.round((serial - whole) * secondsOfDay);
  const day = dayText(base + whole + (seconds === secondsOfDay ? 1 : 0));
  const inDay = seconds % secondsOfDay;
  return `${day}T${two(Math.floor(inDay / 3_600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`;
}
