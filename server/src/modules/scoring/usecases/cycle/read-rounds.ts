// SPDX-License-Identifier: Apache-2.0
import { type Day, todayInVietnam } from '#kernel/dates';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { countFlagged } from '../../data/cycle/evidence.repo.ts';
import { selectObjections } from '../../data/cycle/objections.repo.ts';
import { selectProgress } from '../../data/cycle/progress.repo.ts';
import { type PublicationHead, selectPublications } from '../../data/cycle/publications.repo.ts';
import { type Round, type RoundEvent, selectDates, selectEvents, selectRounds } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { countUnits, type RoundUnit, selectRoundUnits } from '../../data/cycle/units.repo.ts';
import type { CriteriaSet } from '../../domain/criteria/criteria-set.ts';
import { type Act, actsFor } from '../../domain/cycle/acts.ts';
import { type SheetCounts, sheetCounts } from '../../domain/cycle/completeness.ts';
import type { PhaseDates } from '../../domain/cycle/due.ts';
import { movesFrom, type Phase } from '../../domain/cycle/phases.ts';
import { findObstacle, type Obstacle } from './gates.ts';
import { openRound, type Scope, setsOfRound, shownDueDays } from './open-round.ts';

export type RoundHead = Round & { readonly units: number; readonly approved: number };

export type RoundUnitRow = RoundUnit & {
  readonly counts: SheetCounts;
  readonly dueOn: Day | null;
  readonly openObjections: number;
  /** Pieces of evidence that bear a sign. */
  readonly flagged: number;
};

export type RoundGroupSheet = {
  readonly code: string;
  readonly name: string;
  readonly setId: string;
  readonly setTitle: string;
  readonly certainty: CriteriaSet['certainty'];
  readonly maximum: string;
  readonly units: readonly RoundUnitRow[];
};

export type RoundSheet = {
  readonly round: Round;
  readonly dates: readonly PhaseDates[];
  readonly acts: readonly Act[];
  /** Where the organiser may take the round, and what still stands in the way. */
  readonly moves: readonly { readonly to: Phase; readonly isBack: boolean; readonly obstacle: Obstacle | null }[];
  readonly groups: readonly RoundGroupSheet[];
  readonly publications: readonly PublicationHead[];
  readonly history: readonly RoundEvent[];
};

/** Rounds that the reader reaches, latest first. */
export async function listRounds(db: Db, scope: Scope): Promise<RoundHead[]> {
  const own = cycleDb(db);
  const rounds = await selectRounds(own, scope);
  const counts = await countUnits(
    own,
    rounds.map(({ id }) => id),
  );
  return rounds.map((round) => ({ ...round, ...(counts.get(round.id) ?? { units: 0, approved: 0 }) }));
}

/**
 * A round with its dates, the acts of the reader, and the units that the reader reaches with what each has done so far.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function readRound(db: Db, actor: Actor, scope: Scope, id: string, today: Day = todayInVietnam()): Promise<RoundSheet> {
  const { round, held } = await openRound(db, actor, scope, id);
  const own = cycleDb(db);
  const acts = actsFor({ held, phase: round.phase }).filter((act) => !unitActs.has(act));
  const mayMove = acts.some((act) => act === 'move' || act === 'reopen');
  // Each counts scores of the whole round; side by side the page waits for the longer one alone.
  const [moves, groups] = await Promise.all([mayMove ? movesOf(db, round, today) : [], groupSheets(db, scope, round)]);
  return {
    round,
    dates: await selectDates(own, id),
    acts,
    moves,
    groups,
    publications: await selectPublications(own, id),
    history: await selectEvents(own, id, null),
  };
}

const unitActs: ReadonlySet<Act> = new Set(['score', 'hand_in', 'approve', 'give_back', 'lock_overdue', 'unlock', 'object']);

async function movesOf(db: Db, round: Round, today: Day): Promise<RoundSheet['moves']> {
  const moves = [];
  for (const move of movesFrom(round.phase))
    moves.push({ ...move, obstacle: move.isBack ? null : await findObstacle(db, round, move.to, today) });
  return moves;
}

async function groupSheets(db: Db, scope: Scope, round: Round): Promise<RoundGroupSheet[]> {
  const own = cycleDb(db);
  const { groups, sets } = await setsOfRound(db, round.id);
  const units = await selectRoundUnits(own, scope, round.id);
  const sheetIds = round.full ? undefined : units.map(({ id }) => id);
  const itemsOf = new Map([...sets].map(([code, { items }]) => [code, items.map(({ node }) => node)]));
  const [progress, flagged, objections] = await Promise.all([
    selectProgress(own, round.id, itemsOf, sheetIds),
    countFlagged(own, round, sheetIds),
    selectObjections(own, scope, round.id),
  ]);
  const objectionsOf = byUnit(objections);
  const phase = round.phase === 'explanation' ? 'explanation' : 'self_scoring';
  const due = await shownDueDays(
    db,
    round,
    phase,
    units.map((unit) => unit.id),
  );
  return groups.flatMap((group) => {
    const set = sets.get(group.code);
    if (!set) return [];
    const items = itemsOf.get(group.code) ?? [];
    const rows = units
      .filter(({ groupCode }) => groupCode === group.code)
      .map((unit) => {
        const made = objectionsOf.get(unit.id) ?? [];
        return {
          ...unit,
          counts: sheetCounts(items, progress.get(unit.id)),
          dueOn: due.get(unit.id) ?? null,
          openObjections: made.filter(({ answer }) => answer === null).length,
          flagged: flagged.get(unit.id) ?? 0,
        };
      });
    return [{ ...group, setTitle: set.set.title, certainty: set.set.certainty, maximum: set.set.maximum, units: rows }];
  });
}

function byUnit<R extends { readonly roundUnitId: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const own = found.get(row.roundUnitId);
    if (own) own.push(row);
    else found.set(row.roundUnitId, [row]);
  }
  return found;
}
