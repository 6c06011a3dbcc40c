// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { recordAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import type { DomainEvent } from '#platform/events/outbox';
import { lockCells, settleCells, summedPeriods, unitsEverAbove } from '../data/cells.repo.ts';
import { indicatorsOn } from '../data/indicators.repo.ts';
import { figuresDb } from '../data/tables.ts';
import { isSummed } from './record-figures.ts';

const Succession = z.object({ onDay: z.string(), oldUnitIds: z.array(z.uuid()), newUnitIds: z.array(z.uuid()) });

/**
 * Adds up anew what lies above units that ended or began: the sums of periods that end on the day or later follow the tree as it stands
 * then, also where their parts were recorded before the tree changed. Figures of earlier periods keep the tree of their own day.
 */
export async function settleAfterSuccession(db: Db, event: DomainEvent): Promise<void> {
  const { onDay, oldUnitIds, newUnitIds } = Succession.parse(event.payload);
  const own = figuresDb(db);
  const unitIds = await unitsEverAbove(own, [...oldUnitIds, ...newUnitIds]);
  // Periods in the order in which everybody locks them.
  const periods = await summedPeriods(own, unitIds, onDay);
  for (const { period, to, indicatorIds } of periods) {
    const summed = (await indicatorsOn(own, to, indicatorIds)).filter(isSummed).map((one) => one.indicatorId);
    const keys = unitIds.flatMap((unitId) => summed.map((indicatorId) => ({ unitId, indicatorId })));
    if (keys.length === 0) continue;
    await lockCells(own, keys, period, to, systemActor.name);
    await settleCells(own, keys, period, to, true);
  }
  if (periods.length === 0) return;
  await recordAudit(db, systemActor, {
    action: 'figures.sums_settled',
    subject: ['figures', onDay],
    unitId: newUnitIds[0] ?? oldUnitIds[0] ?? null,
    data: { onDay, units: unitIds.length, periods: periods.map(({ period }) => period) },
  });
}
