// SPDX-License-Identifier: Apache-2.0
import type { ReformField } from '#kernel/reform-fields';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { findRound, selectRoundsOf } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import {
  type AppraiserLine,
  appraiserLines,
  type Change,
  type ContestedItem,
  contestedItems,
  type Judged,
  judgedItems,
  totalDifference,
} from '../../domain/review/judged.ts';
import type { Scope } from '../cycle/open-round.ts';
import { loadSheets } from './load-sheets.ts';

export type Consistency = { readonly lines: readonly AppraiserLine[]; readonly contested: readonly ContestedItem[] };
type Placed = Judged & { readonly sheetId: string; readonly unitName: string };

/**
 * How appraisers departed from the self-scores of a round, by appraiser and field, and where they measure the same item differently.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function readConsistency(db: Db, actor: Actor, scope: Scope, roundId: string): Promise<Consistency> {
  const judged = await judgedOf(db, actor, scope, roundId);
  return { lines: appraiserLines(judged), contested: contestedItems(judged) };
}

export type JudgedAsked = {
  readonly appraiser?: string | undefined;
  readonly field?: ReformField | 'none' | undefined;
  readonly itemCode?: string | undefined;
  /** Beside the code, because two sets of one round may use a code for different items. */
  readonly itemName?: string | undefined;
  readonly change?: Change | undefined;
  readonly sheetId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
};

/**
 * The items behind a bar: each with both scores and the reason.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function listJudged(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  asked: JudgedAsked,
): Promise<{ readonly rows: readonly Placed[]; readonly total: number }> {
  const rows = (await judgedOf(db, actor, scope, roundId)).filter(
    (one) =>
      (asked.appraiser === undefined || one.appraised.actorName === asked.appraiser) &&
      (asked.field === undefined || (one.field ?? 'none') === asked.field) &&
      (asked.itemCode === undefined || one.itemCode === asked.itemCode) &&
      (asked.itemName === undefined || one.itemName === asked.itemName) &&
      (asked.change === undefined || one.change === asked.change) &&
      (asked.sheetId === undefined || one.sheetId === asked.sheetId),
  );
  return { rows: rows.slice(asked.offset, asked.offset + asked.limit), total: rows.length };
}

export type UnitYears = {
  readonly unitId: string;
  readonly unitName: string;
  readonly groupCode: string;
  readonly years: readonly {
    readonly year: number;
    readonly roundId: string;
    readonly sheetId: string;
    readonly items: number;
    readonly difference: string;
  }[];
};

/**
 * Self-score minus appraised points of each unit of a round, in this year and in the earlier rounds of the same organiser, over the
 * items that have both.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function readYears(db: Db, actor: Actor, scope: Scope, roundId: string): Promise<UnitYears[]> {
  const { round, sheets } = await loadSheets(db, actor, scope, roundId);
  const found = new Map<string, UnitYears['years'][number][]>(sheets.map(({ unit }) => [unit.unitId, []]));
  const own = cycleDb(db);
  for (const { id, year } of await selectRoundsOf(own, round)) {
    // A unit that was in no earlier round does not see it.
    if (!(await findRound(own, scope, id))) continue;
    for (const { unit, set, scores } of id === roundId ? sheets : (await loadSheets(db, actor, scope, id)).sheets) {
      const judged = judgedItems(set, scores);
      if (judged.length > 0)
        found.get(unit.unitId)?.push({ year, roundId: id, sheetId: unit.id, items: judged.length, difference: totalDifference(judged) });
    }
  }
  return sheets.map(({ unit }) => ({
    unitId: unit.unitId,
    unitName: unit.authorityName,
    groupCode: unit.groupCode,
    years: found.get(unit.unitId) ?? [],
  }));
}

async function judgedOf(db: Db, actor: Actor, scope: Scope, roundId: string): Promise<Placed[]> {
  const { sheets } = await loadSheets(db, actor, scope, roundId);
  return sheets.flatMap(({ unit, set, scores }) =>
    judgedItems(set, scores).map((one) => ({ ...one, sheetId: unit.id, unitName: unit.authorityName })),
  );
}
