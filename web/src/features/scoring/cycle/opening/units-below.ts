// SPDX-License-Identifier: Apache-2.0
type Placed = { readonly id: string; readonly parentId: string | null; readonly name: string; readonly level: string };
export type UnitOfLevel = { readonly id: string; readonly name: string; readonly level: string };

/** The units of a tree that lie below one of them, in the order of the tree. */
export function unitsBelow(rows: readonly Placed[], organiserId: string): UnitOfLevel[] {
  const parentOf = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const isBelow = (id: string): boolean => {
    for (let at = parentOf.get(id); at; at = parentOf.get(at)) if (at === organiserId) return true;
    return false;
  };
  return rows.filter(({ id }) => isBelow(id)).map(({ id, name, level }) => ({ id, name, level }));
}
