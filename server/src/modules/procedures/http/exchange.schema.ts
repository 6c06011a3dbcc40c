// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { catalogueColumns } from '../domain/catalogue-entry.ts';
import { FieldChange } from './procedures.schema.ts';

const Column = z.enum(catalogueColumns.map(([key]) => key));

export const DraftHead = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  fileName: z.string(),
  state: z.enum(['open', 'saved', 'discarded']),
  createdAt: z.string(),
  createdByName: z.string(),
  settledAt: z.string().nullable(),
  settledBy: z.string().nullable(),
});

export const ImportResult = z.object({
  created: z.number().int(),
  changed: z.number().int(),
  online: z.number().int(),
  ended: z.number().int(),
});

export const ImportReview = z.object({
  draft: DraftHead,
  day: DayText,
  columns: z.array(z.string()),
  ignored: z.array(z.string()),
  rowCount: z.number().int(),
  unchanged: z.number().int(),
  changes: z.array(
    z.object({
      kind: z.enum(['new', 'changed', 'returning', 'missing']),
      row: z.number().int().nullable(),
      code: z.string(),
      name: z.string(),
      procedureId: z.uuid().nullable(),
      fields: z.array(FieldChange),
    }),
  ),
  errors: z.array(z.object({ row: z.number().int(), column: Column, heading: z.string(), value: z.string(), problem: z.string() })),
  fingerprint: z.string(),
  result: ImportResult.nullable(),
});

export const ReviewQuery = z.object({ day: DayText.optional() });

export const ConfirmImportBody = z.object({
  day: DayText,
  fingerprint: z.string().length(64),
  missing: z.enum(['keep', 'end']).default('keep'),
  lateReason: z.string().trim().min(1).max(500).nullable().default(null),
});
