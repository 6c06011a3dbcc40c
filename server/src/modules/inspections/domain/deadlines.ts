// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';

/** A time limit of law as stored data: how many days, from what, valid when, by which article. */
export type DeadlineRule = {
  readonly id: string;
  readonly code: 'conclusion' | 'remediation_report';
  readonly dayCount: number;
  readonly dayKind: 'working' | 'calendar';
  readonly countedFrom: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly citation: string;
  readonly certainty: 'sourced' | 'background';
  readonly note: string;
};

/** The rule in force on the day from which the limit runs; a later rule never changes an earlier inspection. */
export function ruleInForce(rules: readonly DeadlineRule[], code: DeadlineRule['code'], day: Day): DeadlineRule | null {
  return rules.find((rule) => rule.code === code && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo)) ?? null;
}

/**
 * Refuses a day of signing or issuing that cannot be true: before the inspection it speaks of has ended, or not come yet.
 *
 * @throws AppError `inspections.paper_too_early`, `inspections.paper_in_future`
 */
export function requirePaperDay(day: Day, endedOn: Day | null, today: Day): void {
  if (endedOn !== null && day < endedOn)
    throw new AppError('invalid', 'inspections.paper_too_early', { day: vietnameseDay(day), from: vietnameseDay(endedOn) });
  if (day > today) throw new AppError('invalid', 'inspections.paper_in_future', { day: vietnameseDay(day), today: vietnameseDay(today) });
}

/** Where a deadline stands on a day. */
export type DeadlineState = 'met' | 'met_late' | 'running' | 'overdue';

/** Judges a deadline by the day of fulfilment, or by today where it is not fulfilled. */
export function deadlineState(dueOn: Day, doneOn: Day | null, today: Day): DeadlineState {
  if (doneOn !== null) return doneOn <= dueOn ? 'met' : 'met_late';
  return today <= dueOn ? 'running' : 'overdue';
}
