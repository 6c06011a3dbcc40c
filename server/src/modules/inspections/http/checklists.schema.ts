// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { DayText } from '#platform/http/route';

const itemValues = {
  code: z.string().regex(/^F\d{1,2}\.\d{2}$/),
  fieldCode: z.string().regex(/^F\d{1,2}$/),
  text: z.string().trim().min(1).max(1_000),
  evidence: z.string().trim().max(1_000).default(''),
  source: z.string().trim().max(1_000).default(''),
  certainty: z.enum(['sourced', 'background']),
};

export const ItemBody = z.strictObject(itemValues);
export const ItemEditBody = z.strictObject({ ...itemValues, version: z.number().int(), isRetired: z.boolean().default(false) });
export const DraftBody = z.strictObject({ fromId: z.uuid(), title: z.string().trim().min(1).max(300) });
export const PublishBody = z.strictObject({ version: z.number().int(), validFrom: DayText });
export const ItemParams = z.object({ id: z.uuid(), itemId: z.uuid() });
export const ImportQuery = z.object({ dryRun: z.enum(['true', 'false']).default('true'), seen: z.string().length(64).optional() });

export const ChecklistRow = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  state: z.enum(['draft', 'published']),
  validFrom: DayText.nullable(),
  publishedAt: z.string().nullable(),
  itemCount: z.number().int(),
  updatedBy: z.string(),
  version: z.number().int(),
});

const Item = z.object({
  ...itemValues,
  evidence: z.string(),
  source: z.string(),
  id: z.uuid(),
  isRetired: z.boolean(),
  version: z.number().int(),
});
export const ChecklistSheet = ChecklistRow.extend({
  fields: z.array(z.object({ code: z.string(), reformField: z.enum(reformFields), name: z.string() })),
  items: z.array(Item),
});

const ItemRow = z.object({
  code: z.string(),
  fieldCode: z.string(),
  text: z.string(),
  evidence: z.string(),
  source: z.string(),
  certainty: z.string(),
});
const Cell = z.object({ column: z.string(), from: z.string(), to: z.string() });
export const ImportAnswer = z.object({
  changes: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('added'), row: z.number().int(), code: z.string(), item: ItemRow }),
      z.object({ kind: z.literal('changed'), row: z.number().int(), code: z.string(), item: ItemRow, cells: z.array(Cell) }),
      z.object({ kind: z.literal('retired'), row: z.null(), code: z.string() }),
    ]),
  ),
  errors: z.array(z.object({ row: z.number().int(), column: z.string(), problem: z.string() })),
  fingerprint: z.string(),
  applied: z.boolean(),
});
