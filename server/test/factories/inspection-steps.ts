// SPDX-License-Identifier: Apache-2.0

import type { RoundStep, VisitStep } from '../../src/modules/inspections/domain/vocabulary.ts';
import { getRound } from '../../src/modules/inspections/usecases/rounds/get-round.ts';
import { moveRound } from '../../src/modules/inspections/usecases/rounds/move-round.ts';
import { moveVisit } from '../../src/modules/inspections/usecases/visits/move-visit.ts';
import { type Actor, systemActor } from '../../src/platform/auth/actor.ts';
import type { Db } from '../../src/platform/db/db.ts';
import { type InspectionGiven, versionOf } from './inspection.ts';

/** The units of an actor's rights. */
export const scopeOf = (actor: Actor) => ({ roots: actor.grants.map((grant) => grant.unitId) });

/** What takes a given inspection from step to step, by whoever is named, as it stands at that moment. */
export function inspectionSteps(db: Db) {
  const reading = (given: InspectionGiven, actor: Actor = systemActor) =>
    getRound(db, actor, actor === systemActor ? { roots: null } : scopeOf(actor), given.roundId, '2022-09-20');
  const take = async (
    given: InspectionGiven,
    actor: Actor,
    to: RoundStep,
    reason: string | null = null,
    paperIssuedOn: string | null = null,
  ) => moveRound(db, actor, scopeOf(actor), given.roundId, { to, reason, paperIssuedOn, version: (await reading(given)).version });
  const takeVisit = async (
    given: InspectionGiven,
    actor: Actor,
    to: VisitStep,
    reason: string | null = null,
    paperSignedOn: string | null = null,
  ) => moveVisit(db, actor, scopeOf(actor), given.visitId, { to, reason, paperSignedOn, version: await versionOf(db, given.visitId) });
  return { reading, take, takeVisit };
}

/** A conclusion as short as one can be. */
export const conclusion = {
  kind: 'conclusion' as const,
  text: 'Công tác được quan tâm.',
  reformField: null,
  cause: null,
  severity: null,
  itemId: null,
  paragraph: null,
  addressedTo: null,
};
