// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { periodKinds } from '../domain/period.ts';

const year = z.number().int().min(2000).max(2200);
const question = { unitId: z.uuid(), periodKind: z.enum(periodKinds), fromYear: year, toYear: year };

export const StartExportBody = z.object(question).refine(({ fromYear, toYear }) => fromYear <= toYear && toYear - fromYear < 30);

export const FigureExport = z.object({
  id: z.uuid(),
  question: z.object(question),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled', 'expired']),
  rowsDone: z.number().int(),
  rowsTotal: z.number().int(),
  sizeBytes: z.number().int().nullable(),
  /** Why it failed, in the reader's language. */
  problem: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
});

export const FigureExports = z.object({ rows: z.array(FigureExport) });
