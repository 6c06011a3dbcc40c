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

const capacityOfSeat: Readonly<Record<TeamRole, Capacity>> = {
  head: 'head',
  deputy_head: 'member',
  secretary: 'secretary',
  member: 'member',
};

/** Whether nobody's account holds a capacity in a team: there is no such seat, or one that names a position only. */
function isVacant(team: readonly TeamSeat[], capacity: Capacity): boolean {
  const seats = team.filter((seat) => capacityOfSeat[seat.role] === capacity);
  return seats.length === 0 || seats.some((seat) => seat.accountId === null);
}

/**
 * In what capacities a person stands towards a round.
 *
 * The team acts by its seats: a seat counts for the account named in it, and for nobody else whatever their role, so that
 * the head of one team never leads another. For a seat that names no account the organiser acts, whose role reaches the
 * organising unit, until somebody is seated.
 */
export function capacitiesOf(actorId: string, reach: Reach, team: readonly TeamSeat[]): ReadonlySet<Capacity> {
  const held = new Set<Capacity>();
  for (const seat of team) if (seat.accountId === actorId) held.add(capacityOfSeat[seat.role]);
  if (reach.organiserGrants.some(({ role }) => role === 'par_officer')) {
    held.add('organiser');
    for (const capacity of ['head', 'secretary', 'member'] as const) if (isVacant(team, capacity)) held.add(capacity);
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

const leadingRoles = ['par_officer', 'inspection_head', 'inspection_secretary'] as const;
const teamRolesOfAccounts = [...leadingRoles, 'inspection_member'] as const;

/**
 * Roles an account needs one of, somewhere, to work from a seat: a head or secretary takes steps and edits the round,
 * which a member's role does not permit.
 */
export function rolesForSeat(seat: TeamRole): readonly string[] {
  return seat === 'head' || seat === 'secretary' ? leadingRoles : teamRolesOfAccounts;
}
