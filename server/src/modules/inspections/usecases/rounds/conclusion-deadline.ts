// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day } from '#kernel/dates';
import { type DueExplanation, explainDue, loadWorkingCalendar, type WorkingCalendar } from '#modules/calendar';
import type { Db } from '#platform/db/db';
import { selectRulesThatHold } from '../../data/deadline-rules.repo.ts';
import type { Round } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { type DeadlineRule, type DeadlineState, deadlineState, ruleInForce } from '../../domain/deadlines.ts';

/** A deadline with everything that made it, so that anyone can count it again. */
export type Deadline = {
  readonly dueOn: Day;
  readonly state: DeadlineState;
  readonly from: Day;
  readonly doneOn: Day | null;
  readonly rule: DeadlineRule;
  readonly explanation: DueExplanation | null;
};

/** What deadlines are computed from, loaded once for many rounds. */
export type DeadlineBasis = { readonly rules: readonly DeadlineRule[]; readonly calendar: WorkingCalendar };

export async function loadDeadlineBasis(db: Db): Promise<DeadlineBasis> {
  return { rules: await selectRulesThatHold(inspectionsDb(db)), calendar: await loadWorkingCalendar(db) };
}

/**
 * Until when the conclusion of a round is due, by the rule in force when the inspection ended; null before it is planned,
 * and for years whose holidays nobody has entered, because a guessed deadline is worse than none.
 */
export function conclusionDeadline(
  { rules, calendar }: DeadlineBasis,
  round: Pick<Round, 'endsOn' | 'conclusionIssuedOn'>,
  today: Day,
): Deadline | null {
  return round.endsOn === null ? null : deadlineFrom({ rules, calendar }, 'conclusion', round.endsOn, round.conclusionIssuedOn, today);
}

/** Until when the unit is asked to report its remediation; a suggestion that people may change. */
export function remediationDeadline(basis: DeadlineBasis, concludedOn: Day, today: Day): Deadline | null {
  return deadlineFrom(basis, 'remediation_report', concludedOn, null, today);
}

function deadlineFrom(
  { rules, calendar }: DeadlineBasis,
  code: DeadlineRule['code'],
  from: Day,
  doneOn: Day | null,
  today: Day,
): Deadline | null {
  const rule = ruleInForce(rules, code, from);
  if (!rule) return null;
  if (rule.dayKind === 'calendar') {
    const dueOn = addDays(from, rule.dayCount);
    return { dueOn, state: deadlineState(dueOn, doneOn, today), from, doneOn, rule, explanation: null };
  }
  const explanation = explained(calendar, from, rule.dayCount);
  return explanation && { dueOn: explanation.due, state: deadlineState(explanation.due, doneOn, today), from, doneOn, rule, explanation };
}

const unknownYears = ['calendar.year_missing', 'calendar.year_draft'];

function explained(calendar: WorkingCalendar, from: Day, days: number): DueExplanation | null {
  try {
    return explainDue(calendar, from, days);
  } catch (error) {
    if (error instanceof AppError && unknownYears.includes(error.code)) return null;
    throw error;
  }
}
