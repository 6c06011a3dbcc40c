// SPDX-License-Identifier: Apache-2.0
import { systemActor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { DomainEvent } from '#platform/events/outbox';
import { findRound, lockRound } from '../../data/rounds.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { recordMove, takeStep } from './move-round.ts';

const reason = 'Một kiến nghị của đợt được mở lại';

/**
 * A closed round goes back to its remediation when one of its recommendations is opened again: a round is closed only
 * while nothing of it is open. Safe to run twice.
 */
export async function reopenRound(db: Db, { payload }: DomainEvent): Promise<void> {
  const { originModule, originId, to } = payload;
  if (originModule !== 'inspections' || typeof originId !== 'string' || to !== 'open') return;
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    await lockRound(own, originId);
    const round = await findRound(own, { roots: null, actorId: systemActor.id }, originId);
    if (round?.step !== 'closed') return;
    await takeStep(tx, systemActor, round, 'remediation', reason);
    await recordMove(tx, systemActor, round, 'remediation', reason);
  });
}
