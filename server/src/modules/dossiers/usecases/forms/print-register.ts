// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, todayInVietnam } from '#kernel/dates';
import { longDate } from '#modules/documents';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { procedureNames } from '../../data/procedure-names.repo.ts';
import { listReceived } from '../../data/register.repo.ts';
import { composeRegister } from '../../domain/forms/compose-register.ts';
import { formRegimeOn } from '../../domain/forms/form-list.ts';
import { type FormFile, type FormFormat, formFile } from './print-form.ts';

/** More lines than this make a book of more than two hundred sheets; the period is to be divided. */
const mostRows = 2_000;

/**
 * The register of dossiers that a unit received in a period, by the circular in force on its first day.
 *
 * @throws AppError `units.not_found`, `dossiers.period_reversed`, `dossiers.register_too_long`
 */
export async function printRegister(
  db: Db,
  scope: UnitScope,
  asked: { readonly unitId: string; readonly from: Day; readonly to: Day; readonly format: FormFormat },
  now: Date = new Date(),
): Promise<FormFile> {
  const { unitId, from, to, format } = asked;
  if (from > to) throw new AppError('invalid', 'dossiers.period_reversed', { from, to });
  const unit = await getUnit(db, scope, unitId);
  const rows = await listReceived(db, asked, mostRows + 1);
  if (rows.length > mostRows) throw new AppError('invalid', 'dossiers.register_too_long', { most: mostRows });
  const names = new Map((await procedureNames(db, to)).map((one) => [one.id, one.name]));
  const dateLine = `${unit.name}, ${longDate(todayInVietnam(now))}`;
  const slip = composeRegister(
    formRegimeOn(from),
    { unitName: unit.authorityName, from, to, dateLine },
    rows.map((row) => ({ ...row, procedureName: names.get(row.procedureId) ?? '', unitName: unit.authorityName })),
  );
  return formFile(slip, format, `so-theo-doi-${unit.code}-${from}-${to}`);
}
