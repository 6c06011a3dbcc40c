// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { workStates } from '../domain/desk/work-state.ts';

export const WorkQuery = z.object({
  unitId: z.uuid().optional(),
  /** An account, `me`, or `none` for dossiers that nobody has been given. */
  handler: z.union([z.uuid(), z.literal('me'), z.literal('none')]).optional(),
  procedureId: z.uuid().optional(),
  state: z.enum(workStates).optional(),
  search: z.string().trim().max(100).optional(),
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const WorkAnswer = z.object({
  rows: z.array(
    z.object({
      code: z.string(),
      unitId: z.uuid(),
      procedureId: z.uuid(),
      procedureName: z.string(),
      channel: z.number().int(),
      status: z.number().int(),
      generated: z.boolean(),
      applicantName: z.string(),
      submittedAt: z.string().nullable(),
      receivedAt: z.string().nullable(),
      dueAt: z.string().nullable(),
      pausedAt: z.string().nullable(),
      handlerId: z.string().nullable(),
      handlerName: z.string().nullable(),
      state: z.enum(workStates),
      stateName: z.object({ vi: z.string(), en: z.string() }),
      version: z.number().int(),
    }),
  ),
  next: z.string().nullable(),
  /** Up to this moment a due dossier is due soon. */
  soonUntil: z.string(),
});

export const AssignBody = z.object({
  version: z.number().int(),
  handlerId: z.uuid().nullable(),
  note: z.string().trim().min(1).max(2000).nullish(),
});

export const AssignableAnswer = z.object({
  rows: z.array(z.object({ id: z.uuid(), name: z.string(), position: z.string().nullable(), open: z.number().int() })),
});
