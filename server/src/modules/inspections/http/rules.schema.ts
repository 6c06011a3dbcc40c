// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { certainties, dayKinds, deadlineCodes, ruleStates } from '../domain/deadlines.ts';

export const DeadlineRules = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      code: z.enum(deadlineCodes),
      name: z.string(),
      dayCount: z.number().int(),
      dayKind: z.enum(dayKinds),
      countedFrom: z.string(),
      validFrom: DayText,
      validTo: DayText.nullable(),
      citation: z.string(),
      certainty: z.enum(certainties),
      note: z.string(),
      state: z.enum(ruleStates),
      createdAt: z.string(),
      createdBy: z.string(),
      endedBy: z.string().nullable(),
      endReason: z.string().nullable(),
      withdrawnAt: z.string().nullable(),
      version: z.number().int(),
    }),
  ),
});

export const NewRuleBody = z.strictObject({
  code: z.enum(deadlineCodes),
  dayCount: z.number().int().min(1).max(1_000),
  dayKind: z.enum(dayKinds),
  validFrom: DayText,
  validTo: DayText.nullable().default(null),
  citation: z.string().trim().min(1).max(500),
  certainty: z.enum(certainties).default('sourced'),
  note: z.string().trim().max(1_000).default(''),
});

const Reason = z.string().trim().min(1).max(1_000);
export const EndRuleBody = z.strictObject({ version: z.number().int(), validTo: DayText, reason: Reason });
export const WithdrawRuleBody = z.strictObject({ version: z.number().int(), reason: Reason });
