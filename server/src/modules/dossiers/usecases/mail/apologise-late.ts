// SPDX-License-Identifier: Apache-2.0
import type { Db } from '#platform/db/db';
import { listNewlyLate } from '../../data/late.repo.ts';
import { notifyApplicant } from './notify-applicant.ts';

const dayMs = 86_400_000;

/** Tells applicants, once for each appointment, that it was not kept; what is late for longer than two days is no news. */
export async function apologiseLate(db: Db, now: Date = new Date()): Promise<void> {
  for (const dossier of await listNewlyLate(db, new Date(now.getTime() - 2 * dayMs), now)) {
    const once = `dossiers.late:${dossier.code}:${dossier.unitId}:${Date.parse(dossier.dueAt)}`;
    await notifyApplicant(db, 'late', dossier, { once });
  }
}
