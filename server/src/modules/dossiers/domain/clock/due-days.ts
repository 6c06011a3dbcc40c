// SPDX-License-Identifier: Apache-2.0
import { minutesPerDay } from './counter.ts';
import { type DueDayTable, longestLimit } from './due-day-table.ts';

/** Stands for a due day that is not known, because a year on the way has no confirmed calendar. */
export const unknownDay = -1;

/**
 * The due days of many dossiers at once, as days since 1970-01-01: what `readClock` finds for a dossier without pauses or
 * new appointments and a limit in whole days, under the rules of its day. Receipts are milliseconds since 1970
 * (`Date.getTime()`).
 *
 * @example
 * dueDays(Float64Array.of(Date.parse('2022-08-30T09:00+07:00')), Int32Array.of(5), dueDayTable(calendar, rules)) // [19243], 8/9/2022
 */
export function dueDays(
  received: Float64Array,
  limits: Int32Array,
  table: DueDayTable,
  unit: 'working_days' | 'calendar_days' = 'working_days',
  result: Int32Array = new Int32Array(received.length),
): Int32Array {
  const { base, due } = table[unit];
  const { firstDay, cutoffs, levels, lateMoves, sameDay } = table;
  for (let row = 0; row < received.length; row += 1) {
    const minute = Math.floor((received[row] ?? Number.NaN) / 60_000) + 420;
    const day = Math.floor(minute / minutesPerDay);
    const amount = limits[row] ?? unknownDay;
    const slot = day - firstDay;
    let found: number | undefined;
    if (amount > 0 && !lateMoves) found = due[(base[slot] ?? Number.NaN) + amount];
    else {
      const late = levelOf(minute - day * minutesPerDay, cutoffs);
      if (amount === 0) found = sameDay[slot * levels + late];
      else if (amount > 0) found = due[(base[slot * levels + late] ?? Number.NaN) + amount];
    }
    result[row] = found === undefined || found < 1 || found > mostDays || amount > longestLimit ? unknownDay : found;
  }
  return result;
}

/** No day lies behind it: what is greater says that a day is not known. */
const mostDays = 999_999;

function levelOf(inDay: number, cutoffs: readonly number[]): number {
  let level = 0;
  for (const cutoff of cutoffs) if (inDay >= cutoff) level += 1;
  return level;
}
