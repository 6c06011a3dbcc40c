// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { teamRoles } from '../domain/vocabulary.ts';

export const CandidateQuery = z.object({
  role: z.enum(teamRoles).default('member'),
  search: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(20).default(10),
});
export const Candidates = z.object({
  rows: z.array(z.object({ id: z.uuid(), name: z.string(), position: z.string(), unitName: z.string() })),
});

export const BasisWithdrawalBody = z.strictObject({
  version: z.number().int(),
  kind: z.enum(['plan', 'decision']),
  reason: z.string().trim().min(1).max(1_000),
});

export const SeatBody = z.strictObject({ version: z.number().int(), seatId: z.uuid(), accountId: z.uuid().nullable() });
