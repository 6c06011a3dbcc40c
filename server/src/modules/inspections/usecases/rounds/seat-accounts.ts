// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { findRound, touchRound } from '../../data/rounds.repo.ts';
import { replaceSeat, type SeatCandidate, selectCandidates } from '../../data/seats.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { rolesForSeat } from '../../domain/capacities.ts';
import { requireRoundPart } from '../../domain/editing.ts';
import type { TeamRole } from '../../domain/vocabulary.ts';
import { openRound, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';

/**
 * People who could take a seat of this kind in the team of a round: accounts in use inside the scope that hold a role
 * which lets them work from it. Only the organiser fills seats, so only the organiser may look.
 *
 * @throws AppError `inspections.round_not_found`, `inspections.not_your_part`
 */
export async function listSeatCandidates(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  input: { readonly role: TeamRole; readonly search?: string | undefined; readonly limit: number },
  today: Day = todayInVietnam(),
): Promise<{ rows: SeatCandidate[] }> {
  requireCapacity(await openRound(db, actor, scope, roundId), ['organiser']);
  const roles = rolesForSeat(input.role);
  return { rows: await selectCandidates(inspectionsDb(db), scope, { roles, search: input.search, today }, input.limit) };
}

/**
 * Says whose account a seat of the team is, or with null that it is nobody's; the organiser alone decides who sits.
 *
 * @throws AppError `inspections.round_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.seat_not_found`, `inspections.account_not_for_seat`, `inspections.account_seated`, `platform.stale`
 */
export async function seatAccount(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  input: { readonly version: number; readonly seatId: string; readonly accountId: string | null },
  today: Day = todayInVietnam(),
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openRound(tx, actor, scope, roundId, { lock: true });
    requireCapacity(access, ['organiser']);
    requireRoundPart('seats', access.round.step);
    const seat = access.team.find((one) => one.id === input.seatId);
    if (!seat) throw new AppError('not_found', 'inspections.seat_not_found');
    const { accountId } = input;
    const fits =
      accountId === null ||
      accountId === seat.accountId ||
      (await selectCandidates(own, scope, { roles: rolesForSeat(seat.role), accountId, today }, 1)).length === 1;
    if (!fits) throw new AppError('invalid', 'inspections.account_not_for_seat');
    await requireSaved(await touchRound(own, roundId, input.version, actor.name), () =>
      findRound(own, { roots: null, actorId: actor.id }, roundId),
    );
    if ((await replaceSeat(own, seat.id, accountId)) === 'twice') throw new AppError('conflict', 'inspections.account_seated');
    await recordAudit(tx, actor, {
      action: 'inspections.seat_given',
      subject: ['round', roundId],
      unitId: access.round.organisingUnitId,
      data: { role: seat.role, position: seat.position, from: seat.accountId, to: accountId },
    });
  });
}
