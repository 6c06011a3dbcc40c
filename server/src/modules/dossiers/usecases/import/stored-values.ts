// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { AppErrorParams } from '#kernel/app-error';
import { importFields } from '../../domain/import/fields.ts';
import type { Chosen } from './reading.ts';

const Columns = z.record(z.string(), z.enum(importFields).nullable());

/** Chosen columns as they were stored; none where nothing was chosen. */
export function readColumns(value: unknown): Chosen {
  return Columns.safeParse(value).data ?? {};
}

const Shape = z.object({
  form: z.object({ kind: z.enum(['xlsx', 'csv', 'json', 'ndjson']), encoding: z.string().optional(), delimiter: z.string().optional() }),
  headerRow: z.number(),
  headers: z.array(z.string()),
  plan: z.array(z.enum(importFields).nullable()),
  missing: z.array(z.enum(importFields)),
  sample: z.array(z.array(z.string())),
});

export type StoredShape = z.infer<typeof Shape>;

/** What was found out about a file, as it was stored. */
export function readShape(value: unknown): StoredShape | null {
  return Shape.safeParse(value).data ?? null;
}

const Failure = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export type StoredFailure = { readonly code: string; readonly params: AppErrorParams };

/** Why an import stopped, as it was stored. */
export function readFailure(value: unknown): StoredFailure | null {
  return Failure.safeParse(value).data ?? null;
}
