// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { insertIndicator, insertVersion, listVersions, lockIndicator } from '../data/indicators.repo.ts';
import { unitsWithin } from '../data/revisions.repo.ts';
import { lastApprovedDay } from '../data/snapshots.repo.ts';
import { figuresDb } from '../data/tables.ts';
import { whatIsUnsound } from '../domain/check-indicator.ts';
import type { IndicatorContent, IndicatorVersion } from '../domain/indicator.ts';
import { requireWhole } from './held-fields.ts';
import { findMeasure } from './measures.ts';

/** Every version of every indicator, by code; they are public and ask for no scope. */
export async function listIndicators(db: Db): Promise<IndicatorVersion[]> {
  return listVersions(figuresDb(db));
}

/** @throws AppError `figures.indicator_not_found` */
export async function getIndicator(db: Db, id: string): Promise<IndicatorVersion[]> {
  const versions = await listVersions(figuresDb(db), id);
  if (versions.length === 0) throw new AppError('not_found', 'figures.indicator_not_found');
  return versions;
}

/**
 * An indicator enters with its first version. It stands on the sheet of every unit, so it takes a right over the whole tree.
 *
 * @throws AppError `figures.unit_not_found` outside the scope, `figures.whole_tree_needed`, `figures.not_your_field`, `figures.indicator_unsound`,
 * `figures.indicator_code_taken`
 */
export async function createIndicator(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  input: { readonly code: string; readonly unitId: string; readonly validFrom: Day; readonly content: IndicatorContent },
): Promise<{ id: string }> {
  requireSound(input.content);
  return inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    if (!(await unitsWithin(own, scope, [input.unitId])).has(input.unitId)) throw new AppError('not_found', 'figures.unit_not_found');
    await requireWhole(tx, scope, [input.content]);
    const id = await insertIndicator(own, { code: input.code, unitId: input.unitId, by: actor.name });
    await insertVersion(own, id, { ...input.content, number: 1, validFrom: input.validFrom, validTo: null }, actor.name);
    await recordAudit(tx, actor, {
      action: 'figures.indicator_created',
      subject: ['indicator', id],
      unitId: input.unitId,
      data: { code: input.code, name: input.content.name, validFrom: input.validFrom },
    });
    return { id };
  });
}

/**
 * An indicator is another thing from a day on; figures of earlier periods keep the version of their own day, and what was
 * approved is not given another meaning afterwards.
 *
 * @throws AppError `figures.indicator_not_found` also outside the scope, `figures.whole_tree_needed`, `figures.not_your_field`, `figures.indicator_unsound`,
 * `figures.version_not_later`, `figures.version_before_approved`
 */
export async function addIndicatorVersion(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  id: string,
  input: { readonly validFrom: Day; readonly content: IndicatorContent },
): Promise<{ number: number }> {
  requireSound(input.content);
  return inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    const indicator = await lockIndicator(own, id);
    if (!indicator || !(await unitsWithin(own, scope, [indicator.unitId])).has(indicator.unitId))
      throw new AppError('not_found', 'figures.indicator_not_found');
    const last = (await listVersions(own, id)).at(-1);
    await requireWhole(tx, scope, last ? [last, input.content] : [input.content]);
    if (last && input.validFrom <= last.validFrom)
      throw new AppError('conflict', 'figures.version_not_later', { day: vietnameseDay(last.validFrom) });
    const approved = await lastApprovedDay(own, id);
    if (approved !== null && input.validFrom <= approved)
      throw new AppError('conflict', 'figures.version_before_approved', { day: vietnameseDay(approved) });
    const number = (last?.number ?? 0) + 1;
    await insertVersion(own, id, { ...input.content, number, validFrom: input.validFrom, validTo: null }, actor.name);
    await recordAudit(tx, actor, {
      action: 'figures.indicator_version_added',
      subject: ['indicator', id],
      unitId: indicator.unitId,
      data: { code: indicator.code, number, validFrom: input.validFrom },
    });
    return { number };
  });
}

function requireSound(content: IndicatorContent): void {
  const reason = whatIsUnsound(content, (code) => findMeasure(code) !== undefined);
  if (reason !== null) throw new AppError('invalid', 'figures.indicator_unsound', { reason });
}
