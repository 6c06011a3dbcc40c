// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { importFields } from '../domain/import/fields.ts';
import { applyModes, importStates } from '../domain/import/states.ts';

const Field = z.enum(importFields);
const Param = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Header of a column to the field that it is; null for a column that is not used. */
export const ColumnsByHeader = z.record(z.string().min(1).max(200), Field.nullable());

const Shape = z.object({
  form: z.object({ kind: z.enum(['xlsx', 'csv', 'json', 'ndjson']), encoding: z.string().optional(), delimiter: z.string().optional() }),
  headerRow: z.number().int(),
  headers: z.array(z.string()),
  /** Field of each header, in the same order. */
  plan: z.array(Field.nullable()),
  missing: z.array(Field),
  sample: z.array(z.array(z.string())),
});

export const DossierImport = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  origin: z.number().int(),
  generated: z.boolean(),
  state: z.enum(importStates),
  isWorking: z.boolean(),
  columns: ColumnsByHeader,
  shape: Shape.nullable(),
  shareRead: z.number(),
  rowsPerSecond: z.number().int(),
  secondsLeft: z.number().int().nullable(),
  workSeconds: z.number(),
  bytesRead: z.number().int(),
  rowsRead: z.number().int(),
  rowsGood: z.number().int(),
  rowsBad: z.number().int(),
  faults: z.number().int(),
  faultsKept: z.number().int(),
  mode: z.enum(applyModes).nullable(),
  inserted: z.number().int().nullable(),
  updated: z.number().int().nullable(),
  unchanged: z.number().int().nullable(),
  older: z.number().int().nullable(),
  failure: z.object({ code: z.string(), params: z.record(z.string(), Param), sentence: z.string() }).nullable(),
  cancelAsked: z.boolean(),
  createdAt: z.string(),
  createdByName: z.string(),
  settledAt: z.string().nullable(),
  settledByName: z.string().nullable(),
});

export const ImportFault = z.object({
  fileName: z.string(),
  line: z.number().int(),
  /** From 0; null for a fault of the whole row. */
  column: z.number().int().nullable(),
  columnName: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
  params: z.record(z.string(), Param),
  sentence: z.string(),
});

export const ApplyBody = z.object({ mode: z.enum(applyModes) });

export const ReadAgainBody = z.object({ columns: ColumnsByHeader.optional() });

export const ImportMapping = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  name: z.string(),
  columns: ColumnsByHeader,
  version: z.number().int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});

const name = z.string().trim().min(1).max(100);

export const NewMappingBody = z.object({ unitId: z.uuid(), name, columns: ColumnsByHeader });

export const MappingBody = z.object({ name, columns: ColumnsByHeader, version: z.number().int().min(1) });

/** What columns can be, with their usual headers, for the choice on the screen. */
export const ImportFields = z.object({
  fields: z.array(z.object({ field: Field, header: z.string(), isRequired: z.boolean() })),
});
