// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { ItemInput } from '../../domain/engine/input.ts';

const Decimal = z.string().trim().min(1).max(40);

/** What is declared, chosen or decided for one item; numbers are decimal texts and are read by the rule. */
export const InputBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not_applicable') }),
  z.strictObject({ kind: z.literal('option'), option: z.string().trim().min(1).max(30) }),
  z.strictObject({ kind: z.literal('ratio'), numerator: Decimal, denominator: Decimal }),
  z.strictObject({ kind: z.literal('amount'), amount: Decimal }),
  z.strictObject({ kind: z.literal('cases'), cases: Decimal }),
  z.strictObject({ kind: z.literal('happened'), happened: z.boolean() }),
  z.strictObject({ kind: z.literal('answers'), counts: z.record(z.string().max(30), Decimal) }),
  z.strictObject({ kind: z.literal('points'), points: Decimal }),
  z.strictObject({ kind: z.literal('decided'), points: Decimal }),
]) satisfies z.ZodType<ItemInput>;
