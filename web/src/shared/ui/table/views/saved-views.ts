// SPDX-License-Identifier: Apache-2.0

/** How a table is looked at: its order, its columns, the words of its filter, and what the page itself filters by. */
export type TableLook = {
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly hidden: readonly string[];
  readonly query: string;
  readonly filters: Readonly<Record<string, string>>;
};
export type SavedView = TableLook & { readonly name: string };

const mostViews = 20;
const longestName = 60;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** What another version of the program may have kept is read with care: what is not understood is left out. */
function readLook(value: Record<string, unknown>): TableLook {
  const sort = isRecord(value['sort']) ? value['sort'] : {};
  const filters = isRecord(value['filters']) ? value['filters'] : {};
  return {
    sort: typeof sort['column'] === 'string' ? { column: sort['column'], descending: sort['descending'] === true } : null,
    hidden: texts(value['hidden']),
    query: typeof value['query'] === 'string' ? value['query'] : '',
    filters: Object.fromEntries(Object.entries(filters).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one] as const] : []))),
  };
}

/** The views as they were kept on this computer; broken text is no view. */
export function readViews(text: string | null): readonly SavedView[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.flatMap((one) => (isRecord(one) && typeof one['name'] === 'string' ? [{ ...readLook(one), name: one['name'] }] : []));
  } catch {
    return [];
  }
}

/** Keeps a view under its name; one of the same name is replaced, and of too many the oldest goes. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  const name = view.name.trim().slice(0, longestName);
  if (name === '') return views;
  return [...views.filter((one) => one.name !== name), { ...view, name }].slice(-mostViews);
}

export function withoutView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter((one) => one.name !== name);
}
