// SPDX-License-Identifier: Apache-2.0
import { addDays, type Day } from '#kernel/dates';
import type { PhaseDates } from './due.ts';

/** Days of a demo round, counted from the day on which the demo is made. */
export type DemoDays = { readonly selfScoringFrom: number; readonly selfScoringTo: number; readonly secondAppraisalTo: number };

/** The dates of the phases of a demo round. */
export function demoDates({ selfScoringFrom, selfScoringTo, secondAppraisalTo }: DemoDays, today: Day): PhaseDates[] {
  return [
    { phase: 'self_scoring', opensOn: addDays(today, selfScoringFrom), closesOn: addDays(today, selfScoringTo), workingDays: null },
    { phase: 'explanation', opensOn: null, closesOn: null, workingDays: 5 },
    { phase: 'second_appraisal', opensOn: null, closesOn: addDays(today, secondAppraisalTo), workingDays: null },
  ];
}
