// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText, PageQuery, pageOf } from '#platform/http/route';
import { catalogueColumns } from '../domain/catalogue-entry.ts';
import { competenceTasks, limitUnits, procedureLevels, procedureMarks } from '../domain/procedure.ts';

const Mark = z.enum(procedureMarks);
const Level = z.enum(procedureLevels);
const Limit = z.object({ amount: z.number(), unit: z.enum(limitUnits) });
const Standing = z.enum(['in_force', 'coming', 'ended']);

export const ProcedureFilterQuery = z.object({
  search: z.string().trim().max(200).optional(),
  asOf: DayText.optional(),
  standing: z.enum(['in_force', 'coming', 'ended', 'all']).default('in_force'),
  sectorId: z.uuid().optional(),
  level: Level.optional(),
  /** A unit that may decide or that handles the procedure. */
  unitId: z.uuid().optional(),
  /** `none`, `submit` (a dossier can be handed in online) or a level. */
  online: z
    .string()
    .regex(/^[a-z][a-z0-9_]{2,29}$/)
    .optional(),
});

export const ProcedureQuery = PageQuery.extend(ProcedureFilterQuery.shape).extend({
  sort: z.enum(['code', 'name', 'sector', 'limit', 'validFrom']).default('code'),
  order: z.enum(['asc', 'desc']).default('asc'),
});

export const ProcedureListRow = z.object({
  id: z.uuid(),
  code: z.string(),
  number: z.number().int(),
  name: z.string(),
  sectorId: z.uuid(),
  sectorCode: z.string(),
  sectorName: z.string(),
  level: Level,
  limit: Limit.nullable(),
  limitText: z.string().nullable(),
  feeAmount: z.number().nullable(),
  feeText: z.string().nullable(),
  paperCount: z.number().int(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  versionCount: z.number().int(),
  standing: Standing,
  mark: Mark.nullable(),
  online: z.object({ level: z.string(), name: z.string(), canSubmit: z.boolean() }).nullable(),
});

export const ProcedurePage = pageOf(ProcedureListRow).extend({ asOf: DayText, onlineTotal: z.number().int() });

export const Sector = z.object({ id: z.uuid(), code: z.string(), name: z.string(), mark: Mark.nullable() });

export const OnlineRegime = z.object({
  code: z.string(),
  name: z.string(),
  citation: z.string(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  mark: Mark.nullable(),
  levels: z.array(
    z.object({ level: z.string(), name: z.string(), rank: z.number().int(), canSubmit: z.boolean(), needsJustification: z.boolean() }),
  ),
});

const Paper = z.object({
  code: z.string(),
  name: z.string(),
  originals: z.number().int(),
  copies: z.number().int(),
  form: z.string().nullable(),
  formFileId: z.uuid().nullable(),
  condition: z.string().nullable(),
});

const Version = z.object({
  number: z.number().int(),
  name: z.string(),
  sectorId: z.uuid(),
  sectorCode: z.string(),
  sectorName: z.string(),
  level: Level,
  limit: Limit.nullable(),
  limitText: z.string().nullable(),
  feeAmount: z.number().nullable(),
  feeText: z.string().nullable(),
  papers: z.array(Paper),
  publishedOn: DayText.nullable(),
  updatedOn: DayText.nullable(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  mark: Mark.nullable(),
  note: z.string().nullable(),
  competentUnits: z.array(z.object({ unitId: z.uuid(), unitCode: z.string(), unitName: z.string(), task: z.enum(competenceTasks) })),
  bases: z.array(
    z.object({
      citation: z.string(),
      documentId: z.uuid().nullable(),
      documentCode: z.string().nullable(),
      reachable: z.boolean(),
    }),
  ),
  lateReason: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  isWithdrawn: z.boolean(),
});

export const ProcedureSheet = z.object({
  id: z.uuid(),
  code: z.string(),
  nationalCode: z.string().nullable(),
  unitId: z.uuid(),
  unitName: z.string(),
  mark: Mark.nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  asOf: DayText,
  currentNumber: z.number().int().nullable(),
  canManage: z.boolean(),
  versions: z.array(Version),
  online: z.array(
    z.object({
      id: z.uuid(),
      regime: z.string(),
      regimeName: z.string(),
      citation: z.string(),
      level: z.string(),
      levelName: z.string(),
      canSubmit: z.boolean(),
      validFrom: DayText,
      validTo: DayText.nullable(),
      justification: z.string().nullable(),
      address: z.string().nullable(),
      mark: Mark.nullable(),
      recordedAt: z.string(),
      recordedBy: z.string(),
    }),
  ),
});

export const SheetQuery = z.object({ asOf: DayText.optional() });

export const CompareQuery = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });

export const FieldChange = z.object({
  column: z.enum(catalogueColumns.map(([key]) => key)),
  heading: z.string(),
  from: z.string(),
  to: z.string(),
});
