// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { replacePlanned, selectChildren, selectPlanned } from '../../data/coverage.repo.ts';
import { inspectionsDb } from '../../data/tables.ts';
import { findVisit, updateVisit, type Visit } from '../../data/visits.repo.ts';
import { type Coverage, coverageOf } from '../../domain/coverage.ts';
import { requireStillDeclaring, requireVisitPart } from '../../domain/editing.ts';
import { openVisit, requireCapacity, type Scope } from '../access/open-round.ts';
import { requireSaved } from '../access/stale.ts';

/** How much of its own agencies and communes a unit covers, as of a day; both numbers are the lengths of lists. */
export type UnitCoverage = { readonly asOf: string; readonly agencies: Coverage; readonly communes: Coverage };

export type PlannedUnit = { readonly unitId: string; readonly illustrative: boolean };

/**
 * The agencies and communes that the inspected unit plans to inspect itself; replaces the plan as a whole.
 *
 * @throws AppError `inspections.visit_not_found`, `inspections.not_your_part`, `inspections.not_at_this_step`,
 * `inspections.report_handed_in`, `inspections.unit_unknown`, `platform.stale`
 */
export async function setSelfInspections(
  db: Db,
  actor: Actor,
  scope: Scope,
  visitId: string,
  input: { readonly version: number; readonly units: readonly PlannedUnit[] },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = inspectionsDb(tx);
    const access = await openVisit(tx, actor, scope, visitId, { lock: true });
    const { visit, round } = access;
    requireCapacity(access, ['unit_officer', 'unit_leader', 'secretary', 'head']);
    requireVisitPart('figures', visit.step);
    requireStillDeclaring('figures', access.held, round.form, visit.step);
    const day = visit.visitOn ?? round.startsOn;
    const children =
      day === null
        ? []
        : [...(await selectChildren(own, visit.unitId, 'department', day)), ...(await selectChildren(own, visit.unitId, 'commune', day))];
    const known = new Set(children.map((unit) => unit.id));
    const units = [...new Map(input.units.map((unit) => [unit.unitId, unit])).values()];
    if (units.some((unit) => !known.has(unit.unitId))) throw new AppError('invalid', 'inspections.unit_unknown');
    await requireSaved(await updateVisit(own, visitId, input.version, actor.name, {}), () => findVisit(own, visitId));
    await replacePlanned(own, visitId, actor.name, units);
    await recordAudit(tx, actor, {
      action: 'inspections.self_inspections_set',
      subject: ['visit', visitId],
      unitId: visit.unitId,
      data: { units: units.map((unit) => unit.unitId) },
    });
  });
}

/** Coverage of the unit's own plan: planned agencies and communes among those in force on the day of the visit. */
export async function selfInspectionCoverage(db: Db, visit: Visit, fallbackDay: string | null): Promise<UnitCoverage | null> {
  const asOf = visit.visitOn ?? fallbackDay;
  if (asOf === null) return null;
  const own = inspectionsDb(db);
  const planned = await selectPlanned(own, visit.id);
  if (planned.length === 0) return null;
  return {
    asOf,
    agencies: coverageOf(
      planned.filter((unit) => unit.level === 'department'),
      await selectChildren(own, visit.unitId, 'department', asOf),
    ),
    communes: coverageOf(
      planned.filter((unit) => unit.level === 'commune'),
      await selectChildren(own, visit.unitId, 'commune', asOf),
    ),
  };
}

/** Coverage of a round below one of its main units: the communes it visits among those in force. */
export async function roundCoverage(
  db: Db,
  main: Visit,
  visits: readonly Visit[],
  fallbackDay: string | null,
): Promise<(Coverage & { readonly asOf: string; readonly unitId: string; readonly unitName: string }) | null> {
  const asOf = main.visitOn ?? fallbackDay;
  if (asOf === null || main.kind !== 'main') return null;
  const communes = await selectChildren(inspectionsDb(db), main.unitId, 'commune', asOf);
  const ids = new Set(communes.map((commune) => commune.id));
  const visited = visits
    .filter((visit) => visit.kind === 'commune' && ids.has(visit.unitId))
    .map((visit) => ({ id: visit.unitId, name: visit.placeName, illustrative: visit.illustrative }));
  return communes.length === 0 ? null : { asOf, unitId: main.unitId, unitName: main.unitName, ...coverageOf(visited, communes) };
}
