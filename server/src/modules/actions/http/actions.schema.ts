// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { reformFields } from '#kernel/reform-fields';
import { DayText, PageQuery } from '#platform/http/route';
import { recommendationMoves, recommendationStates } from '../domain/recommendation-states.ts';

const Note = z.string().trim().max(4_000);

export const RecommendationRow = z.object({
  id: z.uuid(),
  originModule: z.string(),
  originType: z.string(),
  originId: z.uuid(),
  originPartId: z.uuid().nullable(),
  originTitle: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  ownerPosition: z.string().nullable(),
  text: z.string(),
  reformField: z.enum(reformFields).nullable(),
  dueOn: DayText.nullable(),
  madeOn: DayText.nullable(),
  state: z.enum(recommendationStates),
  isOverdue: z.boolean(),
  reportText: z.string().nullable(),
  note: z.string().nullable(),
  paragraph: z.number().int().nullable(),
  evidenceCount: z.number().int(),
  isReleased: z.boolean(),
  updatedBy: z.string(),
  version: z.number().int(),
});

export const RecommendationSheet = RecommendationRow.extend({
  events: z.array(
    z.object({
      fromState: z.string().nullable(),
      toState: z.string(),
      note: z.string().nullable(),
      dueOn: DayText.nullable(),
      at: z.string(),
      actorName: z.string(),
    }),
  ),
  evidence: z.array(
    z.object({
      fileId: z.uuid(),
      name: z.string(),
      sizeBytes: z.number().int(),
      sha256: z.string(),
      addedBy: z.string(),
      addedAt: z.string(),
    }),
  ),
  moves: z.array(z.enum(recommendationMoves)),
});

export const RecommendationQuery = PageQuery.extend({
  originModule: z.string().max(40).optional(),
  originId: z.uuid().optional(),
  unitId: z.uuid().optional(),
  state: z.enum(recommendationStates).optional(),
  overdue: z.enum(['true', 'false']).optional(),
});

export const RecommendationEditBody = z.strictObject({
  version: z.number().int(),
  text: z.string().trim().min(1).max(4_000).optional(),
  reformField: z.enum(reformFields).nullable().optional(),
  dueOn: DayText.nullable().optional(),
  unitId: z.uuid().optional(),
  ownerPosition: z.string().trim().max(300).nullable().optional(),
});

export const RemediationReportBody = z.strictObject({
  version: z.number().int(),
  text: Note.min(1),
  evidenceFileIds: z.array(z.uuid()).max(50).default([]),
});

export const StartBody = z.strictObject({ version: z.number().int() });

export const FollowUpBody = z.strictObject({
  version: z.number().int(),
  move: z.enum(['accept', 'refuse', 'carry_over', 'reopen']),
  note: Note.nullable().default(null),
});
