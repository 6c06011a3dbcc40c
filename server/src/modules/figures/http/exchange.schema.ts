// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { PeriodText } from './figures.schema.ts';

const text = z.string().nullable();

export const AcrossQuery = z.object({ period: PeriodText, across: z.enum(['units', 'periods']).default('units') });

export const SheetImportHead = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  period: z.string(),
  fileName: z.string(),
  state: z.enum(['open', 'saved', 'discarded']),
  createdAt: z.string(),
  createdByName: z.string(),
});

export const SheetImports = z.object({ rows: z.array(SheetImportHead) });

export const SheetImportReview = z.object({
  draft: SheetImportHead,
  changes: z.array(
    z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      period: z.string(),
      periodName: z.string(),
      indicatorId: z.uuid(),
      code: z.string(),
      name: z.string(),
      label: z.string(),
      part: z.enum(['numerator', 'denominator']),
      cell: z.string(),
      before: text,
      now: text,
      after: text,
      formula: text,
    }),
  ),
  unchanged: z.number().int(),
  moved: z.number().int(),
  faults: z.array(z.object({ sheet: z.string(), cell: z.string(), value: z.string(), sentence: z.string() })),
  warnings: z.array(z.object({ unitId: z.uuid(), sentence: z.string(), left: z.string(), right: z.string(), legalBasis: text })),
});

export const SheetImportSaved = z.object({ saved: z.number().int() });
