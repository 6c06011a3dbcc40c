// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { competenceTasks, limitUnits, procedureLevels, procedureMarks } from '../domain/procedure.ts';

const line = (longest: number, shortest = 1) =>
  z
    .string()
    .overwrite((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .min(shortest)
    .max(longest);
const optionalLine = (longest: number) => line(longest).nullable().default(null);
// The table of the catalogue keeps a paper on one line, with | between its parts.
const part = (longest: number) => line(longest).regex(/^[^|]+$/);

const Limit = z
  .object({ amount: z.number().min(0).max(9_999).multipleOf(0.01), unit: z.enum(limitUnits) })
  .refine((limit) => limit.unit !== 'hours' || limit.amount > 0, { path: ['amount'] });

const Paper = z.object({
  code: part(30),
  name: part(500),
  originals: z.number().int().min(0).max(99),
  copies: z.number().int().min(0).max(99),
  form: part(200).nullable().default(null),
  formFileId: z.uuid().nullable().default(null),
  condition: part(300).nullable().default(null),
});

/** All that a version says. */
const Content = z.object({
  name: line(1_000, 3),
  sectorId: z.uuid(),
  level: z.enum(procedureLevels),
  limit: Limit.nullable(),
  limitText: optionalLine(1_000),
  feeAmount: z.number().int().min(0).max(1_000_000_000_000).nullable(),
  feeText: optionalLine(1_000),
  papers: z.array(Paper).max(100),
  publishedOn: DayText.nullable().default(null),
  updatedOn: DayText.nullable().default(null),
  mark: z.enum(procedureMarks).nullable().default(null),
  note: optionalLine(1_000),
  competentUnits: z.array(z.object({ unitId: z.uuid(), task: z.enum(competenceTasks) })).max(200),
  bases: z.array(z.object({ citation: line(500, 2), documentId: z.uuid().nullable().default(null) })).max(100),
});

const lock = { version: z.number().int().min(1) };
const late = { lateReason: optionalLine(500) };

export const CreateProcedureBody = z.object({ code: line(60), unitId: z.uuid(), validFrom: DayText, content: Content });

export const PublishVersionBody = z.object({ ...lock, ...late, validFrom: DayText, content: Content });

export const EndProcedureBody = z.object({ ...lock, ...late, lastDay: DayText });

export const WithdrawVersionBody = z.object({ ...lock, reason: line(500, 2) });

export const ChangeOnlineBody = z.object({
  ...lock,
  ...late,
  validFrom: DayText,
  /** Null where the service online ends. */
  level: z
    .string()
    .regex(/^[a-z][a-z0-9_]{2,29}$/)
    .nullable(),
  justification: optionalLine(1_000),
  address: optionalLine(500),
});

export const CreateSectorBody = z.object({
  code: line(30)
    .toUpperCase()
    .regex(/^[0-9A-Z][0-9A-Z._-]{0,29}$/),
  name: line(200, 2),
});
