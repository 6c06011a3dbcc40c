// SPDX-License-Identifier: Apache-2.0
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type AlikeDossier, listAlike } from '../../data/alike.repo.ts';
import { dossiersDb } from '../../data/tables.ts';

type Asked = {
  readonly unitId: string;
  readonly procedureId: string;
  readonly applicant: { readonly name: string; readonly identityNumber?: string | null | undefined };
};

const days = 30;
const most = 3;

/**
 * Dossiers that the same person has handed in for the same procedure at the unit in the last thirty days, so that a desk sees before
 * it receives one twice; at most three, newest first. Refused ones do not count.
 *
 * @throws AppError `units.not_found`
 */
export async function findAlike(
  db: Db,
  scope: UnitScope,
  { unitId, procedureId, applicant }: Asked,
  now: Date = new Date(),
): Promise<AlikeDossier[]> {
  await getUnit(db, scope, unitId);
  const identityNumber = applicant.identityNumber?.replace(/\s/g, '').toUpperCase() || null;
  const since = new Date(now.getTime() - days * 86_400_000);
  return listAlike(dossiersDb(db), { unitId, procedureId, identityNumber, name: applicant.name.trim(), since }, most);
}
