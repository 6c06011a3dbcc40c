// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { clockRuleCodes } from '../domain/clock/types.ts';

const Value = z.union([z.boolean(), z.number(), z.string().max(40)]);
const Mark = z.enum(['background', 'illustrative']).nullable();
const Reason = z.string().trim().min(1).max(500);

export const ClockRules = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      code: z.enum(clockRuleCodes),
      name: z.object({ vi: z.string(), en: z.string() }),
      kind: z.enum(['switch', 'number', 'choice']),
      choices: z.array(z.string()),
      value: Value,
      enabled: z.boolean(),
      validFrom: DayText,
      validTo: DayText.nullable(),
      citation: z.string(),
      mark: Mark,
      version: z.number().int(),
      state: z.enum(['coming', 'in_force', 'ended', 'withdrawn']),
      recordedBy: z.string().nullable(),
      recordedAt: z.string(),
      reason: z.string().nullable(),
      endReason: z.string().nullable(),
    }),
  ),
});

export const ClockRuleChange = z.object({
  code: z.enum(clockRuleCodes),
  value: Value,
  enabled: z.boolean(),
  validFrom: DayText,
  citation: z.string().trim().min(3).max(500),
  mark: Mark.default(null),
  reason: Reason,
});

export const ClockRuleWithdrawal = z.object({ version: z.number().int(), reason: Reason });
