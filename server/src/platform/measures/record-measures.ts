// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Db } from '../db/db.ts';

/** A unit with all below it, on the days from one to another, both included. */
export type Place = { readonly unitId: string; readonly from: Day; readonly to: Day };
export type Span = { readonly from: Day; readonly to: Day };
export type Page = { readonly offset: number; readonly limit: number };

/** One thing that stands behind a counted number. */
export type MeasuredRecord = { readonly id: string; readonly name: string; readonly text: string; readonly on: Day; readonly path: string };

/** A measure as a module writes it down: what is counted, in the words of that module's own queries. */
export type OfferedMeasure<C> = { readonly code: string; readonly name: string; readonly sentence: string; readonly counted: C };

type Source<C> = {
  readonly module: string;
  /** The permission that reads the records. */
  readonly recordsNeed: string;
  readonly offered: readonly OfferedMeasure<C>[];
  readonly count: (db: Db, unitIds: readonly string[], counted: C, span: Span, today: Day) => Promise<ReadonlyMap<string, number>>;
  readonly list: (db: Db, unitId: string, counted: C, span: Span, today: Day, page: Page) => Promise<MeasuredRecord[]>;
};

/** The measures of a module that counts its records one by one and lists them itself, for modules above. */
export function recordMeasures<C>({ module, recordsNeed, offered, count, list }: Source<C>) {
  return {
    module,
    recordsNeed,
    measures: offered.map(({ code, name, sentence, counted }) => ({
      code,
      version: 1,
      name,
      sentence,
      listRecords: (db: Db, { unitId, from, to }: Place, page: Page): Promise<MeasuredRecord[]> =>
        list(db, unitId, counted, { from, to }, todayInVietnam(), page),
    })),
    async read(
      db: Db,
      { unitIds, from, to }: Span & { readonly unitIds: readonly string[] },
      today: Day = todayInVietnam(),
    ): Promise<Map<string, Readonly<Record<string, number>>>> {
      const counts = await Promise.all(offered.map(({ counted }) => count(db, unitIds, counted, { from, to }, today)));
      return new Map(
        unitIds.map((unitId) => [unitId, Object.fromEntries(offered.map(({ code }, index) => [code, counts[index]?.get(unitId) ?? 0]))]),
      );
    },
  };
}
