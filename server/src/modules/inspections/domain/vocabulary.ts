// SPDX-License-Identifier: Apache-2.0

/** The steps of a round, in order. */
export const roundSteps = [
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
] as const;
export type RoundStep = (typeof roundSteps)[number];

/** The steps of one inspected unit within a round, in order. */
export const visitSteps = ['awaiting_report', 'unit_reported', 'on_site', 'minutes_agreed', 'minutes_signed'] as const;
export type VisitStep = (typeof visitSteps)[number];

export const roundForms = ['planned', 'unannounced', 'by_report', 'thematic', 're_inspection'] as const;
export type RoundForm = (typeof roundForms)[number];

export const visitKinds = ['main', 'commune'] as const;
export type VisitKind = (typeof visitKinds)[number];

export const teamRoles = ['head', 'deputy_head', 'secretary', 'member'] as const;
export type TeamRole = (typeof teamRoles)[number];

export const verdicts = ['meets', 'fails', 'partly', 'not_applicable'] as const;
export type Verdict = (typeof verdicts)[number];

export const figureKinds = ['ratio', 'count', 'sum'] as const;
export type FigureKind = (typeof figureKinds)[number];

export const statementKinds = ['strength', 'finding', 'proposal', 'conclusion', 'opinion'] as const;
export type StatementKind = (typeof statementKinds)[number];

export const severities = ['note', 'shortcoming', 'violation'] as const;
export type Severity = (typeof severities)[number];

/** Vietnamese names of the steps, for documents, messages and the list of what waits. */
export const roundStepNames: Readonly<Record<RoundStep, string>> = {
  planned: 'Có kế hoạch',
  decided: 'Có quyết định',
  announced: 'Đã thông báo lịch, đề cương',
  unit_reported: 'Đơn vị đã báo cáo',
  on_site: 'Kiểm tra tại đơn vị',
  minutes_agreed: 'Đã thống nhất biên bản',
  minutes_signed: 'Đã ký biên bản',
  team_report: 'Đoàn đã báo cáo',
  conclusion_issued: 'Đã ban hành kết luận',
  remediation: 'Đang khắc phục',
  closed: 'Đã khép lại',
};

export const visitStepNames: Readonly<Record<VisitStep, string>> = {
  awaiting_report: 'Chờ đơn vị báo cáo',
  unit_reported: 'Đơn vị đã báo cáo',
  on_site: 'Đang kiểm tra',
  minutes_agreed: 'Đã thống nhất biên bản',
  minutes_signed: 'Đã ký biên bản',
};

/** Vietnamese name of a step of a round or of a visit. */
export function stepName(step: string): string {
  const names: Readonly<Record<string, string>> = { ...visitStepNames, ...roundStepNames };
  return names[step] ?? step;
}

/** Whether a round stands at `step` or beyond it. */
export function isAtLeast(current: RoundStep, step: RoundStep): boolean {
  return roundSteps.indexOf(current) >= roundSteps.indexOf(step);
}

/** Whether a visit stands at `step` or beyond it. */
export function visitIsAtLeast(current: VisitStep, step: VisitStep): boolean {
  return visitSteps.indexOf(current) >= visitSteps.indexOf(step);
}
