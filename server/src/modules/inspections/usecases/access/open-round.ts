// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import type { ReformField } from '#kernel/reform-fields';
import { type Actor, systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { selectReach } from '../../data/references.repo.ts';
import { findRound, lockRound, type Reader, type Round } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { selectTeam, type TeamMember } from '../../data/team.repo.ts';
import { findVisit, selectVisits, type Visit, visitsWithin } from '../../data/visits.repo.ts';
import { answerableFields, capacitiesOf, type Reach } from '../../domain/capacities.ts';
import { type Capacity, capacities, capacityNames } from '../../domain/steps.ts';

export type Scope = Pick<UnitScope, 'roots'>;

/** A round as one person meets it: what they see of it and in what capacities they act. */
export type RoundAccess = {
  readonly round: Round;
  readonly team: readonly TeamMember[];
  /** The visits that the person sees. */
  readonly visits: readonly Visit[];
  readonly held: ReadonlySet<Capacity>;
  /** Reform fields whose checklist items the person answers; null is all. */
  readonly fields: readonly ReformField[] | null;
};

export type VisitAccess = RoundAccess & { readonly visit: Visit };

type Options = { readonly lock?: boolean };

/**
 * A round that the person may see: of the own subtree, of the own team, or one that visits an own unit.
 *
 * @throws AppError `inspections.round_not_found`
 */
export async function openRound(db: Db, actor: Actor, scope: Scope, id: string, { lock = false }: Options = {}): Promise<RoundAccess> {
  const access = await findAccess(db, actor, scope, id, lock);
  if (!access) throw new AppError('not_found', 'inspections.round_not_found');
  return access;
}

/**
 * The inspection of one unit. Whoever sees the round only through the own units sees no other unit's visit.
 *
 * @throws AppError `inspections.visit_not_found`
 */
export async function openVisit(db: Db, actor: Actor, scope: Scope, id: string, options: Options = {}): Promise<VisitAccess> {
  const found = await findVisit(inspectionsDb(db), id);
  const access = found && (await findAccess(db, actor, scope, found.roundId, options.lock ?? false));
  const visit = access?.visits.find((one) => one.id === id);
  if (!access || !visit) throw new AppError('not_found', 'inspections.visit_not_found');
  return { ...access, visit, ...(await capacitiesAt(db, actor, access.round, access.team, [visit])) };
}

/** @throws AppError `inspections.not_your_part` where the person holds none of the capacities */
export function requireCapacity(access: Pick<RoundAccess, 'held'>, allowed: readonly Capacity[]): void {
  if (!allowed.some((capacity) => access.held.has(capacity)))
    throw new AppError('forbidden', 'inspections.not_your_part', {
      allowed: allowed.map((capacity) => capacityNames[capacity]).join(', '),
    });
}

async function findAccess(db: Db, actor: Actor, scope: Scope, id: string, lock: boolean): Promise<RoundAccess | undefined> {
  const own = inspectionsDb(db);
  const reader: Reader = { roots: scope.roots, actorId: actor.id };
  if (lock && (await findRound(own, reader, id))) await lockRound(own, id);
  const round = await findRound(own, reader, id);
  if (!round) return undefined;
  const team = await selectTeam(own, id);
  const within = await selectVisits(own, round.full ? { roots: null } : scope, id);
  const told = round.full
    ? null
    : await ownVisits(
        db,
        scope,
        within.map((visit) => visit.id),
      );
  const visits = within.filter((visit) => told === null || told.has(visit.id));
  return { round, team, visits, ...(await capacitiesAt(db, actor, round, team, visits)) };
}

async function capacitiesAt(
  db: Db,
  actor: Actor,
  round: Round,
  team: readonly TeamMember[],
  visits: readonly Visit[],
): Promise<Pick<RoundAccess, 'held' | 'fields'>> {
  if (actor === systemActor) return { held: new Set(capacities), fields: null };
  const holders = actor.grants.map((grant) => grant.unitId);
  const pairs = await selectReach(inspectionsDb(db), holders, [round.organisingUnitId, ...visits.map((visit) => visit.unitId)]);
  const reaches = (unitId: string, targets: readonly string[]): boolean =>
    pairs.some((pair) => pair.ancestorId === unitId && targets.includes(pair.descendantId));
  const reach: Reach = {
    organiserGrants: actor.grants.filter((grant) => reaches(grant.unitId, [round.organisingUnitId])),
    inspectedGrants: actor.grants.filter((grant) =>
      reaches(
        grant.unitId,
        visits.map((visit) => visit.unitId),
      ),
    ),
  };
  const held = capacitiesOf(actor.id, reach, team);
  return { held, fields: answerableFields(actor.id, reach, team, held) };
}

/** Which of the visits lie in the subtrees of a scope and are known to their units. */
export async function ownVisits(db: Db, scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return visitsWithin(inspectionsDb(db), scope, ids);
}
