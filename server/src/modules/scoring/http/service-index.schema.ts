// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { certainties } from '../domain/service-index/rules.ts';

const Count = z.number().int();
/** Decimal text such as `17.68`; null is "not published" or "not known". */
const Points = z.string().nullable();
const Name = z.object({ vi: z.string(), en: z.string() });

export const PeriodText = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/)
  .describe('2026, 2026-Q3, 2026-08');
/** A unit of the portal: its identifier there, or `code:H18`. */
export const PortalUnitParams = z.object({ key: z.string().min(1).max(100) });
export const UnitIndexQuery = z.object({ period: z.string().max(20).optional() });
export const NationalQuery = z.object({ table: z.uuid().optional() });
export const OwnQuery = z.object({ unitId: z.uuid(), period: z.string().min(4).max(20) });
export const UnitsQuery = z.object({ period: z.string().max(20).optional() });
export const FromRunBody = z.object({ runId: z.uuid() });

const Ranked = { score: Points, rank: Count.nullable(), place: z.string().nullable() };

export const NationalAnswer = z.object({
  table: z
    .object({
      source: z.object({
        id: z.uuid(),
        name: z.string(),
        note: z.string().nullable(),
        asOf: DayText,
        period: z.string(),
        importedAt: z.string(),
        importedBy: z.string(),
      }),
      tables: z.array(z.object({ id: z.uuid(), asOf: DayText, period: z.string() })),
      lines: z.array(
        z.object({
          key: z.string(),
          code: z.string().nullable(),
          name: z.string(),
          isOwn: z.boolean(),
          total: z.object({ ...Ranked, computed: Points }),
          groups: z.array(z.object({ group: z.string(), ...Ranked })),
        }),
      ),
      columns: z.array(
        z.object({
          group: z.string(),
          portalCode: z.string().nullable(),
          name: Name,
          maximum: z.string(),
          best: Points,
          bestNames: z.array(z.string()),
          mean: Points,
          gap: Points,
        }),
      ),
      citation: z.string(),
    })
    .nullable(),
});

const PortalUnit = z.object({
  key: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  isProvince: z.boolean(),
  provinceKey: z.string(),
  unitId: z.uuid().nullable(),
});

const Figure = z.object({
  official: Points,
  officialRatio: Points,
  computed: Points,
  computedRatio: Points,
  apart: Points,
  source: z
    .object({
      name: z.string(),
      note: z.string().nullable(),
      place: z.string(),
      asOf: DayText,
      importedAt: z.string(),
      importedBy: z.string(),
    })
    .nullable(),
});

const Operand = z.object({ value: z.number().nullable(), name: Name, unit: Name });

const Line = z.object({
  code: z.string(),
  documentCode: z.string(),
  name: Name,
  maximum: z.string(),
  rule: z.enum(['proportional', 'threshold', 'unscored', 'full_when_uncounted']),
  fullFromPercent: Points,
  certainty: z.enum(certainties),
  note: z.string().nullable(),
  numerator: Operand,
  denominator: Operand,
  ratio: Points,
  score: Points,
  missing: z.object({ points: z.string(), more: z.number(), further: z.number().nullable() }).nullable(),
});

const RuleOperand = z.object({ name: Name, unit: Name });
/** The rules of a time with their validity, as they are counted by. */
export const RuleVersions = z.array(
  z.object({
    number: Count,
    validFrom: DayText,
    validTo: DayText.nullable(),
    citation: z.string(),
    basis: z.string(),
    groups: z.array(
      z.object({
        code: z.string(),
        name: Name,
        maximum: z.string(),
        metrics: z.array(
          Line.pick({ code: true, documentCode: true, name: true, maximum: true, rule: true, certainty: true, note: true }).extend({
            fullFromPercent: Points.optional(),
            numerator: RuleOperand,
            denominator: RuleOperand,
          }),
        ),
      }),
    ),
  }),
);

const Rules = z.object({ number: Count, citation: z.string(), basis: z.string() });

export const UnitIndexAnswer = z.object({
  unit: PortalUnit,
  period: z.string().nullable(),
  periods: z.array(z.string()),
  total: z.object({ score: Points, ratio: Points, known: Count, official: Points }),
  groups: z.array(
    z.object({
      group: z.string(),
      portalCode: z.string(),
      name: Name,
      maximum: z.string(),
      figure: Figure,
      metrics: z.array(Line.extend({ figure: Figure, dataQuality: z.string().nullable() })),
    }),
  ),
  months: z.array(z.object({ month: z.string(), groups: z.array(z.object({ group: z.string(), score: Points })) })),
  rules: Rules,
});

export const UnitsAnswer = z.object({
  province: PortalUnit.nullable(),
  period: z.string().nullable(),
  periods: z.array(z.string()),
  groups: z.array(z.object({ group: z.string(), name: Name, maximum: z.string() })),
  rows: z.array(
    PortalUnit.extend({
      total: Points,
      known: Count,
      rank: Count.nullable(),
      groups: z.array(z.object({ group: z.string(), score: Points, isOfficial: z.boolean() })),
    }),
  ),
});

export const OwnAnswer = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  period: z.string(),
  from: DayText,
  to: DayText,
  countedAt: z.iso.datetime(),
  dossiers: z.object({
    received: Count,
    online: Count,
    finishedInTime: Count,
    finishedLate: Count,
    openInTime: Count,
    openLate: Count,
  }),
  metrics: z.array(Line.extend({ group: z.string() })),
  absent: z.array(z.object({ group: z.string(), code: z.string(), name: Name })),
  months: z.array(z.object({ month: z.string(), received: Count, inTime: Count, online: Count, progress: Points })),
});

export const SourceRow = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  kind: z.enum(['portal_run', 'file', 'kept_table']),
  name: z.string(),
  sha256: z.string(),
  period: z.string(),
  procedure: z.string().nullable(),
  asOf: DayText,
  note: z.string().nullable(),
  rows: Count,
  differing: Count,
  createdAt: z.string(),
  createdByName: z.string(),
});

export const PortalRunRow = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  state: z.enum(['running', 'done', 'stopped']),
  callsPlanned: Count,
  responses: Count,
  createdAt: z.string(),
});

export const ImportResult = z.object({
  id: z.uuid(),
  name: z.string(),
  period: z.string(),
  rows: Count,
  units: Count,
  unitsKnown: Count,
  compared: Count,
  differing: z.array(z.object({ place: z.string(), unit: z.string(), metric: z.string(), official: z.string(), computed: z.string() })),
  known: z.boolean(),
});
