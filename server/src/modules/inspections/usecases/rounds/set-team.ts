// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { selectUnits } from '../../data/references.repo.ts';
import { findRound, touchRound } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { countAccounts, replaceTeam, type TeamMemberValues } from '../../data/team.repo.ts';
import { requireRoundPart } from '../../domain/editing.ts';
import { teamBlocker } from '../../domain/step-gates.ts';
import { refusalOf } from '../../domain/steps.ts';
import { isAtLeast } from '../../domain/vocabulary.ts';
import { openRound, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';

/**
 * Replaces the team of a round; who leaves stays in the history. Once announced, it never lacks head or secretary.
 *
 * @throws AppError `inspections.round_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.account_unknown`, `inspections.unit_unknown`, `inspections.team_head`, `inspections.team_secretary`, `platform.stale`
 */
export async function setTeam(
  db: Db,
  actor: Actor,
  scope: Scope,
  roundId: string,
  input: { readonly version: number; readonly members: readonly TeamMemberValues[] },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openRound(tx, actor, scope, roundId, { lock: true });
    requireCapacity(access, ['organiser', 'head']);
    requireRoundPart('team', access.round.step);
    const blocker = isAtLeast(access.round.step, 'announced') ? teamBlocker(input.members) : null;
    if (blocker) throw refusalOf(blocker);
    const accounts = [...new Set(input.members.flatMap((member) => member.accountId ?? []))];
    if (accounts.length !== input.members.filter((member) => member.accountId !== null).length)
      throw new AppError('invalid', 'inspections.account_unknown');
    if ((await countAccounts(own, accounts)) !== accounts.length) throw new AppError('invalid', 'inspections.account_unknown');
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
