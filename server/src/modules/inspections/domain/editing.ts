// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Capacity } from './steps.ts';
import { type RoundForm, type RoundStep, roundStepNames, roundSteps, type VisitStep, visitStepNames, visitSteps } from './vocabulary.ts';

type Span<Step> = readonly [from: Step, to: Step];

/** While a round stands between which steps its parts can be changed. */
export const roundParts = {
  basics: ['planned', 'team_report'],
  legal_basis: ['planned', 'decided'],
  team: ['planned', 'on_site'],
  seats: ['planned', 'remediation'],
  visits: ['planned', 'announced'],
  conclusion: ['planned', 'team_report'],
} as const satisfies Record<string, Span<RoundStep>>;
export type RoundPart = keyof typeof roundParts;

/** While the inspection of a unit stands between which steps its parts can be changed; agreed minutes are closed. */
export const visitParts = {
  timetable: ['awaiting_report', 'on_site'],
  report: ['awaiting_report', 'on_site'],
  figures: ['awaiting_report', 'on_site'],
  field_work: ['unit_reported', 'on_site'],
  findings: ['unit_reported', 'on_site'],
  unit_voice: ['awaiting_report', 'minutes_agreed'],
} as const satisfies Record<string, Span<VisitStep>>;
export type VisitPart = keyof typeof visitParts;

/** Whether a part of a round can be changed at its step. */
export function canEditRoundPart(part: RoundPart, step: RoundStep): boolean {
  const [from, to] = roundParts[part];
  return roundSteps.indexOf(step) >= roundSteps.indexOf(from) && roundSteps.indexOf(step) <= roundSteps.indexOf(to);
}

/** Whether a part of a unit's inspection can be changed at its step; an unannounced visit has no report to wait for. */
export function canEditVisitPart(part: VisitPart, step: VisitStep): boolean {
  const [from, to] = visitParts[part];
  return visitSteps.indexOf(step) >= visitSteps.indexOf(from) && visitSteps.indexOf(step) <= visitSteps.indexOf(to);
}

const declaredByUnit: readonly VisitPart[] = ['report', 'figures'];

/**
 * Whether somebody in these capacities may still change what the unit declared. The unit itself may until it has handed
 * in its report: what it declared is what the team compares, so it must not change under inspection. Later the team
 * corrects a slip, or gives the report back. An unannounced inspection has no report to hand in.
 */
export function canCapacityEdit(part: VisitPart, held: ReadonlySet<Capacity>, form: RoundForm, step: VisitStep): boolean {
  if (!declaredByUnit.includes(part) || form === 'unannounced' || step === 'awaiting_report') return true;
  return held.has('secretary') || held.has('head') || held.has('organiser');
}

/** @throws AppError `inspections.report_handed_in` */
export function requireStillDeclaring(part: VisitPart, held: ReadonlySet<Capacity>, form: RoundForm, step: VisitStep): void {
  if (!canCapacityEdit(part, held, form, step)) throw new AppError('conflict', 'inspections.report_handed_in');
}

/** @throws AppError `inspections.not_at_this_step` */
export function requireRoundPart(part: RoundPart, step: RoundStep): void {
  if (!canEditRoundPart(part, step)) throw new AppError('conflict', 'inspections.not_at_this_step', { step: roundStepNames[step], part });
}

/** @throws AppError `inspections.not_at_this_step` */
export function requireVisitPart(part: VisitPart, step: VisitStep): void {
  if (!canEditVisitPart(part, step)) throw new AppError('conflict', 'inspections.not_at_this_step', { step: visitStepNames[step], part });
}
