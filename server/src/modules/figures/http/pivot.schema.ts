// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { crossColumns } from '../domain/cross-table.ts';
import { periodKinds } from '../domain/period.ts';
import { PeriodText } from './figures.schema.ts';

const year = z.coerce.number().int().min(2000).max(2200);
const place = z.coerce.number().int().min(0).max(1_000_000).default(0);
const extent = z.coerce.number().int().min(1).max(500);

const question = {
  rows: z.enum(crossColumns),
  columns: z.enum(crossColumns),
  unitId: z.uuid(),
  indicatorId: z.uuid().optional(),
  period: PeriodText.optional(),
  periodKind: z.enum(periodKinds).default('month'),
  fromYear: year.optional(),
  toYear: year.optional(),
};

const fewYears = ({
  fromYear = 0,
  toYear = 0,
}: {
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
}): boolean => toYear - fromYear < 20;

export const CrossFileQuery = z.object(question).refine(fewYears);

export const CrossQuery = z
  .object({ ...question, rowOffset: place, rowLimit: extent.default(100), columnOffset: place, columnLimit: extent.default(60) })
  .refine(fewYears);

const head = { id: z.string(), code: z.string(), name: z.string(), unitOfMeasure: z.string().nullable() };

export const CrossTable = z.object({
  unit: z.object({ id: z.uuid(), name: z.string() }),
  fixed: z.object({ ...head, dimension: z.enum(crossColumns) }),
  rows: z.array(z.object(head)),
  columns: z.array(z.object(head)),
  rowTotal: z.number().int(),
  columnTotal: z.number().int(),
  cells: z.array(z.array(z.string().nullable())),
});
