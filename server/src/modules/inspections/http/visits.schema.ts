// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { visitParts } from '../domain/editing.ts';
import { figureStatuses, figureVerdicts } from '../domain/figures.ts';
import { capacities } from '../domain/steps.ts';
import { figureKinds, roundForms, roundSteps, severities, statementKinds, verdicts, visitKinds, visitSteps } from '../domain/vocabulary.ts';
import {
  CoverageShape,
  DocumentShape,
  Recommendation,
  ReformField,
  Statement,
  StepShape,
  Transition,
  WithdrawnLinkShape,
} from './rounds.schema.ts';

const Text = (max: number) => z.string().trim().min(1).max(max);
const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>) => Object.keys(table) as [T, ...T[]];
const Version = z.number().int();

/** A number that is not negative, as decimal text: exact, with at most so many digits that every sum stays exact. */
const Decimal = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/);

const figureValues = {
  code: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  label: Text(500),
  reformField: ReformField,
  kind: z.enum(figureKinds),
  numerator: Decimal.nullable().default(null),
  denominator: Decimal.nullable().default(null),
  parts: z
    .array(z.strictObject({ label: Text(200), value: Decimal }))
    .max(50)
    .default([]),
  statedPercent: Decimal.nullable().default(null),
  statedText: z.string().trim().max(500).nullable().default(null),
  unitOfMeasure: z.string().trim().max(60).default(''),
  evidenceFileId: z.uuid().nullable().default(null),
  documentId: z.uuid().nullable().default(null),
  paragraph: z.number().int().positive().nullable().default(null),
  note: z.string().trim().max(2_000).nullable().default(null),
};
export const FiguresBody = z.strictObject({ figures: z.array(z.strictObject(figureValues)).min(1).max(200) });
export const FigureEditBody = z.strictObject({ ...figureValues, version: Version });
export const CountBody = z.strictObject({ numerator: Decimal, denominator: Decimal.nullable().default(null), source: Text(1_000) });
export const VersionBody = z.strictObject({ version: Version });
export const WithdrawBody = z.strictObject({ version: Version, reason: Text(1_000) });

const Recomputation = z.object({
  verdict: z.enum(figureVerdicts),
  code: z.string(),
  percent: z.string().nullable(),
  sum: z.string().nullable(),
  difference: z.string().nullable(),
  message: z.string(),
});
const Counted = z.object({
  numerator: z.string(),
  denominator: z.string().nullable(),
  source: z.string(),
  at: z.string(),
  actorName: z.string(),
});
export const FigureShape = z.object({
  ...figureValues,
  parts: z.array(z.object({ label: z.string(), value: z.string() })),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  statedPercent: z.string().nullable(),
  id: z.uuid(),
  evidenceFileName: z.string().nullable(),
  documentCode: z.string().nullable(),
  counted: Counted.nullable(),
  updatedBy: z.string(),
  updatedAt: z.string(),
  version: Version,
  recomputation: Recomputation,
  comparison: z.object({ agrees: z.boolean(), numeratorDifference: z.string().nullable(), percent: z.string().nullable() }).nullable(),
  status: z.enum(figureStatuses),
});

const Note = z.string().trim().max(4_000).nullable().default(null);
export const AnswersBody = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        itemId: z.uuid(),
        version: Version.nullable(),
        verdict: z.enum(verdicts).nullable(),
        note: Note,
        fileIds: z.array(z.uuid()).max(50).optional(),
      }),
    )
    .min(1)
    .max(300),
});

const statementValues = {
  kind: z.enum(statementKinds),
  text: Text(4_000),
  reformField: ReformField.nullable().default(null),
  cause: z.string().trim().max(2_000).nullable().default(null),
  severity: z.enum(severities).nullable().default(null),
  itemId: z.uuid().nullable().default(null),
  paragraph: z.number().int().positive().nullable().default(null),
  addressedTo: z.string().trim().max(300).nullable().default(null),
};
const complete = (value: { kind: string; severity: string | null; addressedTo: string | null }): boolean =>
  (value.kind !== 'finding' || value.severity !== null) && (value.kind !== 'proposal' || value.addressedTo !== null);
export const StatementsBody = z.strictObject({ statements: z.array(z.strictObject(statementValues).refine(complete)).min(1).max(100) });
export const StatementEditBody = z.strictObject({ ...statementValues, version: Version }).refine(complete);

export const RecommendationBody = z.strictObject({
  text: Text(4_000),
  reformField: ReformField.nullable().default(null),
  dueOn: DayText.nullable().default(null),
  unitId: z.uuid().optional(),
  ownerPosition: z.string().trim().max(300).nullable().default(null),
  note: z.string().trim().max(1_000).nullable().default(null),
  paragraph: z.number().int().positive().nullable().default(null),
});
export const RecommendationReviseBody = z.strictObject({
  version: Version,
  text: Text(4_000).optional(),
  reformField: ReformField.nullable().optional(),
  dueOn: DayText.nullable().optional(),
  unitId: z.uuid().optional(),
  ownerPosition: z.string().trim().max(300).nullable().optional(),
});

export const SampleBody = z.strictObject({
  title: Text(300),
  itemId: z.uuid().nullable().default(null),
  population: z.array(Text(100)).min(1).max(20_000),
  size: z.number().int().min(1).max(1_000),
  seed: z.number().int().optional(),
});
export const SampleResultsBody = z.strictObject({
  version: Version,
  results: z.record(z.string().max(100), z.strictObject({ ok: z.boolean(), note: Note })),
});

const Instant = z.iso.datetime({ offset: true });
export const VisitPlanBody = z.strictObject({
  version: Version,
  kind: z.enum(visitKinds).optional(),
  visitOn: DayText.nullable().optional(),
  visitTo: DayText.nullable().optional(),
  place: z.string().trim().max(300).nullable().optional(),
  timetable: z
    .array(z.strictObject({ at: Text(60), what: Text(300) }))
    .max(50)
    .optional(),
  reformFields: z.array(ReformField).min(1).nullable().optional(),
  openedAt: Instant.nullable().optional(),
  closedAt: Instant.nullable().optional(),
  representatives: z
    .array(z.strictObject({ name: z.string().trim().max(200).nullable().default(null), position: Text(300) }))
    .max(60)
    .optional(),
});
export const ReportBody = z.strictObject({
  version: Version,
  text: z.string().max(2_000_000).nullable().default(null),
  fileId: z.uuid().nullable().default(null),
});
export const OpinionBody = z.strictObject({ version: Version, opinion: Text(4_000) });
export const SelfInspectionsBody = z.strictObject({
  version: Version,
  units: z.array(z.strictObject({ unitId: z.uuid(), illustrative: z.boolean().default(false) })).max(500),
});
const Reason = Text(1_000);
/** `version` is that of the visit for its report, that of the answer for evidence. */
export const FileWithdrawalBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report'), fileId: z.uuid(), reason: Reason, version: Version }),
  z.strictObject({ kind: z.literal('evidence'), fileId: z.uuid(), itemId: z.uuid(), reason: Reason, version: Version }),
]);

export const VisitMoveBody = z.strictObject({
  to: z.enum(visitSteps),
  version: Version,
  reason: z.string().trim().max(1_000).nullable().default(null),
  paperSignedOn: DayText.nullable().optional(),
});

const ClaimShape = z.object({
  kind: z.string(),
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  statedPercent: z.number().nullable(),
  recomputedPercent: z.number().nullable(),
  verdict: z.string(),
  message: z.string(),
});
export const ReportAnswer = z.object({ claims: z.array(ClaimShape) });

const AnswerShape = z.object({
  id: z.uuid(),
  verdict: z.enum(verdicts).nullable(),
  note: z.string().nullable(),
  illustrative: z.boolean(),
  paragraph: z.number().int().nullable(),
  files: z.array(z.object({ fileId: z.uuid(), name: z.string() })),
  updatedBy: z.string(),
  updatedAt: z.string(),
  version: Version,
});
const Item = z.object({
  id: z.uuid(),
  code: z.string(),
  text: z.string(),
  evidence: z.string(),
  source: z.string(),
  certainty: z.enum(['sourced', 'background']),
  answer: AnswerShape.nullable(),
});
const Counts = z.object({
  items: z.number().int(),
  answered: z.number().int(),
  meets: z.number().int(),
  partly: z.number().int(),
  fails: z.number().int(),
  notApplicable: z.number().int(),
});

export const VisitSheet = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  unitId: z.uuid(),
  unitCode: z.string(),
  unitName: z.string(),
  placeName: z.string(),
  kind: z.enum(visitKinds),
  visitOn: DayText.nullable(),
  visitTo: DayText.nullable(),
  timetable: z.array(z.object({ at: z.string(), what: z.string() })),
  place: z.string().nullable(),
  reformFields: z.array(ReformField).nullable(),
  step: z.enum(visitSteps),
  reportText: z.string().nullable(),
  reportFileId: z.uuid().nullable(),
  representatives: z.array(z.object({ name: z.string().nullable(), position: z.string() })),
  opinion: z.string().nullable(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  minutesDocumentId: z.uuid().nullable(),
  signedOn: DayText.nullable(),
  illustrative: z.boolean(),
  updatedBy: z.string(),
  version: Version,
  round: z.object({
    id: z.uuid(),
    title: z.string(),
    year: z.number().int(),
    form: z.enum(roundForms),
    step: z.enum(roundSteps),
    teamName: z.string(),
    startsOn: DayText.nullable(),
    endsOn: DayText.nullable(),
    full: z.boolean(),
    version: Version,
  }),
  minutes: DocumentShape.nullable(),
  fields: z.array(
    z.object({ code: z.string(), reformField: ReformField, name: z.string(), isMine: z.boolean(), counts: Counts, items: z.array(Item) }),
  ),
  figures: z.array(FigureShape),
  claims: z.array(ClaimShape),
  statements: z.array(Statement),
  recommendations: z.array(Recommendation),
  samples: z.array(
    z.object({
      id: z.uuid(),
      itemId: z.uuid().nullable(),
      itemCode: z.string().nullable(),
      title: z.string(),
      seed: z.number().int(),
      population: z.array(z.string()),
      size: z.number().int(),
      chosen: z.array(z.string()),
      results: z.record(z.string(), z.object({ ok: z.boolean(), note: z.string().nullable() })),
      updatedBy: z.string(),
      version: Version,
    }),
  ),
  samplingRule: z.string(),
  selfInspection: z.object({ asOf: DayText, agencies: CoverageShape, communes: CoverageShape }).nullable(),
  steps: z.array(StepShape(z.enum(visitSteps))),
  history: z.array(Transition),
  withdrawnLinks: z.array(WithdrawnLinkShape),
  capacities: z.array(z.enum(capacities)),
  editable: z.array(z.enum(keysOf(visitParts))),
});

export const FigureHistory = FigureShape.extend({ unitName: z.string(), roundId: z.uuid(), visitId: z.uuid(), counts: z.array(Counted) });
