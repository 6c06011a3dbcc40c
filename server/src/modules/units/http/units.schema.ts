// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText, PageQuery } from '#platform/http/route';
import { unitLevels, unitMarks } from '../domain/unit.ts';

export const Unit = z.object({
  id: z.uuid(),
  code: z.string(),
  level: z.enum(unitLevels),
  name: z.string(),
  authorityName: z.string(),
  documentSymbol: z.string(),
  agencyCode: z.string().nullable(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  startKnown: z.boolean(),
  mark: z.enum(unitMarks).nullable(),
  note: z.string().nullable(),
  decision: z.string().nullable(),
  version: z.number().int(),
});

export const FieldChange = z.object({
  field: z.enum(['code', 'name', 'authorityName', 'documentSymbol', 'agencyCode', 'validFrom', 'decision', 'mark', 'note']),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** A unit in its place on a day; `depth` and `childCount` count within what the reader may see (0 in a flat list). */
export const UnitRow = Unit.extend({ parentId: z.uuid().nullable(), depth: z.number().int(), childCount: z.number().int() });

export const UnitsQuery = PageQuery.extend({
  view: z.enum(['tree', 'flat']).default('flat'),
  asOf: DayText.optional(),
  level: z.enum(unitLevels).optional(),
  parentId: z.uuid().optional(),
});

export const UnitPage = z.object({ asOf: DayText, total: z.number().int(), rows: z.array(UnitRow) });

export const AsOfQuery = z.object({ asOf: DayText.optional() });

const UnitReference = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  level: z.enum(unitLevels),
  validFrom: DayText,
  validTo: DayText.nullable(),
  reachable: z.boolean(),
});

const SuccessionReference = z.object({
  onDay: DayText,
  kind: z.enum(['merge', 'split', 'rename', 'dissolve']),
  divided: z.boolean(),
  decision: z.string().nullable(),
  unit: UnitReference.nullable(),
});

export const UnitSheet = z.object({
  unit: Unit,
  asOf: DayText,
  ancestors: z.array(UnitReference),
  parents: z.array(UnitReference.extend({ from: DayText, to: DayText.nullable() })),
  predecessors: z.array(SuccessionReference),
  successors: z.array(SuccessionReference),
  corrections: z.array(
    z.object({
      version: z.number().int(),
      reason: z.string(),
      changes: z.array(FieldChange),
      correctedAt: z.string(),
      correctedBy: z.string(),
    }),
  ),
});

const Ring = z.array(z.array(z.number()));

export const UnitMap = z.object({
  asOf: DayText,
  /** Null where no map was given for the units of that day. */
  map: z.object({ id: z.uuid(), asOf: DayText, fileName: z.string(), uploadedAt: z.string(), uploadedBy: z.string() }).nullable(),
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.uuid(),
      properties: z.object({ unitId: z.uuid(), code: z.string(), name: z.string() }),
      geometry: z.union([
        z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
      ]),
    }),
  ),
});

export const MapQuery = AsOfQuery.extend({ dryRun: z.enum(['true', 'false']).default('false') });

export const MapReport = z.object({
  asOf: DayText,
  stored: z.boolean(),
  matched: z.number().int(),
  unmatched: z.array(z.object({ code: z.string().nullable(), name: z.string().nullable() })),
  withoutShape: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string() })),
});
