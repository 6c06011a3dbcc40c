// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { DayText, PageQuery } from '#platform/http/route';
import { phases } from '../../domain/cycle/phases.ts';
import { changes } from '../../domain/review/judged.ts';
import { queueStates } from '../../usecases/review/read-queue.ts';
import { InputBody } from '../../usecases/sets/input.schema.ts';
import { ObjectionShape } from '../cycle/sheets.schema.ts';

const Paging = PageQuery.pick({ offset: true, limit: true });
const ItemCode = z.string().trim().min(1).max(30);
const progress = { done: z.number().int(), all: z.number().int() };

export const QueueQuery = Paging.extend({
  state: z.enum(queueStates).default('open'),
  sheetId: z.uuid().optional(),
  itemCode: ItemCode.optional(),
});
export const QueueShape = z.object({
  stage: z.enum(['appraised_1', 'appraised_2']),
  phase: z.enum(phases),
  progress: z.object(progress),
  units: z.array(z.object({ ...progress, sheetId: z.uuid(), unitName: z.string() })),
  items: z.array(z.object({ ...progress, itemCode: z.string(), itemName: z.string() })),
  total: z.number().int(),
  rows: z.array(
    z.object({
      sheetId: z.uuid(),
      unitName: z.string(),
      itemCode: z.string(),
      itemName: z.string(),
      maximum: z.string(),
      selfPoints: z.string().nullable(),
      appraisedPoints: z.string().nullable(),
      papers: z.number().int(),
      isExplained: z.boolean(),
      isOpen: z.boolean(),
    }),
  ),
});

const Field = z.enum(reformFields).nullable();
export const ConsistencyShape = z.object({
  lines: z.array(
    z.object({
      appraiser: z.string(),
      field: Field,
      items: z.number().int(),
      counts: z.record(z.enum(changes), z.number().int()),
      meanDifference: z.string(),
    }),
  ),
  contested: z.array(
    z.object({
      itemCode: z.string(),
      itemName: z.string(),
      appraisers: z.array(z.object({ appraiser: z.string(), items: z.number().int(), meanDifference: z.string() })),
      spread: z.string(),
    }),
  ),
});

export const JudgedQuery = Paging.extend({
  appraiser: z.string().trim().min(1).max(300).optional(),
  field: z.enum([...reformFields, 'none']).optional(),
  itemCode: ItemCode.optional(),
  itemName: z.string().max(1_000).optional(),
  change: z.enum(changes).optional(),
  sheetId: z.uuid().optional(),
});
const Given = z.object({ points: z.string(), note: z.string().nullable(), actorName: z.string(), at: z.string() });
export const JudgedPage = z.object({
  rows: z.array(
    z.object({
      sheetId: z.uuid(),
      unitName: z.string(),
      itemCode: z.string(),
      itemName: z.string(),
      field: Field,
      maximum: z.string(),
      self: Given,
      appraised: Given,
      difference: z.string(),
      change: z.enum(changes),
    }),
  ),
  total: z.number().int(),
});

export const YearsShape = z.array(
  z.object({
    unitId: z.uuid(),
    unitName: z.string(),
    groupCode: z.string(),
    years: z.array(
      z.object({ year: z.number().int(), roundId: z.uuid(), sheetId: z.uuid(), items: z.number().int(), difference: z.string() }),
    ),
  }),
);

export const ObjectionsShape = z.object({
  phase: z.enum(phases),
  dueDays: z.array(z.object({ sheetId: z.uuid(), unitName: z.string(), dueOn: DayText.nullable() })),
  rows: z.array(
    ObjectionShape.extend({
      itemName: z.string(),
      maximum: z.string(),
      selfPoints: z.string().nullable(),
      appraisedPoints: z.string().nullable(),
      secondPoints: z.string().nullable(),
      mayAnswer: z.boolean(),
      answerDueOn: DayText.nullable(),
    }),
  ),
});

export const TryInputBody = z.strictObject({ itemCode: ItemCode, input: InputBody });
export const TriedShape = z.object({ points: z.string(), sentence: z.string() });
