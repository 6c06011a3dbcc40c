// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { Day } from '#kernel/dates';
import { addWorkingDays, loadWorkingCalendar } from '#modules/calendar';
import { listOwnGrants } from '#modules/identity';
import { type Actor, systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { selectAbove, selectBelow } from '../../data/cycle/reach.repo.ts';
import { findRound, lockRound, type Round, type RoundGroup, selectDates, selectGroups } from '../../data/cycle/rounds.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { findRoundUnit, type RoundUnit, selectExtensions } from '../../data/cycle/units.repo.ts';
import { findSet } from '../../data/sets.repo.ts';
import { scoringDb } from '../../data/tables.ts';
import { dueDay } from '../../domain/cycle/due.ts';
import { type Held, heldBy, ownRoots } from '../../domain/cycle/held.ts';
import { capacities, type Phase } from '../../domain/cycle/phases.ts';
import { compileSet } from '../../domain/engine/compile-set.ts';
import type { CompiledSet } from '../../domain/engine/compiled-set.ts';

export type Scope = Pick<UnitScope, 'roots'>;
export type RoundAccess = Held & { readonly round: Round };
/** `isOwn` where the person may score for the unit as one of their own, and so judges nothing of it. */
export type SheetAccess = RoundAccess & { readonly unit: RoundUnit; readonly isOwn: boolean };
type Options = { readonly lock?: 'round' | 'unit' };

const everything: Held = { held: new Set(capacities), fields: null };

/**
 * A round that the person may see, with the capacities in which they act in it.
 *
 * @throws AppError `scoring.round_not_found`
 */
export async function openRound(db: Db, actor: Actor, scope: Scope, id: string, { lock }: Options = {}): Promise<RoundAccess> {
  const own = cycleDb(db);
  if (lock === 'round') await lockRound(own, id, 'update');
  const round = await findRound(own, scope, id);
  if (!round) throw new AppError('not_found', 'scoring.round_not_found');
  if (actor === systemActor) return { round, ...everything };
  return { round, ...heldBy(actor.grants, await selectAbove(own, round.organisingUnitId), new Set()) };
}

/**
 * The score sheet of one unit in a round. With `lock: 'unit'` nobody else changes the sheet, and the round stays in its phase, until
 * the transaction ends.
 *
 * @throws AppError `scoring.round_unit_not_found`
 */
export async function openSheet(db: Db, actor: Actor, scope: Scope, id: string, { lock }: Options = {}): Promise<SheetAccess> {
  const own = cycleDb(db);
  const seen = await findRoundUnit(own, scope, id);
  if (!seen) throw new AppError('not_found', 'scoring.round_unit_not_found');
  if (lock) await lockRound(own, seen.roundId, 'share');
  const unit = lock ? await findRoundUnit(own, scope, id, { lock: true }) : seen;
  const round = await findRound(own, scope, seen.roundId);
  if (!round || !unit) throw new AppError('not_found', 'scoring.round_unit_not_found');
  if (actor === systemActor) return { round, unit, isOwn: false, ...everything };
  const [aboveOrganiser, aboveUnit] = [await selectAbove(own, round.organisingUnitId), await selectAbove(own, unit.unitId)];
  const access = heldBy(actor.grants, aboveOrganiser, aboveUnit);
  const isOwn = access.held.has('appraiser') && (await ownUnits(db, actor, round, [unit.unitId])).has(unit.unitId);
  return { round, unit, isOwn, ...access };
}

/**
 * Of some units of a round, those that the person may score for as one of their own (see `ownRoots`), in whatever position: working in
 * another one does not make anybody a judge of their own unit.
 */
export async function ownUnits(
  db: Db,
  actor: Actor,
  round: Pick<Round, 'organisingUnitId'>,
  unitIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (actor === systemActor) return new Set();
  const own = cycleDb(db);
  const grants = [...actor.grants, ...(await listOwnGrants(db, actor.id))];
  return selectBelow(own, ownRoots(grants, await selectAbove(own, round.organisingUnitId)), unitIds);
}

/** The set that a group of a round counts by; published sets never change. */
export async function loadSet(db: Db, setId: string): Promise<CompiledSet> {
  const stored = await findSet(scoringDb(db), setId);
  if (!stored) throw new AppError('not_found', 'scoring.set_not_found');
  return compileSet(stored.content);
}

/** The set of the group that a sheet belongs to. */
export async function setOfSheet(db: Db, { round, unit }: Pick<SheetAccess, 'round' | 'unit'>): Promise<CompiledSet> {
  const group = (await selectGroups(cycleDb(db), round.id)).find(({ code }) => code === unit.groupCode);
  return loadSet(db, group?.setId ?? '');
}

/** The sets of all groups of a round, by code of the group. */
export async function setsOfRound(
  db: Db,
  roundId: string,
): Promise<{ readonly groups: readonly RoundGroup[]; readonly sets: ReadonlyMap<string, CompiledSet> }> {
  const groups = await selectGroups(cycleDb(db), roundId);
  const sets = new Map<string, CompiledSet>();
  for (const { code, setId } of groups) sets.set(code, await loadSet(db, setId));
  return { groups, sets };
}

/** The same for a page that shows them: a coming year without confirmed calendar leaves the day open instead of closing the page. */
export async function shownDueDays(...asked: Parameters<typeof dueDays>): Promise<ReadonlyMap<string, Day | null>> {
  return dueDays(...asked).catch((error: unknown) => {
    if (error instanceof AppError && error.code.startsWith('calendar.')) return new Map<string, Day | null>();
    throw error;
  });
}

/**
 * The last day of a phase for one sheet, as far as it is known on a day: where the working days run into a coming year whose calendar is
 * not confirmed, the time is not over yet, whatever day it will end on.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft` where the calendar of the day's own year is not confirmed
 */
export async function lastDayOf(
  db: Db,
  round: Pick<Round, 'id' | 'phase' | 'phaseSince'>,
  phase: Phase,
  roundUnitId: string,
  today: Day,
): Promise<Day | null> {
  const days = await dueDays(db, round, phase, [roundUnitId]).catch((error: unknown) => {
    if (error instanceof AppError && error.code.startsWith('calendar.') && String(error.params['year']) > today.slice(0, 4)) return null;
    throw error;
  });
  return days?.get(roundUnitId) ?? null;
}

/** The last days of the phase in which a round stands; 'uncounted' where they run into a year whose calendar is not confirmed. */
export async function runningDueDays(
  db: Db,
  round: Pick<Round, 'id' | 'phase' | 'phaseSince'>,
  roundUnitIds: readonly string[],
): Promise<ReadonlyMap<string, Day | null> | 'uncounted'> {
  return dueDays(db, round, round.phase, roundUnitIds).catch((error: unknown) => {
    if (error instanceof AppError && error.code.startsWith('calendar.')) return 'uncounted' as const;
    throw error;
  });
}

/**
 * The last day of a phase for some sheets of a round.
 *
 * @throws AppError `calendar.year_missing`, `calendar.year_draft` where the calendar of that time is not confirmed yet
 */
async function dueDays(
  db: Db,
  round: Pick<Round, 'id' | 'phase' | 'phaseSince'>,
  phase: Phase,
  roundUnitIds: readonly string[],
): Promise<ReadonlyMap<string, Day | null>> {
  const own = cycleDb(db);
  const dates = await selectDates(own, round.id);
  const extensions = await selectExtensions(own, roundUnitIds);
  const counts = dates.some((one) => one.phase === phase && one.workingDays !== null) && round.phase === phase;
  const calendar = counts ? await loadWorkingCalendar(db) : undefined;
  const add = (from: Day, count: number): Day => (calendar ? addWorkingDays(calendar, from, count) : from);
  return new Map(roundUnitIds.map((id) => [id, dueDay(phase, round, dates, extensions.get(id) ?? [], add)]));
}
