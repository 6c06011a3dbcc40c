// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText, PageQuery, pageOf } from '#platform/http/route';
import { certainties, scoringMethods } from '../../domain/criteria/criteria-set.ts';
import { scoreStates } from '../../domain/cycle/fate.ts';
import { stages } from '../../domain/cycle/stages.ts';
import { flaggedSorts, flagKinds } from '../../domain/evidence/flags.ts';
import { sheetSteps } from '../../usecases/cycle/approve-sheet.ts';
import { ConventionsBody, NodeBody } from '../../usecases/sets/content.schema.ts';
import { InputBody } from '../../usecases/sets/input.schema.ts';
import { ActShape, CountsShape, EventShape, Reason, RoundShape, UnitShape } from './rounds.schema.ts';

const Text = (most: number) => z.string().trim().min(1).max(most);
const Note = z.string().trim().min(1).max(4_000).nullable().default(null);
const ItemCode = Text(30);
const seen = z.number().int().min(0);

/** What the rule of an item refuses an input with. */
export const inputErrors = [
  'scoring.item_unknown',
  'scoring.item_not_scored_here',
  'scoring.not_applicable_refused',
  'scoring.input_kind',
  'scoring.input_number',
  'scoring.option_unknown',
  'scoring.answer_unknown',
  'scoring.numerator_without_denominator',
  'scoring.numerator_above_denominator',
  'scoring.above_maximum',
  'scoring.not_a_step',
];

export const SelfScoreBody = z.strictObject({ itemCode: ItemCode, input: InputBody, note: Note, seen });
export const AppraisalBody = z.strictObject({
  itemCode: ItemCode,
  stage: z.enum(['appraised_1', 'appraised_2']),
  input: InputBody,
  note: Note,
  seen,
});
export const ScoredShape = z.object({ sequence: z.number().int(), points: z.string() });
export const StepBody = z.strictObject({ step: z.enum(sheetSteps), version: z.number().int(), reason: Reason });
export const ExtendBody = z.strictObject({ closesOn: DayText, reason: Text(1_000) });
export const ObjectionBody = z.strictObject({ itemCode: ItemCode, text: Text(4_000) });
export const AnswerBody = z.strictObject({ accepted: z.boolean(), text: Text(4_000) });
export const EvidenceBody = z.strictObject({
  itemCode: ItemCode,
  fileId: z.uuid().nullable().default(null),
  documentId: z.uuid().nullable().default(null),
  place: Text(300).nullable().default(null),
  datedOn: DayText.nullable().default(null),
  expiresOn: DayText.nullable().default(null),
});
export const WithdrawBody = z.strictObject({ evidenceId: z.uuid(), reason: Text(1_000) });

const Stage = z.enum(stages);
const OriginShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('survey'), importId: z.uuid(), number: z.number().int() }),
  z.object({
    kind: z.literal('figure'),
    indicatorId: z.uuid(),
    indicatorCode: z.string(),
    unitId: z.uuid(),
    period: z.string(),
    revisionId: z.uuid().nullable(),
  }),
  z.object({ kind: z.literal('service_index'), unitKey: z.string(), metric: z.string(), period: z.string(), sourceId: z.uuid() }),
  z.object({ kind: z.literal('own_dossiers'), unitId: z.uuid(), metric: z.string(), period: z.string() }),
]);

const MarkShape = z.object({
  stage: Stage,
  sequence: z.number().int(),
  points: z.string(),
  note: z.string().nullable(),
  at: z.string(),
  actorName: z.string(),
});

const ScoreShape = z.object({
  stage: Stage,
  sequence: z.number().int(),
  input: InputBody,
  outcome: z.enum(['scored', 'not_applicable']),
  points: z.string(),
  note: z.string().nullable(),
  source: z.string().nullable(),
  origin: OriginShape.nullable(),
  sentence: z.string(),
  state: z.enum(scoreStates),
  by: MarkShape.nullable(),
  at: z.string(),
  actorName: z.string(),
});

const EvidenceShape = z.object({
  id: z.uuid(),
  fileId: z.uuid().nullable(),
  documentId: z.uuid().nullable(),
  sha256: z.string().nullable(),
  name: z.string(),
  place: z.string().nullable(),
  datedOn: DayText.nullable(),
  expiresOn: DayText.nullable(),
  at: z.string(),
  actorName: z.string(),
});

const FlagsShape = z.array(z.object({ kind: z.enum(flagKinds), sentence: z.string() }));
export const FlaggedQuery = PageQuery.pick({ offset: true, limit: true }).extend({
  sort: z.enum(flaggedSorts).default('at'),
  order: z.enum(['asc', 'desc']).default('asc'),
});
const FlaggedShape = EvidenceShape.extend({
  roundUnitId: z.uuid(),
  unitName: z.string(),
  groupCode: z.string(),
  itemCode: z.string(),
  itemName: z.string(),
  flags: FlagsShape,
});

export const FlaggedPage = pageOf(FlaggedShape).extend({ units: z.number().int() });

const LastYearShape = z.object({
  year: z.number().int(),
  sheetId: z.uuid(),
  isPublished: z.boolean(),
  points: z.string().nullable(),
  remark: z.string().nullable(),
  score: z.object({ stage: Stage, at: z.string(), actorName: z.string() }).nullable(),
});

export const ObjectionShape = z.object({
  id: z.uuid(),
  roundUnitId: z.uuid(),
  unitName: z.string(),
  groupCode: z.string(),
  itemCode: z.string(),
  text: z.string(),
  dueOn: DayText.nullable(),
  at: z.string(),
  actorName: z.string(),
  accepted: z.boolean().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
});

const ResultShape = z.object({
  items: z.array(
    z.object({ code: z.string(), outcome: z.enum(['scored', 'missing', 'not_applicable']), points: z.string(), exact: z.string() }),
  ),
  nodes: z.array(
    z.object({ code: z.string(), points: z.string(), exact: z.string(), applicableMaximum: z.string(), index: z.string().nullable() }),
  ),
  total: z.string(),
  exactTotal: z.string(),
  base: z.string(),
  index: z.string().nullable(),
  exactIndex: z.string().nullable(),
  gradeCode: z.string().nullable(),
  grade: z.string().nullable(),
  missing: z.array(z.string()),
});

export const SheetShape = z.object({
  round: RoundShape,
  unit: UnitShape,
  acts: z.array(ActShape),
  isOwn: z.boolean(),
  set: z.object({
    id: z.uuid(),
    title: z.string(),
    maximum: z.string(),
    certainty: z.enum(certainties),
    conventions: ConventionsBody,
    legalBasis: z.string(),
  }),
  counts: CountsShape,
  dueOn: DayText.nullable(),
  extensions: z.array(z.object({ phase: z.string(), closesOn: DayText, reason: z.string(), at: z.string(), actorName: z.string() })),
  results: z.object({ self: ResultShape, appraised_1: ResultShape, final: ResultShape }),
  items: z.array(
    NodeBody.extend({
      ruleText: z.string(),
      scoredAt: z.array(Stage),
      mayAppraise: z.boolean(),
      scores: z.array(ScoreShape),
      counting: ScoreShape.nullable(),
      papers: z.array(EvidenceShape.extend({ flags: FlagsShape })),
      withdrawnPapers: z.array(EvidenceShape.extend({ reason: z.string(), withdrawnAt: z.string(), withdrawnBy: z.string() })),
      objections: z.array(ObjectionShape),
      lastYear: LastYearShape.nullable(),
    }),
  ),
  history: z.array(EventShape),
});

const StandingShape = { total: z.string(), index: z.string().nullable(), rank: z.number().int().nullable() };
export const OutlookShape = z.object({
  round: z.object({ id: z.uuid(), title: z.string() }),
  unit: z.object({ id: z.uuid(), name: z.string() }),
  base: z.string(),
  peers: z.number().int().nullable(),
  now: z.object(StandingShape),
  everything: z.object(StandingShape),
  possibilities: z.array(
    z.object({
      itemCode: z.string(),
      itemName: z.string(),
      maximum: z.string(),
      method: z.enum(scoringMethods).nullable(),
      points: z.string(),
      steps: z.array(z.object({ ...StandingShape, points: z.string(), gain: z.string(), takes: z.string() })),
    }),
  ),
});
