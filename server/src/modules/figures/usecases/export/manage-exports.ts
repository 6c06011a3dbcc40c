// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { AppError } from '#kernel/app-error';
import { getUnit } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { FileStore } from '#platform/files/file-store';
import type { UnitScope } from '#platform/permissions/permissions';
import { cancelUnderWay, countUnderWay, type Export, exportsOf, findExport, insertExport } from '../../data/exports.repo.ts';
import { namedUnitsBelow } from '../../data/pivot.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import { type ExportQuestion, mostAtOnce } from '../../domain/export.ts';
import { periodsOfYears } from '../pivot/periods-of-years.ts';

/**
 * Asks for the whole table of figures of a unit and all below it, a row for each unit and period, a column for each indicator. It is
 * written in the background.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`, `figures.export_too_many`
 */
export async function startExport(db: Db, actor: Actor, scope: UnitScope, question: ExportQuestion): Promise<{ id: string }> {
  await getUnit(db, scope, question.unitId);
  const { unitId, periodKind, fromYear, toYear } = question;
  const periods = await periodsOfYears(db, periodKind, fromYear, toYear);
  const last = periods.at(-1);
  if (!last) throw new AppError('invalid', 'figures.period_unknown', { period: `${fromYear}–${toYear}` });
  return inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    const count = await countUnderWay(own, actor.id);
    if (count >= mostAtOnce) throw new AppError('conflict', 'figures.export_too_many', { count });
    const units = await namedUnitsBelow(own, unitId, last.to);
    const asked = { unitId, periodKind, fromYear, toYear };
    const id = await insertExport(own, asked, units.length * periods.length, actor);
    await recordAudit(tx, actor, { action: 'figures.export_started', subject: ['figures_export', id], unitId, data: asked });
    return { id };
  });
}

/** What the actor has exported, newest first. */
export async function listExports(db: Db, actor: Actor): Promise<Export[]> {
  return exportsOf(figuresDb(db), actor.id);
}

/** @throws AppError `figures.export_not_found` also where it is somebody else's */
export async function getExport(db: Db, actor: Actor, id: string): Promise<Export> {
  const found = await findExport(figuresDb(db), actor.id, id);
  if (!found) throw new AppError('not_found', 'figures.export_not_found');
  return found;
}

/**
 * The file of an export, for the one who asked for it and who still reaches its unit.
 *
 * @throws AppError `figures.export_not_found`, `figures.export_not_ready`, `units.not_found`, `platform.file_missing`
 */
export async function openExport(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  files: FileStore,
  id: string,
): Promise<{ name: string; sizeBytes: number; content: Readable }> {
  const found = await getExport(db, actor, id);
  await getUnit(db, scope, found.unitId);
  if (found.sha256 === null || found.sizeBytes === null) throw new AppError('conflict', 'figures.export_not_ready');
  const { fromYear, toYear } = found.question;
  const name = `so-lieu-${fromYear}${toYear === fromYear ? '' : `-${toYear}`}.xlsx`;
  return { name, sizeBytes: found.sizeBytes, content: await files.expiring().get(found.sha256) };
}

/**
 * Stops an export that waits or is being written.
 *
 * @throws AppError `figures.export_not_found`, `figures.export_settled`
 */
export async function cancelExport(db: Db, actor: Actor, id: string): Promise<void> {
  const { unitId } = await getExport(db, actor, id);
  await inTransaction(db, async (tx) => {
    if (!(await cancelUnderWay(figuresDb(tx), actor.id, id))) throw new AppError('conflict', 'figures.export_settled');
    await recordAudit(tx, actor, { action: 'figures.export_cancelled', subject: ['figures_export', id], unitId });
  });
}
