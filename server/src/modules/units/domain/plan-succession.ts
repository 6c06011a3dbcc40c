// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { addDays, type Day, vietnameseDay } from '#kernel/dates';
import { mayBelongTo, needsParent, type Unit, unitInForceOn } from './unit.ts';

export type SuccessionKind = 'merge' | 'split' | 'rename' | 'dissolve';

/** A unit that begins on the day of the change, with its parent. */
export type Heir = { readonly unit: Unit; readonly parentId: string | null };

/** A child's membership below an ending unit that lasts to the day of the change or begins later. */
export type ChildMembership = { readonly child: Unit; readonly parentId: string; readonly from: Day; readonly to: Day | null };

export type SuccessionChange = {
  readonly kind: SuccessionKind;
  readonly onDay: Day;
  readonly ending: readonly Unit[];
  /** Units that begin with the change. */
  readonly heirs: readonly Heir[];
  /** A unit that exists already and takes over. */
  readonly continuing: Unit | null;
  readonly children: readonly ChildMembership[];
  /** Which heir takes a child over; needed where there are several heirs. */
  readonly heirOfChild: ReadonlyMap<string, string>;
  readonly decision: string | null;
};

export type Succession = { readonly oldUnitId: string; readonly newUnitId: string | null; readonly divided: boolean };

export type Move = {
  readonly child: Unit;
  readonly fromParentId: string;
  readonly toParentId: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly startedBefore: boolean;
};

/** Everything that a change does, before it is done. */
export type SuccessionPlan = {
  readonly kind: SuccessionKind;
  readonly onDay: Day;
  readonly lastDay: Day;
  readonly ending: readonly Unit[];
  readonly heirs: readonly Heir[];
  readonly continuing: Unit | null;
  readonly successions: readonly Succession[];
  readonly moves: readonly Move[];
  readonly decision: string | null;
};

/**
 * What a merger, split, change of name or dissolution does to the tree: the old units end the day before,
 * the new ones begin on the day, and what belonged to the old ones belongs to their heir from then on.
 * Every kind keeps the level; nothing before the day changes.
 *
 * @throws AppError `units.not_in_force`, `units.already_ends`, `units.levels_differ`, `units.named_twice`,
 *   `units.heir_among_ending`, `units.level_not_below`, `units.child_without_heir`
 */
export function planSuccession(change: SuccessionChange): SuccessionPlan {
  const { kind, onDay, ending, heirs, continuing, decision } = change;
  const lastDay = addDays(onDay, -1);
  refuseWrongEnds(ending, lastDay);
  refuseWrongHeirs(change);

  const heirIds = [...heirs.map((heir) => heir.unit.id), ...(continuing ? [continuing.id] : [])];
  const successions = ending.flatMap((unit): Succession[] =>
    heirIds.length === 0
      ? [{ oldUnitId: unit.id, newUnitId: null, divided: false }]
      : heirIds.map((heirId) => ({ oldUnitId: unit.id, newUnitId: heirId, divided: heirIds.length > 1 })),
  );
  const levels = new Map([...heirs.map((heir) => heir.unit), ...(continuing ? [continuing] : [])].map((unit) => [unit.id, unit]));
  const endingIds = new Set(ending.map((unit) => unit.id));
  const moves = change.children
    .filter(({ child }) => !endingIds.has(child.id))
    .map((membership) => moveOf(membership, change, heirIds, levels));
  return { kind, onDay, lastDay, ending, heirs, continuing, successions, moves, decision };
}

function refuseWrongEnds(ending: readonly Unit[], lastDay: Day): void {
  const seen = new Set<string>();
  for (const unit of ending) {
    if (seen.has(unit.id)) throw new AppError('invalid', 'units.named_twice', { name: unit.name });
    seen.add(unit.id);
    if (unit.level !== ending[0]?.level) throw new AppError('invalid', 'units.levels_differ', { name: unit.name });
    if (unit.validTo !== null) throw new AppError('conflict', 'units.already_ends', { name: unit.name, day: vietnameseDay(unit.validTo) });
    if (!unitInForceOn(unit, lastDay))
      throw new AppError('invalid', 'units.not_in_force', { name: unit.name, day: vietnameseDay(lastDay) });
  }
}

function refuseWrongHeirs({ ending, heirs, continuing, onDay }: SuccessionChange): void {
  const level = ending[0]?.level;
  for (const { unit } of heirs) if (unit.level !== level) throw new AppError('invalid', 'units.levels_differ', { name: unit.name });
  if (!continuing) return;
  if (ending.some((unit) => unit.id === continuing.id)) throw new AppError('invalid', 'units.heir_among_ending', { name: continuing.name });
  if (continuing.level !== level) throw new AppError('invalid', 'units.levels_differ', { name: continuing.name });
  if (!unitInForceOn(continuing, onDay))
    throw new AppError('invalid', 'units.not_in_force', { name: continuing.name, day: vietnameseDay(onDay) });
}

function moveOf(membership: ChildMembership, change: SuccessionChange, heirIds: readonly string[], heirs: ReadonlyMap<string, Unit>): Move {
  const { child, parentId, from, to } = membership;
  const chosen = change.heirOfChild.get(child.id) ?? (heirIds.length === 1 ? heirIds[0] : undefined);
  const heir = chosen === undefined ? undefined : heirs.get(chosen);
  if (!heir) {
    const parent = change.ending.find((unit) => unit.id === parentId);
    throw new AppError('invalid', 'units.child_without_heir', { name: child.name, parent: parent?.name ?? '' });
  }
  requireLevelBelow(child, heir);
  const startedBefore = from < change.onDay;
  return { child, fromParentId: parentId, toParentId: heir.id, from: startedBefore ? change.onDay : from, to, startedBefore };
}

/** @throws AppError `units.level_not_below`, `units.parent_required` */
export function requireLevelBelow(unit: Pick<Unit, 'name' | 'level'>, parent: Pick<Unit, 'name' | 'level'> | null): void {
  if (!parent) {
    if (needsParent(unit.level)) throw new AppError('invalid', 'units.parent_required');
    return;
  }
  if (!mayBelongTo(unit.level, parent.level))
    throw new AppError('invalid', 'units.level_not_below', { name: unit.name, parent: parent.name });
}
