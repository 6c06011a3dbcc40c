// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { todayInVietnam, vietnameseDay } from '#kernel/dates';
import { versionOn } from '#modules/procedures';
import { getUnitInForce } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { requireApplicantNumbers } from '../../domain/desk/applicant-numbers.ts';
import { type HandedPaper, keptPapers } from './check-papers.ts';
import type { ApplicantGiven } from './enter-dossier.ts';

export type Reception = {
  readonly unitId: string;
  readonly procedureId: string;
  /** National channel code: 1 at the desk, 2 online, 3 by post. */
  readonly channel: number;
  readonly applicant: ApplicantGiven;
  readonly subject?: string | null | undefined;
  readonly papers: readonly HandedPaper[];
  /** Made by the sender for each dossier: sent again after a lost answer, it enters no second one. */
  readonly requestId?: string | undefined;
};

export type Received = { readonly code: string; readonly dueAt: string | null };

/**
 * What receiving a dossier and turning it away check first, and what both write of it.
 *
 * @throws AppError `units.not_found`, `units.not_in_force`, `dossiers.procedure_not_in_force`, `dossiers.paper_unknown`, what
 * `requireApplicantNumbers` refuses
 */
export async function beginEntry(db: Db, scope: UnitScope, asked: Reception, now: Date) {
  requireApplicantNumbers(asked.applicant);
  const day = todayInVietnam(now);
  const unit = await getUnitInForce(db, scope, asked.unitId, day);
  const version = await versionOn(db, asked.procedureId, day);
  if (!version) throw new AppError('invalid', 'dossiers.procedure_not_in_force', { day: vietnameseDay(day) });
  const papers = keptPapers(version, asked.papers);
  const { channel, applicant, subject = null } = asked;
  return { unit, version, day, at: now, channel, origin: 1, applicant, subject, papers } as const;
}
