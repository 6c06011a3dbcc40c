// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { clockClasses, stepKinds } from '../domain/clock/types.ts';
import { deskMoves } from '../domain/desk/moves.ts';
import { stepEvents } from '../domain/desk/step-events.ts';
import { turnAwayOutcomes } from '../usecases/desk/turn-away.ts';

const Text = (length: number) => z.string().trim().min(1).max(length);
const Moment = z.object({ day: DayText, minute: z.number().int() });
const Span = z.object({ days: z.number(), minutes: z.number().int() });

export const CodeParams = z.object({ code: z.string().trim().min(6).max(60) });

const HandedPapers = z
  .array(
    z.object({
      code: Text(100),
      originals: z.number().int().min(0).max(1000).default(0),
      copies: z.number().int().min(0).max(1000).default(0),
      handed: z.boolean(),
      note: Text(500).nullish(),
    }),
  )
  .max(200);

export const ReceptionBody = z.object({
  unitId: z.uuid(),
  procedureId: z.uuid(),
  channel: z.number().int().min(1).max(3).default(1),
  applicant: z.object({
    name: Text(300),
    kind: z.number().int().min(1).max(3).default(1),
    identityNumber: Text(30).nullish(),
    phone: Text(30).nullish(),
    email: z.email().max(254).nullish(),
    address: Text(500).nullish(),
  }),
  subject: Text(1000).nullish(),
  papers: HandedPapers,
  requestId: z.uuid().optional(),
});

export const TurnedAwayBody = ReceptionBody.extend({ outcome: z.enum(turnAwayOutcomes), reason: Text(2000) });

export const AlikeBody = z.object({
  unitId: z.uuid(),
  procedureId: z.uuid(),
  applicant: z.object({ name: Text(300), identityNumber: Text(30).nullish() }),
});

export const AlikeAnswer = z.object({
  rows: z.array(
    z.object({ code: z.string(), applicantName: z.string(), at: z.string(), status: z.number().int(), by: z.enum(['number', 'name']) }),
  ),
});

export const CodeAnswer = z.object({ code: z.string() });

export const ReceivedAnswer = z.object({ code: z.string(), dueAt: z.string().nullable() });

export const MoveBody = z.object({
  move: z.enum(deskMoves),
  version: z.number().int(),
  at: z.iso.datetime({ offset: true }).optional(),
  reason: Text(2000).nullish(),
  newDueOn: DayText.optional(),
  papers: HandedPapers.optional(),
});

export const MovedAnswer = z.object({ version: z.number().int() });

export const DossierAnswer = z.object({
  dossier: z.object({
    code: z.string(),
    unitId: z.uuid(),
    procedureId: z.uuid(),
    procedureVersion: z.number().int(),
    channel: z.number().int(),
    status: z.number().int(),
    origin: z.number().int(),
    generated: z.boolean(),
    applicantName: z.string(),
    subject: z.string().nullable(),
    submittedAt: z.string().nullable(),
    receivedAt: z.string().nullable(),
    dueAt: z.string().nullable(),
    computedDueAt: z.string().nullable(),
    pausedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    returnedAt: z.string().nullable(),
    timeliness: z.number().int().nullable(),
    handlerId: z.string().nullable(),
    version: z.number().int(),
  }),
  unitName: z.string(),
  procedure: z
    .object({
      code: z.string(),
      name: z.string(),
      number: z.number().int(),
      sectorName: z.string(),
      limit: z.object({ amount: z.number(), unit: z.enum(['working_days', 'hours', 'calendar_days']) }).nullable(),
    })
    .nullable(),
  applicant: z
    .object({
      kind: z.number().int(),
      identityNumber: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
    })
    .nullable(),
  papers: z.array(
    z.object({
      position: z.number().int(),
      paperCode: z.string(),
      name: z.string(),
      required: z.boolean(),
      originals: z.number().int(),
      copies: z.number().int(),
      handed: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
  attachments: z.array(z.object({ id: z.uuid(), kind: z.string(), name: z.string(), fileId: z.uuid(), addedAt: z.string() })),
  steps: z.array(
    z.object({
      seq: z.number().int(),
      event: z.enum(stepEvents),
      fromStatus: z.number().int().nullable(),
      status: z.number().int(),
      at: z.string(),
      recordedAt: z.string(),
      dueAt: z.string().nullable(),
      actorName: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  clock: z
    .object({
      class: z.enum(clockClasses),
      due: Moment.nullable(),
      dueIfResumed: Moment.nullable(),
      elapsed: Span.nullable(),
      paused: Span.nullable(),
      remaining: Span.nullable(),
      pastDue: z.boolean(),
      steps: z.array(
        z.object({
          kind: z.enum(stepKinds),
          from: Moment,
          to: Moment,
          days: z.number().nullable(),
          minutes: z.number().nullable(),
          rule: z.object({ code: z.string(), citation: z.string(), mark: z.string().nullable() }).nullable(),
          text: z.object({ vi: z.string(), en: z.string() }),
        }),
      ),
    })
    .nullable(),
  clockFrom: z.enum(['history', 'ends']),
  moves: z.array(z.object({ move: z.enum(deskMoves), needsReason: z.boolean() })),
});
