// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { cellKey } from '../data/cells.repo.ts';
import { indicatorsOn } from '../data/indicators.repo.ts';
import { unitsWithin } from '../data/revisions.repo.ts';
import { figuresDb } from '../data/tables.ts';
import { readTyped } from '../domain/check-entered.ts';
import { getPeriod } from './get-period.ts';
import { heldFields, requireField } from './held-fields.ts';
import { lockTouched, recordFigures } from './record-figures.ts';

export type PublishInput = {
  readonly period: string;
  readonly unitId: string;
  readonly indicatorId: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly issuer: string;
  readonly citation: string;
  readonly note?: string | null | undefined;
};

/**
 * Records a value that another authority has published. It counts instead of the unit's own, which stays beside it; without
 * numbers the published value is taken back.
 *
 * @throws AppError `figures.unit_not_found` outside the scope, `figures.period_unknown`, `figures.indicator_not_found`, `figures.not_your_field`,
 * `figures.period_kind_not_used`, `figures.number_unreadable`, `figures.part_missing`, `figures.nothing_to_withdraw`
 */
export async function publishFigure(db: Db, actor: Actor, scope: UnitScope, input: PublishInput): Promise<{ id: string; number: number }> {
  const { unitId, indicatorId, issuer, citation } = input;
  if (!(await unitsWithin(figuresDb(db), scope, [unitId])).has(unitId)) throw new AppError('not_found', 'figures.unit_not_found');
  const period = await getPeriod(db, input.period);
  return inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    const [indicator] = await indicatorsOn(own, period.to, [indicatorId]);
    if (!indicator) throw new AppError('not_found', 'figures.indicator_not_found');
    requireField(await heldFields(own, scope, [unitId], [indicator]), unitId, indicator);
    if (!indicator.periodKinds.includes(period.kind))
      throw new AppError('invalid', 'figures.period_kind_not_used', { code: indicator.code });
    const parts = { numerator: readTyped(input.numerator), denominator: readTyped(input.denominator) };
    const withdrawn = parts.numerator === null && parts.denominator === null;
    if (!withdrawn && (parts.numerator === null || (indicator.denominator !== null) !== (parts.denominator !== null)))
      throw new AppError('invalid', 'figures.part_missing', { code: indicator.code });
    const value = { ...parts, unitId, indicator, origin: 'official' as const, withdrawn, issuer, citation, note: input.note ?? null };
    const locked = await lockTouched(own, [value], period, actor.name);
    if (withdrawn && !locked.get(cellKey(input))?.official) throw new AppError('conflict', 'figures.nothing_to_withdraw');
    const [recorded] = await recordFigures(own, actor, period, locked, [value]);
    if (!recorded) throw new Error('one value makes one revision');
    await recordAudit(tx, actor, {
      action: withdrawn ? 'figures.official_withdrawn' : 'figures.official_recorded',
      subject: ['figure', recorded.id],
      unitId,
      data: { period: period.key, indicator: indicator.code, ...parts, issuer, citation },
    });
    return { id: recorded.id, number: recorded.number };
  });
}
