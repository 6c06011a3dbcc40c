// SPDX-License-Identifier: Apache-2.0
import type { ClockClass, ClockReading } from './types.ts';

/** How a closed dossier is stored and counted. */
export const timelinessCodes = { early: 1, on_time: 2, late: 3, closed: 4 } as const;
export type TimelinessCode = (typeof timelinessCodes)[keyof typeof timelinessCodes];

/** The code of a closed dossier; null while it is open. */
export function timelinessOf(standsAs: ClockClass): TimelinessCode | null {
  return standsAs === 'early' || standsAs === 'on_time' || standsAs === 'late' || standsAs === 'closed' ? timelinessCodes[standsAs] : null;
}

/** The columns of form II.06a/VPCP/KSTT among the solved (8, 9, 10) and the open (12, 13); null before receipt. */
export type ReportColumn = 'early' | 'on_time' | 'late' | 'in_time' | 'overdue';

/**
 * Where the report counts a dossier. One that waits for papers is in time, never overdue; one that was overdue when it was
 * stopped or sent to pay stays overdue; refused and withdrawn ones count as on time (as two running systems do it: no text
 * that was read says so).
 */
export function reportColumnOf(reading: Pick<ClockReading, 'class' | 'pastDue' | 'pausedFor'>): ReportColumn | null {
  if (reading.class === 'not_started') return null;
  if (reading.class === 'closed') return 'on_time';
  if (reading.class !== 'paused') return reading.class;
  return reading.pastDue && reading.pausedFor !== 'supplement' ? 'overdue' : 'in_time';
}
