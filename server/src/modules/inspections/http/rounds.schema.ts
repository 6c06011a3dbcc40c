// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { DayText, PageQuery } from '#platform/http/route';
import { roundParts } from '../domain/editing.ts';
import { capacities } from '../domain/steps.ts';
import { roundForms, roundSteps, severities, statementKinds, teamRoles, visitKinds, visitSteps } from '../domain/vocabulary.ts';

export const ReformField = z.enum(reformFields);
const Text = (max: number) => z.string().trim().min(1).max(max);
const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>) => Object.keys(table) as [T, ...T[]];

const Document = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  typeName: z.string().nullable(),
  issuedOn: DayText.nullable(),
  issuerName: z.string(),
  subject: z.string(),
});
export const DocumentShape = Document;

/** A blocked move tells every reason: code, facts, and a sentence in the reader's language. */
export const Reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  text: z.string(),
});
export const StepShape = <T extends z.ZodType>(to: T) =>
  z.object({
    to,
    back: z.boolean(),
    needsReason: z.boolean(),
    allowed: z.boolean(),
    reasons: z.array(Reason),
    /** What to know before the step; it holds nothing up. */
    warnings: z.array(Reason),
  });

export const RoundQuery = PageQuery.extend({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  step: z.enum(roundSteps).optional(),
  form: z.enum(roundForms).optional(),
  unitId: z.uuid().optional(),
});

export const RoundRow = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  form: z.enum(roundForms),
  step: z.enum(roundSteps),
  teamName: z.string(),
  startsOn: DayText.nullable(),
  endsOn: DayText.nullable(),
  organisingUnitName: z.string(),
  mark: z.string().nullable(),
  full: z.boolean(),
  version: z.number().int(),
  units: z.array(z.object({ visitId: z.uuid(), unitName: z.string(), kind: z.enum(visitKinds) })),
  conclusionDueOn: DayText.nullable(),
  deadlineState: z.string().nullable(),
});

const roundValues = {
  title: Text(500),
  year: z.number().int().min(2000).max(2100),
  form: z.enum(roundForms),
  subject: z.string().trim().max(500).default(''),
  planDocumentId: z.uuid().nullable().default(null),
  decisionDocumentId: z.uuid().nullable().default(null),
  previousRoundId: z.uuid().nullable().default(null),
  startsOn: DayText.nullable().default(null),
  endsOn: DayText.nullable().default(null),
  inspectedFrom: DayText.nullable().default(null),
  inspectedTo: DayText.nullable().default(null),
  meetingOn: DayText.nullable().default(null),
  organisingUnitId: z.uuid(),
  teamName: Text(200),
  checklistVersionId: z.uuid().nullable().default(null),
  reportTo: z.string().trim().max(300).nullable().default(null),
  reportOutline: z.array(Text(500)).max(100).default([]),
};
export const RoundBody = z.strictObject(roundValues);
export const RoundEditBody = z.strictObject({ ...roundValues, version: z.number().int() });

const memberValues = {
  accountId: z.uuid().nullable().default(null),
  name: z.string().trim().max(200).nullable().default(null),
  position: Text(300),
  unitId: z.uuid().nullable().default(null),
  role: z.enum(teamRoles),
  reformFields: z.array(ReformField).max(reformFields.length).default([]),
  illustrative: z.boolean().default(false),
};
export const TeamBody = z.strictObject({ version: z.number().int(), members: z.array(z.strictObject(memberValues)).max(60) });

export const MoveBody = z.strictObject({
  to: z.enum(roundSteps),
  version: z.number().int(),
  reason: z.string().trim().max(1_000).nullable().default(null),
  paperIssuedOn: DayText.nullable().optional(),
});

export const NewVisitBody = z.strictObject({
  unitId: z.uuid(),
  kind: z.enum(visitKinds),
  visitOn: DayText.nullable().default(null),
  visitTo: DayText.nullable().default(null),
  place: z.string().trim().max(300).nullable().default(null),
  reformFields: z.array(ReformField).min(1).nullable().default(null),
  illustrative: z.boolean().default(false),
});

export const IssueBody = z.strictObject({
  version: z.number().int(),
  issuedOn: DayText.optional(),
  dateReason: z.string().trim().max(500).nullable().optional(),
  signer: z
    .strictObject({ position: Text(200), name: z.string().trim().max(200).default('') })
    .nullable()
    .optional(),
});
export const IssuedShape = z.object({ id: z.uuid(), number: z.number().int(), code: z.string(), issuedOn: DayText });

const CoverageUnit = z.object({ id: z.uuid(), name: z.string(), illustrative: z.boolean() });
export const CoverageShape = z.object({
  numerator: z.number().int(),
  denominator: z.number().int(),
  percent: z.string().nullable(),
  covered: z.array(CoverageUnit),
  uncovered: z.array(CoverageUnit),
  foreign: z.array(CoverageUnit),
});

export const Statement = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  visitId: z.uuid().nullable(),
  kind: z.enum(statementKinds),
  text: z.string(),
  reformField: ReformField.nullable(),
  cause: z.string().nullable(),
  severity: z.enum(severities).nullable(),
  itemId: z.uuid().nullable(),
  itemCode: z.string().nullable(),
  paragraph: z.number().int().nullable(),
  addressedTo: z.string().nullable(),
  updatedBy: z.string(),
  version: z.number().int(),
});

export const Recommendation = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  ownerPosition: z.string().nullable(),
  text: z.string(),
  reformField: ReformField.nullable(),
  dueOn: DayText.nullable(),
  state: z.string(),
  isOverdue: z.boolean(),
  reportText: z.string().nullable(),
  note: z.string().nullable(),
  originPartId: z.uuid().nullable(),
  paragraph: z.number().int().nullable(),
  evidenceCount: z.number().int(),
  isReleased: z.boolean(),
  version: z.number().int(),
});

export const WithdrawnLinkShape = z.object({
  id: z.uuid(),
  kind: z.enum(['plan', 'decision', 'report', 'evidence']),
  label: z.string(),
  itemCode: z.string().nullable(),
  reason: z.string(),
  at: z.string(),
  actorName: z.string(),
});

export const Transition = z.object({
  visitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  fromStep: z.string().nullable(),
  toStep: z.string(),
  reason: z.string().nullable(),
  at: z.string(),
  actorName: z.string(),
});

const Rule = z.object({
  code: z.string(),
  dayCount: z.number().int(),
  dayKind: z.enum(['working', 'calendar']),
  countedFrom: z.string(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  citation: z.string(),
  certainty: z.enum(['sourced', 'background']),
  note: z.string(),
});
const Skipped = z.object({
  day: DayText,
  weekday: z.number().int(),
  reason: z.string(),
  name: z.string().nullable(),
  source: z.string().nullable(),
});
export const DeadlineShape = z.object({
  dueOn: DayText,
  state: z.enum(['met', 'met_late', 'running', 'overdue']),
  from: DayText,
  doneOn: DayText.nullable(),
  rule: Rule,
  explanation: z
    .object({
      start: DayText,
      workingDays: z.number().int(),
      due: DayText,
      skipped: z.array(Skipped),
      countedWeekendDays: z.array(z.object({ day: DayText, inPlaceOf: DayText, source: z.string() })),
      rules: z.array(z.object({ code: z.string(), citation: z.string() })),
    })
    .nullable(),
});

const Timetable = z.array(z.object({ at: z.string(), what: z.string() }));

export const RoundSheet = RoundRow.omit({ units: true, conclusionDueOn: true, deadlineState: true }).extend({
  subject: z.string(),
  organisingUnitId: z.uuid(),
  planDocumentId: z.uuid().nullable(),
  decisionDocumentId: z.uuid().nullable(),
  conclusionDocumentId: z.uuid().nullable(),
  previousRoundId: z.uuid().nullable(),
  checklistVersionId: z.uuid().nullable(),
  inspectedFrom: DayText.nullable(),
  inspectedTo: DayText.nullable(),
  meetingOn: DayText.nullable(),
  conclusionIssuedOn: DayText.nullable(),
  reportTo: z.string().nullable(),
  reportOutline: z.array(z.string()),
  updatedBy: z.string(),
  updatedAt: z.string(),
  plan: Document.nullable(),
  decision: Document.nullable(),
  conclusion: Document.nullable(),
  previousRound: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  checklist: z
    .object({ id: z.uuid(), number: z.number().int(), title: z.string(), itemCount: z.number().int(), validFrom: DayText.nullable() })
    .nullable(),
  team: z.array(
    z.object({
      id: z.uuid(),
      accountId: z.uuid().nullable(),
      accountName: z.string().nullable(),
      name: z.string().nullable(),
      position: z.string(),
      unitId: z.uuid().nullable(),
      unitName: z.string().nullable(),
      role: z.enum(teamRoles),
      reformFields: z.array(ReformField),
      illustrative: z.boolean(),
    }),
  ),
  visits: z.array(
    z.object({
      id: z.uuid(),
      unitId: z.uuid(),
      unitName: z.string(),
      placeName: z.string(),
      kind: z.enum(visitKinds),
      visitOn: DayText.nullable(),
      visitTo: DayText.nullable(),
      place: z.string().nullable(),
      timetable: Timetable,
      step: z.enum(visitSteps),
      signedOn: DayText.nullable(),
      illustrative: z.boolean(),
      version: z.number().int(),
      items: z.number().int(),
      answered: z.number().int(),
      figures: z.number().int(),
      inconsistentFigures: z.number().int(),
      unclearFigures: z.number().int(),
      findings: z.number().int(),
    }),
  ),
  coverage: z.array(CoverageShape.extend({ asOf: DayText, unitId: z.uuid(), unitName: z.string() })),
  deadline: DeadlineShape.nullable(),
  steps: z.array(StepShape(z.enum(roundSteps))),
  statements: z.array(Statement),
  recommendations: z.array(Recommendation),
  history: z.array(Transition),
  withdrawnLinks: z.array(WithdrawnLinkShape),
  capacities: z.array(z.enum(capacities)),
  editable: z.array(z.enum(keysOf(roundParts))),
});

export const MyWork = z.object({
  rows: z.array(
    z.object({
      kind: z.enum(['round_step', 'visit_step', 'answers', 'conclusion', 'recommendation_report', 'recommendation_judge']),
      title: z.string(),
      detail: z.string(),
      unitName: z.string().nullable(),
      dueOn: DayText.nullable(),
      isOverdue: z.boolean(),
      link: z.string(),
    }),
  ),
});
