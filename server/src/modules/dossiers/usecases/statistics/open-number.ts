// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day } from '#kernel/dates';
import { getUnit } from '#modules/units';
import type { Db } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { type DossierCursor, type ListedDossier, type ListedMeasure, listCounted, listedMeasures } from '../../data/dossier-list.repo.ts';
import { procedureNames } from '../../data/procedure-names.repo.ts';
import { cursorText, readCursor } from '../../domain/page-cursor.ts';
import { isPeriod } from '../../domain/statistics/period.ts';
import { unitsRightBelow } from './units-right-below.ts';

export { listedMeasures };

/** Which number is opened: the question of the statistics and the measure of its column. */
export type NumberOpened = {
  readonly unitId: string;
  readonly from: Day;
  readonly to: Day;
  readonly measure: ListedMeasure;
  readonly procedureId?: string | undefined;
  readonly sectorId?: string | undefined;
  readonly channel?: number | undefined;
  /** Only what no unit right below counts: the row of the unit itself. */
  readonly own?: boolean | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

export type OpenedNumber = { readonly rows: (ListedDossier & { readonly procedureName: string })[]; readonly next: string | null };

/**
 * The dossiers that a number of the statistics counts, newest first, a page at a time; `next` continues after the page.
 *
 * @throws AppError `units.not_found`, `dossiers.period_reversed`, `dossiers.page_unknown`
 */
export async function openNumber(db: Db, scope: UnitScope, opened: NumberOpened, now: Date = new Date()): Promise<OpenedNumber> {
  const { from, to, limit } = opened;
  if (!isPeriod(from, to)) throw new AppError('invalid', 'dossiers.period_reversed', { from, to });
  const after = cursorOf(opened.after);
  await getUnit(db, scope, opened.unitId);
  const names = await procedureNames(db, to);
  const procedureIds = opened.procedureId
    ? [opened.procedureId]
    : opened.sectorId
      ? names.filter((name) => name.sectorId === opened.sectorId).map((name) => name.id)
      : null;
  const { unitId, measure } = opened;
  const exceptUnitIds = opened.own ? [...(await unitsRightBelow(db, unitId, [from, to])).keys()] : [];
  const filter = {
    unitId,
    exceptUnitIds,
    measure,
    from,
    until: addDays(to, 1),
    procedureIds,
    channels: opened.channel ? [opened.channel] : [1, 2, 3],
  };
  const rows = await listCounted(db, { ...filter, now: now.toISOString() }, after, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const known = new Map(names.map((name) => [name.id, name.name]));
  return {
    rows: page.map((row) => ({ ...row, procedureName: known.get(row.procedureId) ?? '' })),
    next: rows.length > limit && last ? cursorText(last) : null,
  };
}

/** Before any dossier, and within what days can be counted from. */
const earliest = '1900';

/** A page that begins with a moment: every dossier of a number has one. */
function cursorOf(after: string | undefined): DossierCursor | null {
  const cursor = readCursor(after);
  if (cursor === null) return null;
  const { moment, code } = cursor;
  if (moment === null || moment < earliest) throw new AppError('invalid', 'dossiers.page_unknown');
  return { moment, code };
}
