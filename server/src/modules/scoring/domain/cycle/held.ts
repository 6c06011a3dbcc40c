// SPDX-License-Identifier: Apache-2.0
import type { ReformField } from '#kernel/reform-fields';
import type { Grant } from '#platform/auth/actor';
import type { Capacity } from './phases.ts';

/** In what capacities somebody stands towards a round, and which fields they appraise (null is all). */
export type Held = { readonly held: ReadonlySet<Capacity>; readonly fields: readonly ReformField[] | null };

/**
 * Capacities follow from grants: an officer for reform whose grant reaches the organising unit appraises the fields of the grant, and
 * organises where it is for all fields; an officer or leader acts for each unit that the grant reaches.
 */
export function heldBy(grants: readonly Grant[], aboveOrganiser: ReadonlySet<string>, aboveUnit: ReadonlySet<string>): Held {
  const held = new Set<Capacity>();
  const own = grants.filter(({ role, unitId }) => role === 'par_officer' && aboveOrganiser.has(unitId));
  const isWhole = own.some(({ reformFields }) => reformFields === null);
  if (isWhole) held.add('organiser');
  if (own.length > 0) held.add('appraiser');
  for (const { role, unitId } of grants) if ((role === 'unit_officer' || role === 'unit_leader') && aboveUnit.has(unitId)) held.add(role);
  return { held, fields: isWhole ? null : own.flatMap(({ reformFields }) => reformFields ?? []) };
}

/**
 * The units whose sheets a person fills in as one of their own: those of rights to score that lie below the organiser. A right at the
 * organiser or above it reaches every unit of the round alike and binds to none.
 */
export function ownRoots(grants: readonly Grant[], aboveOrganiser: ReadonlySet<string>): string[] {
  const scoring = grants.filter(({ role, unitId }) => (role === 'unit_officer' || role === 'unit_leader') && !aboveOrganiser.has(unitId));
  return [...new Set(scoring.map(({ unitId }) => unitId))];
}
