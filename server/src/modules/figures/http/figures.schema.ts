// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { distinct } from '#platform/http/distinct';
import { figureMarks } from '../domain/indicator.ts';
import { IndicatorVersion, Period } from './indicators.schema.ts';

/** A period by its key, such as `2022-09` or `2022-reform_q3`; the use case knows which there are. */
export const PeriodText = z.string().min(4).max(40);

export const PeriodQuery = z.object({ period: PeriodText });
export const FigureParams = z.object({ id: z.uuid(), itemId: z.uuid() });

const parts = { numerator: z.string().nullable(), denominator: z.string().nullable() };
const Origin = z.enum(['computed', 'entered', 'imported', 'official']);
const OriginInUse = z.enum(['computed', 'entered', 'imported', 'official', 'summed']);
const MeasureUsed = z.object({ code: z.string(), version: z.number().int() });

export const Revision = z.object({
  ...parts,
  id: z.uuid(),
  indicatorNumber: z.number().int(),
  lane: z.enum(['own', 'official']),
  number: z.number().int(),
  origin: Origin,
  withdrawn: z.boolean(),
  measures: z.object({ numerator: MeasureUsed.nullable(), denominator: MeasureUsed.nullable() }).nullable(),
  evidenceFileId: z.uuid().nullable(),
  fileName: z.string().nullable(),
  fileRow: z.number().int().nullable(),
  issuer: z.string().nullable(),
  citation: z.string().nullable(),
  note: z.string().nullable(),
  mark: z.enum(figureMarks).nullable(),
  enteredByName: z.string().nullable(),
  enteredAt: z.string().nullable(),
  recordedAt: z.string(),
  recordedByName: z.string(),
});

const InLane = z.object({ ...parts, value: z.string().nullable(), revision: Revision.nullable() }).nullable();

export const Figure = z.object({
  ...parts,
  indicator: IndicatorVersion,
  unitId: z.uuid(),
  value: z.string().nullable(),
  origin: OriginInUse.nullable(),
  parts: z.number().int(),
  judgement: z.enum(['good', 'watch', 'poor']).nullable(),
  sentence: z.string(),
  formula: z.string().nullable(),
  own: InLane,
  official: InLane,
  difference: z.string().nullable(),
  ownNumber: z.number().int(),
});

const Unit = z.object({ id: z.uuid(), name: z.string() });

export const UnitFigures = z.object({
  unit: Unit,
  period: Period,
  figures: z.array(Figure.extend({ records: z.object({ numerator: z.string().nullable(), denominator: z.string().nullable() }) })),
});

export const UnitPeriods = z.object({ rows: z.array(Period.extend({ count: z.number().int() })) });

const OpenedOperand = z.object({
  label: z.string(),
  value: z.string().nullable(),
  measure: MeasureUsed.extend({ name: z.string(), sentence: z.string() }).nullable(),
  countedNow: z.string().nullable(),
  recordsPath: z.string().nullable(),
});

export const OpenedFigure = z.object({
  unit: Unit,
  period: Period,
  figure: Figure,
  numerator: OpenedOperand,
  denominator: OpenedOperand.nullable(),
  contributing: z.array(z.object({ ...parts, unitId: z.uuid(), unitName: z.string(), value: z.string().nullable(), origin: Origin })),
  revisions: z.array(Revision.extend({ value: z.string().nullable() })),
});

export const RecordsQuery = z.object({
  unitId: z.uuid(),
  indicatorId: z.uuid(),
  period: PeriodText,
  part: z.enum(['numerator', 'denominator']),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const Records = z.object({
  title: z.string(),
  sentence: z.string(),
  rows: z.array(z.object({ id: z.string(), name: z.string(), text: z.string(), on: z.string(), path: z.string() })),
  more: z.boolean(),
});

const typed = z.string().max(40).nullable();

export const EnterBody = z.object({
  period: PeriodText,
  cells: distinct(
    z
      .array(
        z.object({
          unitId: z.uuid(),
          indicatorId: z.uuid(),
          numerator: typed,
          denominator: typed,
          seen: z.number().int().min(0),
          evidenceFileId: z.uuid().nullish(),
          note: z.string().trim().min(1).max(1000).nullish(),
        }),
      )
      .min(1)
      .max(2_000),
    ({ unitId, indicatorId }) => `${unitId} ${indicatorId}`,
    { vi: 'ô này đã gửi ở trên trong cùng lần ghi; giữ lại một số', en: 'this cell was sent before in the same request' },
  ),
});

export const EnterAnswer = z.object({
  saved: z.array(z.object({ unitId: z.uuid(), indicatorId: z.uuid(), id: z.uuid(), number: z.number().int() })),
  refused: z.array(
    z.object({
      ...parts,
      unitId: z.uuid(),
      indicatorId: z.uuid(),
      code: z.string(),
      sentence: z.string(),
      number: z.number().int(),
    }),
  ),
  warnings: z.array(
    z.object({ unitId: z.uuid(), sentence: z.string(), left: z.string(), right: z.string(), legalBasis: z.string().nullable() }),
  ),
});

export const PublishBody = z.object({
  period: PeriodText,
  unitId: z.uuid(),
  indicatorId: z.uuid(),
  numerator: typed,
  denominator: typed,
  issuer: z.string().trim().min(1).max(300),
  citation: z.string().trim().min(1).max(500),
  note: z.string().trim().min(1).max(1000).nullish(),
});

export const Published = z.object({ id: z.uuid(), number: z.number().int() });

const Pinned = z.object({ ...parts, origin: OriginInUse.nullable() }).nullable();
const SnapshotHead = z.object({
  id: z.uuid(),
  number: z.number().int(),
  approvedAt: z.string(),
  approvedByName: z.string(),
  note: z.string().nullable(),
});

export const Approval = z.object({
  snapshot: SnapshotHead.nullable(),
  changes: z.array(z.object({ indicatorId: z.uuid(), code: z.string(), name: z.string(), before: Pinned, now: Pinned })),
  below: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), state: z.enum(['approved', 'changed', 'missing']) })),
  figures: z.number().int(),
  fingerprint: z.string(),
});

export const ApproveBody = z.object({
  period: PeriodText,
  fingerprint: z.string().max(64),
  note: z.string().trim().min(1).max(1000).nullish(),
});

export const ComputeBody = z.object({ period: PeriodText });
export const ComputeAnswer = z.object({ changed: z.number().int() });

export const Grid = z.object({
  unit: Unit,
  period: Period,
  across: z.enum(['units', 'periods']),
  columns: z.array(
    z.object({
      indicatorId: z.uuid(),
      code: z.string(),
      name: z.string(),
      part: z.enum(['numerator', 'denominator']),
      label: z.string(),
      formula: z.string(),
      isEntered: z.boolean(),
    }),
  ),
  rows: z.array(
    z.object({
      unitId: z.uuid(),
      code: z.string(),
      name: z.string(),
      period: z.string(),
      periodName: z.string(),
      cells: z.record(z.string(), z.object({ ...parts, number: z.number().int() })),
      closed: z.array(z.uuid()),
    }),
  ),
});
