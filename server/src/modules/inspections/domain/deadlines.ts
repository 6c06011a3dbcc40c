// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';

/** The limits that the program counts; what each is counted from is part of the program, how many days is data. */
export const deadlineCodes = ['conclusion', 'remediation_report'] as const;
export type DeadlineCode = (typeof deadlineCodes)[number];

export const deadlineNames: Readonly<Record<DeadlineCode, string>> = {
  conclusion: 'Ban hành thông báo kết luận',
  remediation_report: 'Đơn vị báo cáo kết quả khắc phục',
};
export const countedFromTexts: Readonly<Record<DeadlineCode, string>> = {
  conclusion: 'ngày kết thúc kiểm tra',
  remediation_report: 'ngày ban hành thông báo kết luận',
};

export const dayKinds = ['working', 'calendar'] as const;
export const certainties = ['sourced', 'background'] as const;

/** A time limit of law as stored data: how many days, from what, valid when, by which article. */
export type DeadlineRule = {
  readonly id: string;
  readonly code: DeadlineCode;
  readonly dayCount: number;
  readonly dayKind: (typeof dayKinds)[number];
  readonly countedFrom: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly citation: string;
  readonly certainty: (typeof certainties)[number];
  readonly note: string;
};

/** The rule in force on the day from which the limit runs; a later rule never changes an earlier inspection. */
export function ruleInForce(rules: readonly DeadlineRule[], code: DeadlineRule['code'], day: Day): DeadlineRule | null {
  return rules.find((rule) => rule.code === code && rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo)) ?? null;
}

export const ruleStates = ['coming', 'in_force', 'ended', 'withdrawn'] as const;
export type RuleState = (typeof ruleStates)[number];

/** Where a version of a rule stands on a day; derived, never stored. */
export function ruleState(
  rule: Pick<DeadlineRule, 'validFrom' | 'validTo'> & { readonly withdrawnAt: string | null },
  today: Day,
): RuleState {
  if (rule.withdrawnAt !== null) return 'withdrawn';
  if (today < rule.validFrom) return 'coming';
  return rule.validTo === null || today <= rule.validTo ? 'in_force' : 'ended';
}

/** The version of the same rule whose validity shares a day with the wanted one, if there is one. */
export function overlappingRule(
  rules: readonly DeadlineRule[],
  wanted: Pick<DeadlineRule, 'code' | 'validFrom' | 'validTo'> & { readonly id?: string },
): DeadlineRule | undefined {
  return rules.find(
    (rule) =>
      rule.id !== wanted.id &&
      rule.code === wanted.code &&
      (wanted.validTo === null || rule.validFrom <= wanted.validTo) &&
      (rule.validTo === null || wanted.validFrom <= rule.validTo),
  );
}

/** Days that a paper about an inspection cannot lie before; null where not known. */
export type PaperFloors = {
  readonly decidedOn: Day | null;
  /** First day of the inspection. */
  readonly startedOn: Day | null;
  /** Last day of the inspection. */
  readonly endedOn: Day | null;
  /** Day on which the results were put to the unit. */
  readonly metOn: Day | null;
};

/**
 * Refuses a day of signing or issuing that cannot be true: before the decision, before the inspection it speaks of has
 * ended or its results were told, or not come yet.
 *
 * @throws AppError `inspections.before_decision`, `inspections.before_start`, `inspections.paper_too_early`,
 * `inspections.paper_before_meeting`, `inspections.paper_in_future`
 */
export function requirePaperDay(day: Day, floors: PaperFloors, today: Day): void {
  const { decidedOn, startedOn, endedOn, metOn } = floors;
  requireResultDay(day, { decidedOn, startedOn: endedOn === null ? startedOn : null });
  if (endedOn !== null && day < endedOn)
    throw new AppError('invalid', 'inspections.paper_too_early', { day: vietnameseDay(day), from: vietnameseDay(endedOn) });
  if (metOn !== null && day < metOn)
    throw new AppError('invalid', 'inspections.paper_before_meeting', { day: vietnameseDay(day), meeting: vietnameseDay(metOn) });
  if (day > today) throw new AppError('invalid', 'inspections.paper_in_future', { day: vietnameseDay(day), today: vietnameseDay(today) });
}

/**
 * Refuses a day on which there cannot have been any result yet: before the decision, or before the inspection began.
 *
 * @throws AppError `inspections.before_decision`, `inspections.before_start`
 */
export function requireResultDay(day: Day | null, { decidedOn, startedOn }: Pick<PaperFloors, 'decidedOn' | 'startedOn'>): void {
  if (day === null) return;
  if (decidedOn !== null && day < decidedOn)
    throw new AppError('invalid', 'inspections.before_decision', { day: vietnameseDay(day), decision: vietnameseDay(decidedOn) });
  if (startedOn !== null && day < startedOn)
    throw new AppError('invalid', 'inspections.before_start', { day: vietnameseDay(day), start: vietnameseDay(startedOn) });
}

/** Where a deadline stands on a day. */
export type DeadlineState = 'met' | 'met_late' | 'running' | 'overdue';

/** Judges a deadline by the day of fulfilment, or by today where it is not fulfilled. */
export function deadlineState(dueOn: Day, doneOn: Day | null, today: Day): DeadlineState {
  if (doneOn !== null) return doneOn <= dueOn ? 'met' : 'met_late';
  return today <= dueOn ? 'running' : 'overdue';
}
