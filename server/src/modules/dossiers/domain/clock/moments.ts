// SPDX-License-Identifier: Apache-2.0
import { dayOf } from '#kernel/dates';
import type { Moment } from '#modules/calendar';
import { dayAt, minutesPerDay } from './counter.ts';

/** Whole minutes since 1970-01-01 in Việt Nam (UTC+7, no daylight saving time); seconds are dropped. */
export function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000) + 420;
}

/** A minute of Việt Nam's time as day and minute of the day. */
export function momentOf(minute: number): Moment {
  const day = dayAt(minute);
  return { day: dayOf(day), minute: minute - day * minutesPerDay };
}
