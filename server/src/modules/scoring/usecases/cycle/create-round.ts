// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam, vietnameseDay } from '#kernel/dates';
import { getUnit } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { selectAbove } from '../../data/cycle/reach.repo.ts';
import { insertEvent, insertRound, type NewRound, type RoundGroup, replaceDates, updateRound } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { unitsBelow } from '../../data/cycle/units.repo.ts';
import { findSet } from '../../data/sets.repo.ts';
import { scoringDb } from '../../data/tables.ts';
import { requireAct } from '../../domain/cycle/acts.ts';
import type { PhaseDates } from '../../domain/cycle/due.ts';
import { heldBy } from '../../domain/cycle/held.ts';
import { capacityNames, phaseNames } from '../../domain/cycle/phases.ts';
import { openRound, type Scope } from './open-round.ts';

export type RoundInput = NewRound & {
  readonly groups: readonly (RoundGroup & { readonly unitIds: readonly string[] })[];
  readonly dates: readonly PhaseDates[];
};

/**
 * Opens a round: year, peer groups with the version of the criteria set that each keeps to the end, units as of a day.
 *
 * @throws AppError `units.not_found`, `scoring.not_your_part`, `scoring.round_set_unusable`, `scoring.round_unit_twice`,
 * `scoring.round_unit_unusable`, `scoring.phase_dates_reversed`
 */
export async function createRound(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  input: RoundInput,
  today: Day = todayInVietnam(),
): Promise<{ id: string }> {
  requireOrdered(input.dates);
  return inTransaction(db, async (tx) => {
    await getUnit(tx, scope, input.organisingUnitId);
    await requireOrganiser(tx, actor, input.organisingUnitId);
    await requireSets(tx, input);
    const unitIds = input.groups.flatMap((group) => group.unitIds);
    if (new Set(unitIds).size < unitIds.length) throw new AppError('invalid', 'scoring.round_unit_twice');
    const own = cycleDb(tx);
    const below = await unitsBelow(own, input.organisingUnitId, unitIds, input.asOf);
    if (below.size < unitIds.length)
      throw new AppError('invalid', 'scoring.round_unit_unusable', {
        count: unitIds.length - below.size,
        day: vietnameseDay(input.asOf),
      });
    const id = await insertRound(own, actor.name, input, today, input);
    await insertEvent(own, actor, { roundId: id, roundUnitId: null, from: null, to: 'preparing', reason: null });
    await recordAudit(tx, actor, {
      action: 'scoring.round_created',
      subject: ['scoring_round', id],
      unitId: input.organisingUnitId,
      data: {
        year: input.year,
        title: input.title,
        groups: input.groups.map(({ code, setId, unitIds: members }) => ({ code, setId, units: members.length })),
      },
    });
    return { id };
  });
}

/**
 * Sets when phases open and close; units keep their extensions.
 *
 * @throws AppError `scoring.round_not_found`, `platform.stale`, `scoring.not_your_part`, `scoring.not_in_phase`,
 * `scoring.phase_dates_reversed`
 */
export async function setDates(
  db: Db,
  actor: Actor,
  scope: Scope,
  id: string,
  input: { readonly version: number; readonly dates: readonly PhaseDates[] },
): Promise<void> {
  requireOrdered(input.dates);
  await inTransaction(db, async (tx) => {
    const { round, held } = await openRound(tx, actor, scope, id, { lock: 'round' });
    requireAct('set_dates', { held, phase: round.phase });
    if (round.version !== input.version) throw new AppError('conflict', 'platform.stale', { by: round.updatedBy, at: round.updatedAt });
    const own = cycleDb(tx);
    await replaceDates(own, id, input.dates);
    await updateRound(own, id, actor.name);
    await recordAudit(tx, actor, {
      action: 'scoring.round_dates_set',
      subject: ['scoring_round', id],
      unitId: round.organisingUnitId,
      data: { dates: input.dates },
    });
  });
}

/** The organiser's right must be held at the organising unit itself or above it; one for all fields elsewhere opens nothing here. */
async function requireOrganiser(db: Db, actor: Actor, unitId: string): Promise<void> {
  const { held } = heldBy(actor.grants, await selectAbove(cycleDb(db), unitId), new Set());
  if (!held.has('organiser'))
    throw new AppError('forbidden', 'scoring.not_your_part', { act: 'mở đợt chấm điểm', allowed: capacityNames.organiser });
}

function requireOrdered(dates: readonly PhaseDates[]): void {
  const wrong = dates.find(({ opensOn, closesOn }) => opensOn !== null && closesOn !== null && closesOn < opensOn);
  if (wrong) throw new AppError('invalid', 'scoring.phase_dates_reversed', { phase: phaseNames[wrong.phase] });
}

async function requireSets(db: Db, { groups, year }: RoundInput): Promise<void> {
  for (const group of groups) {
    const set = await findSet(scoringDb(db), group.setId);
    if (set?.state !== 'published' || set.year !== year)
      throw new AppError('invalid', 'scoring.round_set_unusable', { group: group.name, year });
  }
}
