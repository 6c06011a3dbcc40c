// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { AppError } from '#kernel/app-error';
import { getUnit } from '#modules/units';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import type { UnitScope } from '#platform/permissions/permissions';
import { listCells, lockUnitPeriod } from '../data/cells.repo.ts';
import { holdIndicators, indicatorsOn } from '../data/indicators.repo.ts';
import { type BelowUnit, insertSnapshot, listBelow, newestSnapshots, pinnedCells, type Snapshot } from '../data/snapshots.repo.ts';
import { type FiguresDb, figuresDb } from '../data/tables.ts';
import { type ChangedCell, changesSince } from '../domain/compare-snapshot.ts';
import type { Cell } from '../domain/figure.ts';
import type { IndicatorVersion } from '../domain/indicator.ts';
import type { Period } from '../domain/period.ts';
import { getPeriod } from './get-period.ts';
import { heldFields, requireField } from './held-fields.ts';

export type Approval = {
  readonly snapshot: Snapshot | null;
  /** What has changed since the newest approval; everything where there was none. */
  readonly changes: readonly (ChangedCell & { readonly code: string; readonly name: string })[];
  readonly below: readonly BelowUnit[];
  readonly figures: number;
  /** Names what the approver sees; approving is refused where the figures have moved since. */
  readonly fingerprint: string;
};

type Standing = Approval & {
  readonly cells: readonly (Cell & { readonly indicatorNumber: number | null })[];
  /** The indicators of the cells, as far as they are in force. */
  readonly indicators: readonly IndicatorVersion[];
};

/**
 * How the approval of a unit's figures in a period stands: the newest one, what has changed since, and the units below.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`
 */
export async function readApproval(db: Db, scope: UnitScope, unitId: string, periodKey: string): Promise<Approval> {
  await getUnit(db, scope, unitId);
  const period = await getPeriod(db, periodKey);
  return standingOf(figuresDb(db), unitId, period);
}

async function standingOf(own: FiguresDb, unitId: string, period: Period): Promise<Standing> {
  const named = new Map((await indicatorsOn(own, period.to)).map((one) => [one.indicatorId, one]));
  const cells = (await listCells(own, { unitIds: [unitId], periods: [period.key] }))
    .filter((cell) => cell.origin !== null)
    .map((cell) => ({ ...cell, indicatorNumber: named.get(cell.indicatorId)?.number ?? null }));
  const snapshot = (await newestSnapshots(own, [unitId], period.key)).get(unitId) ?? null;
  const changes = changesSince(snapshot ? await pinnedCells(own, snapshot.id) : [], cells);
  const facts = cells.map(({ indicatorId, indicatorNumber, numerator, denominator, origin }) =>
    [indicatorId, indicatorNumber, numerator, denominator, origin].join(' '),
  );
  return {
    snapshot,
    changes: changes.map((change) => ({
      ...change,
      code: named.get(change.indicatorId)?.code ?? '',
      name: named.get(change.indicatorId)?.name ?? '',
    })),
    below: await listBelow(own, unitId, period.key, period.to),
    figures: cells.length,
    fingerprint: createHash('sha256').update(facts.sort().join('\n')).digest('hex'),
    cells,
    indicators: cells.flatMap(({ indicatorId }) => named.get(indicatorId) ?? []),
  };
}

/**
 * Approves the figures of a unit in a period as they stand and pins them. Units below that have something to report come
 * first; figures may still be changed afterwards, and the change is shown to the approver until the next approval.
 *
 * @throws AppError `units.not_found` also outside the scope, `figures.period_unknown`, `figures.nothing_to_approve`, `figures.not_your_field`,
 * `figures.approval_overtaken`, `figures.already_approved`, `figures.below_not_approved`
 */
export async function approveFigures(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  unitId: string,
  input: { readonly period: string; readonly fingerprint: string; readonly note?: string | null | undefined },
): Promise<{ id: string; number: number }> {
  await getUnit(db, scope, unitId);
  const period = await getPeriod(db, input.period);
  return inTransaction(db, async (tx) => {
    const own = figuresDb(tx);
    await lockUnitPeriod(own, unitId, period.key);
    await holdIndicators(
      own,
      (await listCells(own, { unitIds: [unitId], periods: [period.key] })).map((cell) => cell.indicatorId),
    );
    const standing = await standingOf(own, unitId, period);
    if (standing.cells.length === 0) throw new AppError('conflict', 'figures.nothing_to_approve');
    const held = await heldFields(own, scope, [unitId], standing.indicators);
    for (const indicator of standing.indicators) requireField(held, unitId, indicator);
    if (standing.fingerprint !== input.fingerprint) throw new AppError('conflict', 'figures.approval_overtaken');
    if (standing.snapshot && standing.changes.length === 0) throw new AppError('conflict', 'figures.already_approved');
    const waiting = standing.below.filter((unit) => unit.state !== 'approved');
    if (waiting.length > 0) {
      const names = waiting.slice(0, 3).map((unit) => unit.unitName);
      throw new AppError('conflict', 'figures.below_not_approved', {
        count: waiting.length,
        names: `${names.join(', ')}${waiting.length > names.length ? '…' : ''}`,
      });
    }
    const number = (standing.snapshot?.number ?? 0) + 1;
    const head = { unitId, period: period.key, periodTo: period.to, number, note: input.note ?? null };
    const id = await insertSnapshot(own, { ...head, approvedBy: actor.id, approvedByName: actor.name }, standing.cells);
    await publish(tx, { name: 'figures.approved', payload: { snapshotId: id, unitId, period: period.key, number } });
    await recordAudit(tx, actor, {
      action: 'figures.approved',
      subject: ['figures_snapshot', id],
      unitId,
      data: { period: period.key, number, figures: standing.cells.length, fingerprint: standing.fingerprint },
    });
    return { id, number };
  });
}
