// SPDX-License-Identifier: Apache-2.0
import { compareVietnamese } from '#kernel/vietnamese-text';
import type { Unit, UnitLevel } from './unit.ts';

/** A unit as it stands in the tree of one day; `depth` 0 is a top of what the reader may see. */
export type TreeRow = Unit & { readonly parentId: string | null; readonly depth: number; readonly childCount: number };

/** A unit with the parent it has on the day that was asked for. */
export type PlacedUnit = Unit & { readonly parentId: string | null };

const orderOfLevel: Readonly<Record<UnitLevel, number>> = { province: 0, department: 1, district: 2, commune: 3 };

/**
 * The units of one day, each directly after its parent: departments, then districts, then communes, by Vietnamese
 * alphabet. A unit whose parent is not among them (outside the reader's scope) stands at the top.
 */
export function arrangeTree(units: readonly PlacedUnit[]): TreeRow[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = new Map<string | null, PlacedUnit[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(unit);
    else children.set(parent, [unit]);
  }
  for (const siblings of children.values()) siblings.sort(compareUnits);

  const rows: TreeRow[] = [];
  const add = (unit: PlacedUnit, depth: number): void => {
    const below = children.get(unit.id) ?? [];
    rows.push({ ...unit, depth, childCount: below.length });
    for (const child of below) add(child, depth + 1);
  };
  for (const top of children.get(null) ?? []) add(top, 0);
  return rows;
}

function compareUnits(a: PlacedUnit, b: PlacedUnit): number {
  return orderOfLevel[a.level] - orderOfLevel[b.level] || compareVietnamese(a.name, b.name) || (a.code < b.code ? -1 : 1);
}
