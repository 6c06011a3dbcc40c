// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { figureMarks } from '../domain/indicator.ts';
import { operators } from '../domain/validation.ts';
import { DecimalText } from './indicators.schema.ts';

const Term = z.union([
  z.strictObject({ indicator: z.string().max(40), part: z.enum(['numerator', 'denominator']) }),
  z.strictObject({ number: DecimalText }),
]);

const content = {
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9.]{1,29}$/)
    .max(30),
  sentence: z.string().trim().min(5).max(500),
  left: z.array(Term).min(1).max(20),
  operator: z.enum(operators),
  right: z.array(Term).min(1).max(20),
  importance: z.enum(['error', 'warning']),
  legalBasis: z.string().trim().min(1).max(500).nullable(),
};

export const CreateRuleBody = z.object({ rule: z.object(content), validFrom: DayText });
export const EndRuleBody = z.object({ lastDay: DayText });

export const Rules = z.object({
  rows: z.array(
    z.object({
      ...content,
      id: z.uuid(),
      mark: z.enum(figureMarks).nullable(),
      validFrom: DayText,
      validTo: DayText.nullable(),
    }),
  ),
});

export const Recomputation = z.object({
  last: z.object({ at: z.string(), periods: z.array(z.string()), units: z.number().int(), changed: z.number().int() }).nullable(),
});
