// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { DayText } from '#platform/http/route';
import { aggregations, directions, figureMarks, indicatorKinds } from '../domain/indicator.ts';
import { periodKinds } from '../domain/period.ts';

/** A decimal number as text, so that no digit is lost on the way. */
export const DecimalText = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/);

const Operand = z.object({ label: z.string().trim().min(1).max(300), measure: z.string().max(80).nullable() });

const content = {
  name: z.string().trim().min(3).max(300),
  reformField: z.enum(reformFields),
  kind: z.enum(indicatorKinds),
  unitOfMeasure: z.string().trim().min(1).max(60),
  numerator: Operand,
  denominator: Operand.nullable(),
  scale: z.string().regex(/^\d{1,9}$/),
  decimals: z.number().int().min(0).max(6),
  aggregation: z.enum(aggregations),
  periodKinds: z.array(z.enum(periodKinds)).min(1).max(6),
  direction: z.enum(directions),
  goodFrom: DecimalText.nullable(),
  warnFrom: DecimalText.nullable(),
  legalBasis: z.string().trim().min(1).max(500).nullable(),
  mark: z.enum(figureMarks).nullable(),
  note: z.string().trim().min(1).max(1000).nullable(),
};

export const IndicatorContent = z.object(content);

export const IndicatorVersion = z.object({
  ...content,
  scale: z.string(),
  goodFrom: z.string().nullable(),
  warnFrom: z.string().nullable(),
  indicatorId: z.uuid(),
  code: z.string(),
  unitId: z.uuid(),
  number: z.number().int(),
  validFrom: DayText,
  validTo: DayText.nullable(),
});

export const Indicators = z.object({ rows: z.array(IndicatorVersion) });

export const CreateIndicatorBody = z.object({
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9]*(\.[A-Z0-9]+){0,5}$/)
    .max(40),
  unitId: z.uuid(),
  validFrom: DayText,
  content: IndicatorContent,
});

export const AddVersionBody = z.object({ validFrom: DayText, content: IndicatorContent });

export const Measures = z.object({
  rows: z.array(z.object({ code: z.string(), version: z.number().int(), name: z.string(), sentence: z.string(), module: z.string() })),
});

export const Period = z.object({
  key: z.string(),
  kind: z.enum(periodKinds),
  name: z.string(),
  from: DayText,
  to: DayText,
  citation: z.string().nullable(),
  dueOn: DayText.nullable(),
});

export const Periods = z.object({ rows: z.array(Period) });
export const YearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2200) });
