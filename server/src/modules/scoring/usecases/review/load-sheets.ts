// SPDX-License-Identifier: Apache-2.0
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { selectLatestScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { type RoundUnit, selectRoundUnits } from '../../data/cycle/units.repo.ts';
import type { Score } from '../../domain/cycle/stages.ts';
import type { CompiledSet } from '../../domain/engine/compiled-set.ts';
import { openRound, ownUnits, type RoundAccess, type Scope, setsOfRound } from '../cycle/open-round.ts';

/** A sheet of a round with its set and the latest scores of each stage. */
export type LoadedSheet = {
  readonly unit: RoundUnit;
  readonly set: CompiledSet;
  readonly scores: readonly Score[];
  /** The reader may score for the unit as one of their own, and so judges nothing of it. */
  readonly isOwn: boolean;
};

/**
 * The sheets of a round that the reader reaches.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function loadSheets(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
): Promise<RoundAccess & { readonly sheets: readonly LoadedSheet[] }> {
  const access = await openRound(db, actor, scope, roundId);
  const own = cycleDb(db);
  const { sets } = await setsOfRound(db, roundId);
  const units = await selectRoundUnits(own, scope, roundId);
  const sheetIds = access.round.full ? undefined : units.map(({ id }) => id);
  const scores = await selectLatestScores(own, roundId, sheetIds);
  const ofReader = await ownUnits(db, actor, access.round, access.held.has('appraiser') ? units.map(({ unitId }) => unitId) : []);
  const sheets = units.flatMap((unit) => {
    const set = sets.get(unit.groupCode);
    return set ? [{ unit, set, scores: scores.get(unit.id) ?? [], isOwn: ofReader.has(unit.unitId) }] : [];
  });
  return { ...access, sheets };
}
