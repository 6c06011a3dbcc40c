// SPDX-License-Identifier: Apache-2.0
import type { Answer, RowOf } from '../../../shared/api/operations.ts';

export type RoundRow = RowOf<'listRounds'>;
export type RoundSheet = Answer<'getRound'>;
export type VisitSheet = Answer<'getVisit'>;

export type RoundStep = RoundRow['step'];
export type VisitStep = VisitSheet['step'];
export type RoundForm = RoundRow['form'];
export type VisitSummary = RoundSheet['visits'][number];
export type TeamMember = RoundSheet['team'][number];
export type TeamRole = TeamMember['role'];
export type Deadline = NonNullable<RoundSheet['deadline']>;
export type Statement = RoundSheet['statements'][number];
export type StatementKind = Statement['kind'];
export type Severity = NonNullable<Statement['severity']>;
export type Coverage = RoundSheet['coverage'][number];
export type Transition = RoundSheet['history'][number];
export type Figure = VisitSheet['figures'][number];
export type Sample = VisitSheet['samples'][number];
export type FigureKind = Figure['kind'];
export type ChecklistGroup = VisitSheet['fields'][number];
export type ChecklistEntry = ChecklistGroup['items'][number];
export type ItemAnswer = NonNullable<ChecklistEntry['answer']>;
export type Verdict = NonNullable<ItemAnswer['verdict']>;

export const roundSteps: readonly RoundStep[] = [
  'planned',
  'decided',
  'announced',
  'unit_reported',
  'on_site',
  'minutes_agreed',
  'minutes_signed',
  'team_report',
  'conclusion_issued',
  'remediation',
  'closed',
];
export const visitSteps: readonly VisitStep[] = ['awaiting_report', 'unit_reported', 'on_site', 'minutes_agreed', 'minutes_signed'];
export const roundForms: readonly RoundForm[] = ['planned', 'unannounced', 'by_report', 'thematic', 're_inspection'];
export const teamRoles: readonly TeamRole[] = ['head', 'deputy_head', 'secretary', 'member'];
export const severities: readonly Severity[] = ['note', 'shortcoming', 'violation'];
/** In the order of the keys 1 to 4. */
export const verdicts: readonly Verdict[] = ['meets', 'partly', 'fails', 'not_applicable'];
