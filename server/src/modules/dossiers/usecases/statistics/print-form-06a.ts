// SPDX-License-Identifier: Apache-2.0
import { todayInVietnam } from '#kernel/dates';
import { longDate } from '#modules/documents';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { writtenMoment } from '../../domain/forms/written.ts';
import { composeForm06a } from '../../domain/statistics/compose-form-06a.ts';
import { type FormFile, type FormFormat, formFile } from '../forms/print-form.ts';
import { readStatistics, type StatisticQuestion } from './read-statistics.ts';

/**
 * Form II.06a/VPCP/KSTT of a unit and a period as Word file or PDF, one row a sector.
 *
 * @throws AppError as `readStatistics`
 */
export async function printForm06a(
  db: Db,
  scope: UnitScope,
  question: Omit<StatisticQuestion, 'by'>,
  format: FormFormat,
  now: Date = new Date(),
): Promise<FormFile> {
  const { from, to } = question;
  const unit = await getUnit(db, scope, question.unitId);
  const { rows, total, countedAt, someGenerated } = await readStatistics(db, scope, { ...question, by: 'sector' }, now);
  const dateLine = `${unit.name}, ${longDate(todayInVietnam(now))}`;
  const asked = { agency: unit.authorityName, from, to, dateLine, countedAt: writtenMoment(countedAt), someGenerated };
  return formFile(composeForm06a(asked, rows, total), format, `Bieu II.06a ${unit.name} ${from} ${to}`);
}
