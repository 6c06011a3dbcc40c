// SPDX-License-Identifier: Apache-2.0
import type { AppErrorParams } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { type RoundForm, type RoundStep, type TeamRole, type VisitKind, type VisitStep, visitIsAtLeast } from './vocabulary.ts';

/** Why a step cannot be taken: a code of the module's error catalogue with the facts of its sentence. */
export type Blocker = { readonly code: string; readonly params: AppErrorParams };

/** A condition of a step: null where it is met. */
export type Gate<Facts> = (facts: Facts) => Blocker | null;

/** What the gates of a round look at. */
export type RoundFacts = {
  readonly form: RoundForm;
  readonly step: RoundStep;
  /** Day of issue; undefined where no document is linked, null where the linked one bears no date. */
  readonly planIssuedOn: Day | null | undefined;
  readonly decisionIssuedOn: Day | null | undefined;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly heads: number;
  readonly secretaries: number;
  readonly hasChecklist: boolean;
  readonly visits: readonly { readonly step: VisitStep; readonly visitOn: Day | null }[];
  readonly recommendations: { readonly total: number; readonly withoutDeadline: number; readonly unsettled: number };
  readonly conclusions: number;
};

/** What the gates of one inspected unit look at. */
export type VisitFacts = {
  readonly form: RoundForm;
  readonly roundStep: RoundStep;
  readonly step: VisitStep;
  readonly kind: VisitKind;
  readonly today: Day;
  readonly decisionIssuedOn: Day | null | undefined;
  readonly visitOn: Day | null;
  readonly unitInForce: boolean;
  readonly unitName: string;
  readonly hasReport: boolean;
  readonly items: number;
  readonly unansweredItems: number;
  readonly hasOpinion: boolean;
  /** Numbers in the unit's opinion that stand for no stored figure. */
  readonly opinionNumbers: readonly string[];
  /** What the figure checker says of calculations in the opinion that do not agree. */
  readonly opinionFindings: readonly string[];
};

const blocked = (code: string, params: AppErrorParams = {}): Blocker => ({ code: `inspections.${code}`, params });

/** The blocker of a field day that lies before the decision, or null. */
export function beforeDecision(day: Day | null, decisionIssuedOn: Day | null | undefined): Blocker | null {
  if (day === null || !decisionIssuedOn || day >= decisionIssuedOn) return null;
  return blocked('before_decision', { day: vietnameseDay(day), decision: vietnameseDay(decisionIssuedOn) });
}

export const hasPlan: Gate<RoundFacts> = ({ planIssuedOn }) => (planIssuedOn === undefined ? blocked('plan_missing') : null);

export const hasDecision: Gate<RoundFacts> = ({ decisionIssuedOn }) => {
  if (decisionIssuedOn === undefined) return blocked('decision_missing');
  return decisionIssuedOn === null ? blocked('decision_undated') : null;
};

export const decisionFollowsPlan: Gate<RoundFacts> = ({ planIssuedOn, decisionIssuedOn }) =>
  planIssuedOn && decisionIssuedOn && decisionIssuedOn < planIssuedOn
    ? blocked('decision_before_plan', { decision: vietnameseDay(decisionIssuedOn), plan: vietnameseDay(planIssuedOn) })
    : null;

export const hasPeriod: Gate<RoundFacts> = ({ startsOn, endsOn }) =>
  startsOn === null || endsOn === null ? blocked('period_missing') : null;

export const startsAfterDecision: Gate<RoundFacts> = ({ startsOn, decisionIssuedOn }) => beforeDecision(startsOn, decisionIssuedOn);

/** The blocker of a team without exactly one head and one secretary, or null. */
export function teamBlocker(members: readonly { readonly role: TeamRole }[]): Blocker | null {
  const count = (role: TeamRole): number => members.filter((member) => member.role === role).length;
  if (count('head') !== 1) return blocked('team_head', { count: count('head') });
  return count('secretary') === 1 ? null : blocked('team_secretary', { count: count('secretary') });
}

export const hasOneHead: Gate<RoundFacts> = ({ heads }) => (heads === 1 ? null : blocked('team_head', { count: heads }));

export const hasOneSecretary: Gate<RoundFacts> = ({ secretaries }) =>
  secretaries === 1 ? null : blocked('team_secretary', { count: secretaries });

export const hasVisits: Gate<RoundFacts> = ({ visits }) => (visits.length > 0 ? null : blocked('visits_missing'));

export const hasTimetable: Gate<RoundFacts> = ({ visits }) => {
  const count = visits.filter((visit) => visit.visitOn === null).length;
  return count === 0 ? null : blocked('timetable_missing', { count });
};

export const hasChecklist: Gate<RoundFacts> = (facts) => (facts.hasChecklist ? null : blocked('checklist_missing'));

/** All units of the round have come at least so far; the round follows the slowest. */
export function allVisitsAt(step: VisitStep): Gate<RoundFacts> {
  return ({ visits }) => {
    const reached = visits.filter((visit) => visitIsAtLeast(visit.step, step)).length;
    return visits.length > 0 && reached === visits.length ? null : blocked('visits_not_there', { reached, total: visits.length });
  };
}

export const hasConclusion: Gate<RoundFacts> = ({ conclusions }) => (conclusions > 0 ? null : blocked('conclusion_missing'));

export const recommendationsHaveDeadlines: Gate<RoundFacts> = ({ recommendations }) =>
  recommendations.withoutDeadline === 0 ? null : blocked('recommendation_without_deadline', { count: recommendations.withoutDeadline });

export const recommendationsSettled: Gate<RoundFacts> = ({ recommendations }) =>
  recommendations.unsettled === 0 ? null : blocked('recommendations_open', { count: recommendations.unsettled });

/** Units are asked and visited only after the round was announced to them; an unannounced one opens at the decision. */
export const roundIsOpen: Gate<VisitFacts> = ({ roundStep }) =>
  roundStep === 'planned' || roundStep === 'decided' ? blocked('round_not_announced') : null;

export const roundNotReported: Gate<VisitFacts> = ({ roundStep }) =>
  roundStep === 'team_report' || roundStep === 'conclusion_issued' || roundStep === 'remediation' || roundStep === 'closed'
    ? blocked('round_beyond_minutes')
    : null;

/** A commune is covered by the report of its district; the main unit hands in its own. */
export const hasReport: Gate<VisitFacts> = ({ kind, hasReport: given }) => (kind === 'commune' || given ? null : blocked('report_missing'));

export const visitHasDay: Gate<VisitFacts> = ({ visitOn }) => (visitOn === null ? blocked('timetable_missing', { count: 1 }) : null);

export const visitAfterDecision: Gate<VisitFacts> = ({ visitOn, decisionIssuedOn }) => beforeDecision(visitOn, decisionIssuedOn);

export const visitDayHasCome: Gate<VisitFacts> = ({ visitOn, today }) =>
  visitOn !== null && visitOn > today ? blocked('visit_in_future', { day: vietnameseDay(visitOn) }) : null;

export const unitInForce: Gate<VisitFacts> = ({ unitInForce: inForce, visitOn, unitName }) =>
  visitOn === null || inForce ? null : blocked('unit_not_in_force', { unit: unitName, day: vietnameseDay(visitOn) });

export const itemsAnswered: Gate<VisitFacts> = ({ unansweredItems, items }) =>
  unansweredItems === 0 ? null : blocked('items_unanswered', { count: unansweredItems, total: items });

export const hasOpinion: Gate<VisitFacts> = ({ hasOpinion: given }) => (given ? null : blocked('opinion_missing'));

/** A warning, not a gate: the unit may say what it likes, but who signs should know which numbers are the unit's alone. */
export const opinionNumbersAreStored: Gate<VisitFacts> = ({ opinionNumbers }) =>
  opinionNumbers.length === 0 ? null : blocked('opinion_numbers', { numbers: opinionNumbers.map((number) => `“${number}”`).join(', ') });

export const opinionAddsUp: Gate<VisitFacts> = ({ opinionFindings }) =>
  opinionFindings.length === 0 ? null : blocked('opinion_findings', { findings: opinionFindings.join(' ') });
