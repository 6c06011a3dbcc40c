// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { limitUnits, procedureMarks } from '#modules/procedures';
import { workStates } from '../domain/desk/work-state.ts';

const Text = (length: number) => z.string().trim().min(1).max(length);
const Sentence = z.object({ vi: z.string(), en: z.string() });

/** What a citizen fills in; sent as JSON, or as the field `data` before the files of a multipart request. */
export const SubmissionBody = z.object({
  unitId: z.uuid(),
  procedureId: z.uuid(),
  applicant: z.object({
    name: Text(300),
    kind: z.number().int().min(1).max(3).default(1),
    identityNumber: Text(30).nullish(),
    phone: Text(30),
    email: z.email().max(254).nullish(),
    address: Text(500).nullish(),
  }),
  subject: Text(1000).nullish(),
  later: z.array(Text(100)).max(50).default([]),
  requestId: z.uuid().optional(),
  announcedFiles: z
    .array(z.object({ paperCode: Text(100), name: z.string().max(300), sizeBytes: z.number().int().min(0) }))
    .max(20)
    .optional(),
});

export const SubmissionAnswer = z.object({
  code: z.string(),
  pin: z.string(),
  submittedAt: z.string(),
  unitName: z.string(),
  procedureName: z.string(),
  files: z.array(z.string()),
});

export const LookupBody = z.object({
  code: z.string().trim().min(6).max(60),
  factor: z
    .string()
    .trim()
    .regex(/^([A-Za-z\d]{4}|\d{8})$/),
});

export const LookupAnswerShape = z.object({
  code: z.string(),
  procedureName: z.string(),
  unitName: z.string(),
  status: z.number().int(),
  statusName: Sentence,
  state: z.enum(workStates).nullable(),
  submittedAt: z.string().nullable(),
  receivedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  nextStep: Sentence,
});

export const OnlineProcedureQuery = z.object({
  search: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

const OnlineProcedure = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  sectorName: z.string(),
  limit: z.object({ amount: z.number(), unit: z.enum(limitUnits) }).nullable(),
  limitText: z.string().nullable(),
  feeAmount: z.number().nullable(),
  feeText: z.string().nullable(),
  mark: z.enum(procedureMarks).nullable(),
});

export const OnlineProcedures = z.object({ rows: z.array(OnlineProcedure), total: z.number().int() });

export const OnlineProcedureSheet = OnlineProcedure.extend({
  papers: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      originals: z.number().int(),
      copies: z.number().int(),
      condition: z.string().nullable(),
    }),
  ),
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
