// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

/** Text that can be pasted; longer reports are sent as files. */
export const textMaxCharacters = 3_000_000;

export const CheckTextBody = z.strictObject({ text: z.string().min(1).max(textMaxCharacters), name: z.string().max(255).optional() });

export const Claim = z.object({
  kind: z.enum(['ratio', 'percent_of_total', 'sum', 'growth', 'other']),
  quote: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  statedPercent: z.number().nullable(),
  recomputedPercent: z.number().nullable(),
  parts: z.array(z.number()).optional(),
  total: z.number().optional(),
  change: z.enum(['increase', 'decrease']).optional(),
  verdict: z.enum(['consistent', 'inconsistent', 'question', 'undecidable']),
  finding: z.object({ code: z.string(), params: z.record(z.string(), z.string()) }),
  message: z.string(),
});

export const CheckedText = z.object({
  name: z.string().nullable(),
  text: z.string(),
  claims: z.array(Claim),
  counts: z.object({
    consistent: z.number().int(),
    inconsistent: z.number().int(),
    question: z.number().int(),
    undecidable: z.number().int(),
  }),
});
