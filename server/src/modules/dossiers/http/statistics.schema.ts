// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DayText } from '#platform/http/route';
import { rowOrders } from '../domain/statistics/page-of-rows.ts';
import { listedMeasures } from '../usecases/statistics/open-number.ts';
import { statisticGroupings } from '../usecases/statistics/read-statistics.ts';

/** Unit and period, with what narrows them. */
export const Asked = z.object({
  unitId: z.uuid(),
  from: DayText,
  to: DayText,
  procedureId: z.uuid().optional(),
  sectorId: z.uuid().optional(),
  channel: z.coerce.number().int().min(1).max(3).optional(),
});

/** Rows are asked for page by page where they are many: a catalogue has thousands of procedures. */
export const StatisticsQuery = Asked.extend({
  by: z.enum(statisticGroupings).default('total'),
  sort: z.enum(rowOrders).optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
  search: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(5_000).default(500),
});

const Count = z.number().int();

/** Counts of dossiers; `carried` is the stock when the period begins, `open` and `overdue` when it ends. */
export const Counts = z.object({
  receivedDirect: Count,
  receivedOnline: Count,
  receivedPostal: Count,
  carried: Count,
  early: Count,
  onTime: Count,
  late: Count,
  closed: Count,
  open: Count,
  overdue: Count,
});

/** `count` is how many rows there are in all, `total` the counts of all of them. */
export const StatisticsAnswer = z.object({
  rows: z.array(z.object({ key: z.string(), code: z.string().nullable(), label: z.string(), from: DayText, to: DayText, counts: Counts })),
  count: z.number().int(),
  total: Counts,
  countedAt: z.iso.datetime(),
  someGenerated: z.boolean(),
});

export const NumberQuery = Asked.extend({
  measure: z.enum(listedMeasures),
  own: z.stringbool().optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const NumberAnswer = z.object({
  rows: z.array(
    z.object({
      code: z.string(),
      unitId: z.uuid(),
      procedureId: z.uuid(),
      procedureName: z.string(),
      channel: z.number().int(),
      status: z.number().int(),
      generated: z.boolean(),
      applicantName: z.string(),
      receivedAt: z.string().nullable(),
      dueAt: z.string().nullable(),
      finishedAt: z.string().nullable(),
      timeliness: z.number().int().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
