// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { selectUnits } from '../../data/references.repo.ts';
import { findRound, touchRound } from '../../data/rounds.repo.ts';
import { selectCandidates } from '../../data/seats.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { replaceTeam, type TeamMember, type TeamMemberValues } from '../../data/team.repo.ts';
import { rolesForSeat } from '../../domain/capacities.ts';
import { requireRoundPart } from '../../domain/editing.ts';
import { teamBlocker } from '../../domain/step-gates.ts';
import { refusalOf } from '../../domain/steps.ts';
import { isAtLeast } from '../../domain/vocabulary.ts';
import { openRound, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';

/**
 * Replaces the team of a round; who leaves stays in the history. Once announced, it never lacks head or secretary. The
 * head may change positions and fields, but whose accounts the seats are is the organiser's to say.
 *
 * @throws AppError `inspections.round_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.seats_by_organiser`, `inspections.account_seated`, `inspections.account_not_for_seat`, `inspections.unit_unknown`, `inspections.team_head`, `inspections.team_secretary`, `platform.stale`
 */
export async function setTeam(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  input: { readonly version: number; readonly members: readonly TeamMemberValues[] },
  today: Day = todayInVietnam(),
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openRound(tx, actor, scope, roundId, { lock: true });
    requireCapacity(access, ['organiser', 'head']);
    requireRoundPart('team', access.round.step);
    const blocker = isAtLeast(access.round.step, 'announced') ? teamBlocker(input.members) : null;
    if (blocker) throw refusalOf(blocker);
    if (!access.held.has('organiser') && linksOf(access.team) !== linksOf(input.members))
      throw new AppError('forbidden', 'inspections.seats_by_organiser');
    await requireFitting(tx, scope, access.team, input.members, today);
    const units = [...new Set(input.members.flatMap((member) => member.unitId ?? []))];
    if ((await selectUnits(own, { roots: null }, units)).size !== units.length) throw new AppError('invalid', 'inspections.unit_unknown');
    await requireSaved(await touchRound(own, roundId, input.version, actor.name), () =>
      findRound(own, { roots: null, actorId: actor.id }, roundId),
    );
    await replaceTeam(own, roundId, input.members);
    await recordAudit(tx, actor, {
      action: 'inspections.team_set',
      subject: ['round', roundId],
      unitId: access.round.organisingUnitId,
      data: { from: access.team, to: input.members },
    });
  });
}

type Seat = Pick<TeamMember, 'role' | 'accountId'>;

/** Who sits where, in a form that compares. */
const linksOf = (team: readonly Seat[]): string =>
  team
    .flatMap(({ role, accountId }) => (accountId === null ? [] : [`${accountId} ${role}`]))
    .sort()
    .join();

/** Each account once, and every newly named one able to work from its seat; who sits there already stays. */
async function requireFitting(db: Db, scope: Scope, before: readonly Seat[], after: readonly Seat[], today: Day): Promise<void> {
  const accounts = after.flatMap(({ accountId }) => accountId ?? []);
  if (new Set(accounts).size !== accounts.length) throw new AppError('conflict', 'inspections.account_seated');
  for (const { role, accountId } of after) {
    if (accountId === null || before.some((seat) => seat.accountId === accountId && seat.role === role)) continue;
    const found = await selectCandidates(inspectionsDb(db), scope, { roles: rolesForSeat(role), accountId, today }, 1);
    if (found.length === 0) throw new AppError('invalid', 'inspections.account_not_for_seat');
  }
}
