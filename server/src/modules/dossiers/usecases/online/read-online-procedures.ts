// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam, vietnameseDay } from '#kernel/dates';
import { competentUnits, listOnlineProcedures, onlineLevelOn, type Paper, type ProcedureVersion, versionOn } from '#modules/procedures';
import type { Db } from '#platform/db/db';

/** What a citizen reads of a procedure before handing in a dossier. */
export type OnlineProcedure = Pick<
  ProcedureVersion,
  'code' | 'name' | 'sectorName' | 'limit' | 'limitText' | 'feeAmount' | 'feeText' | 'mark'
> & { readonly id: string };

export type OnlineProcedureSheet = OnlineProcedure & {
  readonly papers: readonly Pick<Paper, 'code' | 'name' | 'originals' | 'copies' | 'condition'>[];
  /** Those that take the dossier, by name. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
};

/** Procedures whose dossiers are taken online today; public, so without a scope. */
export async function findOnlineProcedures(
  db: Db,
  asked: { readonly search?: string | undefined; readonly limit: number },
  day: Day = todayInVietnam(),
): Promise<{ rows: readonly OnlineProcedure[]; total: number }> {
  return listOnlineProcedures(db, { ...asked, day });
}

/**
 * One procedure with its papers and the units that take it; public, so without a scope.
 *
 * @throws AppError `dossiers.procedure_not_in_force`, `dossiers.not_online`
 */
export async function getOnlineProcedure(db: Db, id: string, day: Day = todayInVietnam()): Promise<OnlineProcedureSheet> {
  const version = await versionOn(db, id, day);
  if (!version) throw new AppError('invalid', 'dossiers.procedure_not_in_force', { day: vietnameseDay(day) });
  const online = await onlineLevelOn(db, id, day);
  if (!online?.canSubmit) throw new AppError('conflict', 'dossiers.not_online', { day: vietnameseDay(day) });
  return { ...version, id, units: await competentUnits(db, id, day) };
}
