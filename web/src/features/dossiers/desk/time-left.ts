// SPDX-License-Identifier: Apache-2.0

export type TimeLeft = { readonly isOver: boolean; readonly unit: 'days' | 'hours' | 'minutes'; readonly amount: number };

/**
 * Calendar time between now and a due moment, in the largest unit that is full; for reading beside the moment itself.
 *
 * @example
 * timeLeft('2026-11-25T17:00:00+07:00', new Date('2026-11-23T08:00:00+07:00')) // { isOver: false, unit: 'days', amount: 2 }
 */
export function timeLeft(dueAt: string, now: Date): TimeLeft {
  const minutes = Math.floor((Date.parse(dueAt) - now.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const isOver = minutes < 0;
  if (size >= 1440) return { isOver, unit: 'days', amount: Math.floor(size / 1440) };
  if (size >= 60) return { isOver, unit: 'hours', amount: Math.floor(size / 60) };
  return { isOver, unit: 'minutes', amount: size };
}
