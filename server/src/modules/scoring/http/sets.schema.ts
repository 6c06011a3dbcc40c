// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { certainties, setLevels, setStates } from '../domain/criteria/criteria-set.ts';
import { ContentBody, ConventionsBody, NodeBody } from '../usecases/sets/content.schema.ts';
import { InputBody } from '../usecases/sets/input.schema.ts';

export const SetRow = z.object({
  id: z.uuid(),
  level: z.enum(setLevels),
  year: z.number().int(),
  number: z.number().int(),
  title: z.string(),
  state: z.enum(setStates),
  certainty: z.enum(certainties),
  validFrom: DayText,
  validTo: DayText.nullable(),
  itemCount: z.number().int(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  supersededBy: z.uuid().nullable(),
  sha256: z.string().nullable(),
  fromSetId: z.uuid().nullable(),
  version: z.number().int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});

export const SetList = z.object({ rows: z.array(SetRow), mayManage: z.boolean() });

export const ToldFault = z.object({
  row: z.number().int().nullable(),
  nodeCode: z.string().nullable(),
  path: z.string(),
  sentence: z.string(),
});
const Told = { faults: z.array(ToldFault), rules: z.array(z.string()) };

export const SetSheet = SetRow.extend({ content: ContentBody, mayManage: z.boolean(), ...Told });

export const StartDraftBody = z.strictObject({ fromId: z.uuid().nullable(), content: ContentBody });
export const SaveDraftBody = z.strictObject({ version: z.number().int(), content: ContentBody });
export const PublishSetBody = z.strictObject({ version: z.number().int() });
export const CheckBody = z.strictObject({ content: ContentBody });
export const CheckAnswer = z.object(Told);

const PartChange = z.object({ part: z.string(), from: z.string(), to: z.string() });
const NodeChange = z.discriminatedUnion('change', [
  z.object({ change: z.literal('added'), code: z.string(), name: z.string(), row: z.number().int() }),
  z.object({ change: z.literal('removed'), code: z.string(), name: z.string(), row: z.null() }),
  z.object({
    change: z.literal('changed'),
    code: z.string(),
    name: z.string(),
    row: z.number().int(),
    moved: z.boolean(),
    parts: z.array(PartChange),
  }),
]);
const difference = { head: z.array(PartChange), nodes: z.array(NodeChange), unchanged: z.number().int() };

export const CompareQuery = z.object({ with: z.uuid() });
export const Comparison = z.object({
  ...difference,
  carried: z.array(z.object({ code: z.string(), fromCode: z.string(), unchanged: z.boolean() })),
});

export const ReviewQuery = z.object({ against: z.uuid().optional() });
export const WorkbookReview = z.object({
  content: ContentBody,
  problems: z.array(z.object({ sheet: z.string(), row: z.number().int(), column: z.string(), problem: z.string() })),
  faults: z.array(ToldFault.extend({ sheetRow: z.number().int().nullable() })),
  rules: z.array(z.string()),
  against: z.object({ id: z.uuid(), year: z.number().int(), number: z.number().int(), title: z.string() }).nullable(),
  difference: z.object(difference),
});

export const TryBody = z.strictObject({ node: NodeBody, conventions: ConventionsBody, input: InputBody.nullable() });

const Step = z.looseObject({ step: z.string() });
export const TryAnswer = z.object({
  faults: z.array(ToldFault),
  explanation: z
    .object({
      result: z.object({
        code: z.string(),
        outcome: z.enum(['scored', 'missing', 'not_applicable']),
        points: z.string(),
        exact: z.string(),
      }),
      steps: z.array(Step),
      sentence: z.string(),
    })
    .nullable(),
});
