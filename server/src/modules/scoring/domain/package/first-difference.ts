// SPDX-License-Identifier: Apache-2.0
import type { TableRows } from './tables.ts';

/** Where a published table and the same one computed again part: a cell, or a row that only one of them has. */
export type ReplayDifference = {
  readonly path: string;
  /** Values of the key columns, such as the group, unit and item. */
  readonly row: readonly string[];
  /** Null where the whole row is missing or too many. */
  readonly column: string | null;
  readonly published: string | null;
  readonly computed: string | null;
};

/** The first difference in the order of the computed table, then rows that were published and do not come about; null where all is equal. */
export function firstDifference({ table, rows }: TableRows, published: readonly (readonly string[])[]): ReplayDifference | null {
  const keyed = new Map(published.map((cells) => [keyOf(cells), cells]));
  const keyLength = table.key.length;
  function keyOf(cells: readonly string[]): string {
    return JSON.stringify(cells.slice(0, table.key.length));
  }
  for (const cells of rows) {
    const row = cells.slice(0, keyLength);
    const found = keyed.get(keyOf(cells));
    if (!found) return { path: table.path, row, column: null, published: null, computed: cells.slice(keyLength).join(' · ') };
    for (const [index, { name }] of table.columns.entries()) {
      if (cells[index] !== found[index])
        return { path: table.path, row, column: name, published: found[index] ?? '', computed: cells[index] ?? '' };
    }
    keyed.delete(keyOf(cells));
  }
  const [extra] = keyed.values();
  if (extra)
    return {
      path: table.path,
      row: extra.slice(0, keyLength),
      column: null,
      published: extra.slice(keyLength).join(' · '),
      computed: null,
    };
  if (published.length !== rows.length)
    return { path: table.path, row: [], column: null, published: `${published.length}`, computed: `${rows.length}` };
  return null;
}
