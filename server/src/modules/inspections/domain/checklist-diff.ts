// SPDX-License-Identifier: Apache-2.0

/** An item as a workbook row carries it. */
export type ItemRow = {
  readonly code: string;
  readonly fieldCode: string;
  readonly text: string;
  readonly evidence: string;
  readonly source: string;
  readonly certainty: 'sourced' | 'background';
};

/** One changed cell: what stands there and what the workbook says. */
export type CellChange = { readonly column: keyof ItemRow; readonly from: string; readonly to: string };

export type ItemChange =
  | { readonly kind: 'added'; readonly row: number; readonly code: string; readonly item: ItemRow }
  | { readonly kind: 'changed'; readonly row: number; readonly code: string; readonly item: ItemRow; readonly cells: readonly CellChange[] }
  | { readonly kind: 'retired'; readonly row: null; readonly code: string };

/** A cell that cannot be taken over; rows as the workbook counts them. */
export type CellError = { readonly row: number; readonly column: string; readonly problem: string };

/** Columns of the workbook, in order, with their headings. */
export const itemColumns = [
  ['code', 'Mã mục'],
  ['fieldCode', 'Nhóm'],
  ['text', 'Nội dung kiểm tra'],
  ['evidence', 'Tài liệu cần xem'],
  ['source', 'Căn cứ'],
  ['certainty', 'Độ chắc chắn'],
] as const satisfies readonly (readonly [keyof ItemRow, string])[];

/** How the workbook writes the certainty of an item. */
export const certaintyNames = { sourced: 'có căn cứ', background: 'thông lệ' } as const;

export type RawRow = { readonly row: number; readonly cells: Readonly<Record<keyof ItemRow, string>> };

/**
 * Reads the rows of a workbook; every wrong cell is told with its row and column.
 */
export function readItemRows(
  rows: readonly RawRow[],
  fieldCodes: readonly string[],
): { readonly items: readonly (ItemRow & { readonly row: number })[]; readonly errors: readonly CellError[] } {
  const errors: CellError[] = [];
  const items: (ItemRow & { row: number })[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const problem = (column: keyof ItemRow, text: string): void => void errors.push({ row, column: headingOf(column), problem: text });
    const first = seen.get(cells.code);
    if (!/^F\d{1,2}\.\d{2}$/.test(cells.code)) problem('code', 'mã phải có dạng F1.01');
    else if (first !== undefined) problem('code', `mã đã có ở dòng ${first}`);
    else if (!cells.code.startsWith(`${cells.fieldCode}.`)) problem('code', `mã không thuộc nhóm ${cells.fieldCode}`);
    if (!fieldCodes.includes(cells.fieldCode)) problem('fieldCode', `nhóm phải là một trong ${fieldCodes.join(', ')}`);
    if (cells.text === '') problem('text', 'còn trống');
    if (cells.text.length > 1_000) problem('text', 'dài quá 1.000 ký tự');
    const certainty = certaintyOf(cells.certainty);
    if (certainty === undefined) problem('certainty', `ghi "${certaintyNames.sourced}" hoặc "${certaintyNames.background}"`);
    seen.set(cells.code, first ?? row);
    items.push({ ...cells, certainty: certainty ?? 'background', row });
  }
  return { items, errors };
}

/** What a workbook would change, cell by cell; items that it leaves out are retired, never deleted. */
export function diffItems(current: readonly ItemRow[], wanted: readonly (ItemRow & { readonly row: number })[]): ItemChange[] {
  const byCode = new Map(current.map((item) => [item.code, item]));
  const wantedCodes = new Set(wanted.map((item) => item.code));
  const changes: ItemChange[] = wanted.flatMap(({ row, ...item }): ItemChange[] => {
    const before = byCode.get(item.code);
    if (!before) return [{ kind: 'added', row, code: item.code, item }];
    const cells = itemColumns
      .map(([column]) => ({ column, from: before[column], to: item[column] }))
      .filter((cell) => cell.from !== cell.to);
    return cells.length === 0 ? [] : [{ kind: 'changed', row, code: item.code, item, cells }];
  });
  return [
    ...changes,
    ...current.filter((item) => !wantedCodes.has(item.code)).map((item) => ({ kind: 'retired', row: null, code: item.code }) as const),
  ];
}

/** Heading of a column in the workbook. */
export function headingOf(column: keyof ItemRow): string {
  return itemColumns.find(([name]) => name === column)?.[1] ?? column;
}

function certaintyOf(text: string): ItemRow['certainty'] | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === certaintyNames.sourced || plain === 'sourced') return 'sourced';
  return plain === certaintyNames.background || plain === 'background' ? 'background' : undefined;
}
