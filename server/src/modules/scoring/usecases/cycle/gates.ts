// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import type { Db } from '#platform/db/db';
import { selectObjections } from '../../data/cycle/objections.repo.ts';
import { selectAppraised } from '../../data/cycle/progress.repo.ts';
import type { Round } from '../../data/cycle/rounds.repo.ts';
import { selectLatestScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { selectRoundUnits } from '../../data/cycle/units.repo.ts';
import { timedPhases, withTimeLeft } from '../../domain/cycle/due.ts';
import { type Phase, phaseNames } from '../../domain/cycle/phases.ts';
import { isScoredAt } from '../../domain/cycle/stages.ts';
import { unsettledItems } from '../../domain/cycle/unsettled.ts';
import { runningDueDays, setsOfRound } from './open-round.ts';

const everywhere = { roots: null };

/** What stands in the way of a phase: the refusal that somebody meets who tries, and whether a written reason takes the round past it. */
export type Obstacle = { readonly refusal: AppError; readonly yieldsToReason: boolean };

/**
 * What still keeps a round from going on to a phase; null where nothing does. `scoring.units_not_ready`,
 * `scoring.items_not_appraised` and `scoring.objections_open` hold; `scoring.items_unsettled` and `scoring.time_left` yield to a reason.
 */
export async function findObstacle(db: Db, round: Round, to: Phase, today: Day): Promise<Obstacle | null> {
  const holding = await findHolding(db, round, to);
  if (holding) return { refusal: holding, yieldsToReason: false };
  const yielding = to === 'published' ? await notSettled(db, round) : await notOver(db, round, today);
  return yielding && { refusal: yielding, yieldsToReason: true };
}

async function findHolding(db: Db, round: Round, to: Phase): Promise<AppError | null> {
  if (to === 'appraisal') return notApproved(db, round);
  if (to === 'explanation') return notAppraised(db, round);
  if (to === 'council') return (await notAnswered(db, round)) ?? notFollowed(db, round);
  return null;
}

async function notApproved(db: Db, round: Round): Promise<AppError | null> {
  const waiting = (await selectRoundUnits(cycleDb(db), everywhere, round.id)).filter(({ state }) => state !== 'approved');
  if (waiting.length === 0) return null;
  return new AppError('conflict', 'scoring.units_not_ready', { count: waiting.length, example: waiting[0]?.authorityName ?? '' });
}

async function notAppraised(db: Db, round: Round): Promise<AppError | null> {
  const own = cycleDb(db);
  const { sets } = await setsOfRound(db, round.id);
  const appraised = await selectAppraised(own, round.id, 'appraised_1');
  const open = (await selectRoundUnits(own, everywhere, round.id)).map((unit) => {
    const done = appraised.get(unit.id);
    const items = sets.get(unit.groupCode)?.items ?? [];
    return {
      unit,
      count: items.filter(({ node }) => isScoredAt(node, 'appraised_1') && !done?.has(node.code)).length,
    };
  });
  const waiting = open.filter(({ count }) => count > 0);
  if (waiting.length === 0) return null;
  return new AppError('conflict', 'scoring.items_not_appraised', {
    count: waiting.reduce((sum, { count }) => sum + count, 0),
    units: waiting.length,
    example: waiting[0]?.unit.authorityName ?? '',
  });
}

async function notAnswered(db: Db, round: Round): Promise<AppError | null> {
  const open = (await selectObjections(cycleDb(db), everywhere, round.id)).filter(({ answer }) => answer === null);
  if (open.length === 0) return null;
  return new AppError('conflict', 'scoring.objections_open', {
    count: open.length,
    example: `${open[0]?.unitName ?? ''}, mục ${open[0]?.itemCode ?? ''}`,
  });
}

/** Items whose objection was accepted and that nobody has appraised again since. */
async function notFollowed(db: Db, round: Round): Promise<AppError | null> {
  const own = cycleDb(db);
  const appraised = await selectAppraised(own, round.id, 'appraised_2');
  const accepted = (await selectObjections(own, everywhere, round.id)).filter(({ accepted: isAccepted }) => isAccepted === true);
  const waiting = new Map(
    accepted
      .filter(({ roundUnitId, itemCode, appraisedSince }) => !appraisedSince || !appraised.get(roundUnitId)?.has(itemCode))
      .map((one) => [`${one.roundUnitId} ${one.itemCode}`, one]),
  );
  const [first] = waiting.values();
  if (!first) return null;
  const units = new Set([...waiting.values()].map(({ roundUnitId }) => roundUnitId));
  return new AppError('conflict', 'scoring.items_not_appraised', { count: waiting.size, units: units.size, example: first.unitName });
}

/** Units that may still score or explain themselves, by the last day of the phase or their extension. */
async function notOver(db: Db, round: Round, today: Day): Promise<AppError | null> {
  if (!timedPhases.has(round.phase)) return null;
  const units = await selectRoundUnits(cycleDb(db), everywhere, round.id);
  const days = await runningDueDays(
    db,
    round,
    units.map(({ id }) => id),
  );
  const left: readonly { readonly authorityName: string; readonly due: Day | null }[] =
    days === 'uncounted'
      ? units.map((unit) => ({ ...unit, due: null }))
      : withTimeLeft(
          units.map((unit) => ({ ...unit, due: days.get(unit.id) ?? null })),
          today,
        );
  const [first] = left;
  if (!first) return null;
  return new AppError('conflict', 'scoring.time_left', {
    phase: phaseNames[round.phase],
    count: left.length,
    example: first.authorityName,
    due: first.due === null ? '(chưa tính được vì lịch làm việc chưa xác nhận)' : vietnameseDay(first.due),
  });
}

/** Items that would count nothing without anybody having said so: no survey was read in, the council has not decided. */
async function notSettled(db: Db, round: Round): Promise<AppError | null> {
  const own = cycleDb(db);
  const { sets } = await setsOfRound(db, round.id);
  const scores = await selectLatestScores(own, round.id);
  const waiting = (await selectRoundUnits(own, everywhere, round.id))
    .map((unit) => {
      const items = (sets.get(unit.groupCode)?.items ?? []).map(({ node }) => node);
      return { unit, items: unsettledItems(items, scores.get(unit.id) ?? []) };
    })
    .filter(({ items }) => items.length > 0);
  const [first] = waiting;
  if (!first) return null;
  const items = waiting.flatMap((one) => one.items);
  return new AppError('conflict', 'scoring.items_unsettled', {
    count: items.length,
    units: waiting.length,
    survey: items.filter(({ method }) => method === 'survey').length,
    leader: items.filter(({ method }) => method === 'leader').length,
    example: `${first.unit.authorityName}, mục ${first.items[0]?.code ?? ''}`,
  });
}
