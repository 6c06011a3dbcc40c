// SPDX-License-Identifier: Apache-2.0
import type { ReformField } from '#kernel/reform-fields';
import type { Capacity } from './steps.ts';
import type { TeamRole } from './vocabulary.ts';

/** A team member as far as rights are concerned. */
export type TeamSeat = { readonly role: TeamRole; readonly accountId: string | null; readonly reformFields: readonly ReformField[] };

/** A role granted to the actor at some unit; `role` is one of the house's roles. */
export type HeldGrant = { readonly role: string; readonly reformFields: readonly ReformField[] | null };

/** Where the actor's grants reach: those whose unit lies at or above the organiser, and those at or above an inspected unit. */
export type Reach = { readonly organiserGrants: readonly HeldGrant[]; readonly inspectedGrants: readonly HeldGrant[] };

const seatOf: Readonly<Record<'inspection_head' | 'inspection_secretary' | 'inspection_member', TeamRole>> = {
  inspection_head: 'head',
  inspection_secretary: 'secretary',
  inspection_member: 'member',
};

const capacityOfSeat: Readonly<Record<TeamRole, Capacity>> = {
  head: 'head',
  deputy_head: 'member',
  secretary: 'secretary',
  member: 'member',
};

/**
 * In what capacities a person stands towards a round.
 *
 * A seat in the team counts by the account named in it. Where a seat names no account (a position only), the role granted
 * at the organiser or above stands in for it; where every seat of that kind names somebody else, the role alone gives nothing.
 */
export function capacitiesOf(actorId: string, reach: Reach, team: readonly TeamSeat[]): ReadonlySet<Capacity> {
  const held = new Set<Capacity>();
  for (const seat of team) if (seat.accountId === actorId) held.add(capacityOfSeat[seat.role]);
  for (const { role } of reach.organiserGrants) {
    if (role === 'par_officer') held.add('organiser');
    if (role !== 'inspection_head' && role !== 'inspection_secretary' && role !== 'inspection_member') continue;
    const seats = team.filter((seat) => capacityOfSeat[seat.role] === seatOf[role]);
    if (seats.length === 0 || seats.some((seat) => seat.accountId === null)) held.add(capacityOfSeat[seatOf[role]]);
  }
  for (const { role } of reach.inspectedGrants) if (role === 'unit_officer' || role === 'unit_leader') held.add(role);
  return held;
}

/**
 * The reform fields whose checklist items a person may answer; null is all.
 * Head, secretary and organiser answer for all; a member for the fields of the own seat, else of the granted role.
 */
export function answerableFields(
  actorId: string,
  reach: Reach,
  team: readonly TeamSeat[],
  held: ReadonlySet<Capacity>,
): readonly ReformField[] | null {
  if (held.has('organiser') || held.has('head') || held.has('secretary')) return null;
  const own = team.filter((seat) => seat.accountId === actorId).flatMap((seat) => seat.reformFields);
  if (own.length > 0) return own;
  const grants = reach.organiserGrants.filter((grant) => grant.role === 'inspection_member');
  if (!held.has('member')) return [];
  return grants.some((grant) => grant.reformFields === null) ? null : grants.flatMap((grant) => grant.reformFields ?? []);
}
