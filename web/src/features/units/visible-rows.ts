// SPDX-License-Identifier: Apache-2.0
import { matches } from '../../shared/format/text.ts';
import type { UnitRow } from './units.api.ts';

type TreeRow = Pick<UnitRow, 'id' | 'parentId' | 'name' | 'code' | 'depth'>;

/**
 * The rows of a tree that are in sight: what lies below a closed unit is left out; while something is searched for,
 * what matches and the way up to it. Rows come with each parent before its children.
 */
export function visibleRows<T extends TreeRow>(rows: readonly T[], closed: ReadonlySet<string>, query: string): readonly T[] {
  if (query !== '') {
    const wanted = new Set<string>();
    const parentOf = new Map(rows.map((row) => [row.id, row.parentId]));
    for (const row of rows) {
      if (!matches(query, row.name, row.code)) continue;
      for (let id: string | null | undefined = row.id; id && !wanted.has(id); id = parentOf.get(id)) wanted.add(id);
    }
    return rows.filter((row) => wanted.has(row.id));
  }
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return rows.filter((row) => {
    if (row.depth > hiddenBelow) return false;
    hiddenBelow = closed.has(row.id) ? row.depth : Number.POSITIVE_INFINITY;
    return true;
  });
}
