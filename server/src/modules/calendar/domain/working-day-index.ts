// SPDX-License-Identifier: Apache-2.0
import type { WorkingCalendar } from './working-calendar.ts';

/**
 * The confirmed days as prefix sums, days as numbers since 1970-01-01: two array reads find the n-th working day after
 * any day, so that millions of deadlines are counted at once. A slot stands for `first - 1 + slot`; slot 0 is the day
 * before the first confirmed one, because a period may begin there.
 */
export type WorkingDayIndex = {
  readonly first: number;
  readonly last: number;
  /** Working days from `first` to the slot's day, inclusive. */
  readonly upTo: Int32Array;
  /** The k-th working day at k - 1. */
  readonly working: Int32Array;
  /** The last day up to which the days after the slot's are confirmed without a gap; the slot's own day where none is. */
  readonly knownUntil: Int32Array;
};

/** The prefix sums of a calendar; years without a confirmed calendar in between leave a gap over which nobody counts. */
export function indexWorkingDays(calendar: WorkingCalendar): WorkingDayIndex {
  const first = calendar.runs[0]?.first ?? 0;
  const last = calendar.runs.at(-1)?.last ?? first - 1;
  const slots = last - first + 2;
  const upTo = new Int32Array(slots);
  const knownUntil = Int32Array.from({ length: slots }, (_, slot) => first - 1 + slot);
  const working = new Int32Array(calendar.runs.reduce((sum, run) => sum + run.working.length, 0));
  let before = 0;
  for (const [index, run] of calendar.runs.entries()) {
    const nextRun = calendar.runs[index + 1]?.first ?? last + 1;
    for (let day = run.first; day < nextRun; day += 1) {
      upTo[day - first + 1] = before + (run.upTo[Math.min(day, run.last) - run.first] ?? 0);
      if (day <= run.last) knownUntil[day - first] = run.last;
    }
    working.set(run.working, before);
    before += run.working.length;
  }
  return { first, last, upTo, working, knownUntil };
}
