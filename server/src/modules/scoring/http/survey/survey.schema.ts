// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { ActShape } from '../cycle/rounds.schema.ts';

const Group = {
  code: z
    .string()
    .trim()
    .min(1)
    .max(30)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u),
  name: z.string().trim().min(1).max(300),
  population: z.number().int().min(1).max(200_000_000),
  errorPermille: z.number().int().min(1).max(500),
};

export const GroupsBody = z.strictObject({ groups: z.array(z.strictObject(Group)).max(50) });

export const SurveyShape = z.object({
  round: z.object({ id: z.uuid(), title: z.string() }),
  acts: z.array(ActShape),
  smallestShown: z.number().int(),
  groups: z.array(z.object({ ...Group, sample: z.number().int(), received: z.number().int(), isReached: z.boolean() })),
  imports: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      fileName: z.string(),
      sha256: z.string(),
      rows: z.number().int(),
      answers: z.number().int(),
      at: z.string(),
      actorName: z.string(),
    }),
  ),
  units: z.array(
    z.object({
      sheetId: z.uuid(),
      unitName: z.string(),
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          maximum: z.string(),
          points: z.string().nullable(),
          answers: z.number().int(),
          groups: z.array(z.object({ group: z.string(), counts: z.record(z.string(), z.number().int()).nullable() })),
        }),
      ),
    }),
  ),
});

export const SurveyOutcomeShape = z.object({
  outcome: z.enum(['imported', 'repeated', 'faulty']),
  number: z.number().int().nullable(),
  rows: z.number().int(),
  answers: z.number().int(),
  scores: z.number().int(),
  faultsFound: z.number().int(),
  faults: z.array(z.object({ row: z.number().int().nullable(), column: z.string().nullable(), sentence: z.string() })),
});
