// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { type Day, vietnameseDay } from '#kernel/dates';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import type { Db } from '#platform/db/db';
import { publish } from '#platform/events/outbox';
import { listAncestors } from '../data/relations.repo.ts';
import { applyPlan, askRules, findLaterMembership, listChildMemberships, lockTree, renewLineage } from '../data/structure.repo.ts';
import type { UnitsDb } from '../data/tables.ts';
import { type Heir, planSuccession, requireLevelBelow, type SuccessionKind, type SuccessionPlan } from '../domain/plan-succession.ts';
import { type Unit, unitInForceOn } from '../domain/unit.ts';
import { getUnit } from './read-units.ts';
import { rehearsable } from './rehearsable.ts';

const everywhere = { roots: null } as const;

/** What a use case wants; the units are already loaded under the lock of the tree. */
export type WantedSuccession = {
  readonly kind: SuccessionKind;
  readonly onDay: Day;
  readonly ending: readonly Unit[];
  readonly heirs: readonly Heir[];
  readonly continuing: Unit | null;
  readonly heirOfChild?: ReadonlyMap<string, string>;
  readonly decision: string | null;
};

/** Plans a change of the tree, carries it out, renews the lineage, tells it; a dry run takes it back. */
export async function carryOutSuccession<T>(
  db: Db<T>,
  actor: Actor,
  dryRun: boolean,
  want: (db: UnitsDb) => Promise<WantedSuccession>,
): Promise<SuccessionPlan> {
  return rehearsable(db, dryRun, {
    work: async (db) => {
      await lockTree(db);
      const plan = await planOf(db, await want(db));
      await applyPlan(db, plan, actor.name);
      await renewLineage(db);
      await askRules(db);
      return plan;
    },
    tell: (db, plan) => tell(db, actor, plan),
  });
}

async function planOf(db: UnitsDb, wanted: WantedSuccession): Promise<SuccessionPlan> {
  const { ending, heirs, continuing, onDay } = wanted;
  const endingIds = ending.map((unit) => unit.id);
  const plan = planSuccession({
    ...wanted,
    children: await listChildMemberships(db, endingIds, onDay),
    heirOfChild: wanted.heirOfChild ?? new Map(),
  });
  const later = await findLaterMembership(db, endingIds, onDay);
  if (later) {
    const name = ending.find((unit) => unit.id === later.unitId)?.name ?? '';
    throw new AppError('conflict', 'units.later_change', { name, day: vietnameseDay(later.from) });
  }
  if (continuing) await requireAbove(db, continuing, endingIds, onDay);
  for (const heir of heirs) {
    const parent = heir.parentId === null ? null : await getUnit(db, everywhere, heir.parentId);
    requireLevelBelow(heir.unit, parent);
    if (!parent) continue;
    if (!unitInForceOn(parent, onDay))
      throw new AppError('invalid', 'units.not_in_force', { name: parent.name, day: vietnameseDay(onDay) });
    if (endingIds.includes(parent.id)) throw new AppError('invalid', 'units.heir_below', { name: parent.name });
    await requireAbove(db, parent, endingIds, onDay);
  }
  return plan;
}

/** A unit that lies below an ending one cannot take its place or hold it: the tree would bite its tail. */
async function requireAbove(db: UnitsDb, unit: Unit, endingIds: readonly string[], day: Day): Promise<void> {
  const above = await listAncestors(db, everywhere, unit.id, day);
  if (above.some((ancestor) => endingIds.includes(ancestor.id))) throw new AppError('invalid', 'units.heir_below', { name: unit.name });
}

const told: Readonly<Record<SuccessionKind, string>> = {
  merge: 'units.merged',
  split: 'units.split',
  rename: 'units.renamed',
  dissolve: 'units.dissolved',
};

async function tell(db: UnitsDb, actor: Actor, plan: SuccessionPlan): Promise<void> {
  const oldUnitIds = plan.ending.map((unit) => unit.id);
  const newUnitIds = [...plan.heirs.map((heir) => heir.unit.id), ...(plan.continuing ? [plan.continuing.id] : [])];
  await publish(db, { name: 'units.unit_succeeded', payload: { kind: plan.kind, onDay: plan.onDay, oldUnitIds, newUnitIds } });
  const subject = newUnitIds[0] ?? oldUnitIds[0] ?? '';
  await recordAudit(db, actor, {
    action: told[plan.kind],
    subject: ['unit', subject],
    unitId: subject,
    data: { onDay: plan.onDay, oldUnitIds, newUnitIds, moved: plan.moves.map((move) => move.child.id), decision: plan.decision },
  });
}
