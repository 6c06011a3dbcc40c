// SPDX-License-Identifier: Apache-2.0
import type { RawBuilder } from 'kysely';
import type { SumTable } from './columns.ts';
import { flowCells } from './flow-cells.sql.ts';
import type { StockSpan } from './leaves.sql.ts';
import { partCells } from './part-cells.sql.ts';
import { stockCells } from './stock-cells.sql.ts';

/**
 * What dossiers add to each table of sums, read from their leaves, with the table's key and counting columns. In sets with one cell a
 * key: a unit's own dossiers may be in one, those from below in the next.
 */
export const cellsOf: { readonly [T in SumTable]: (span: StockSpan) => readonly RawBuilder<unknown>[] } = {
  tally: flowCells,
  tally_part: partCells,
  stock: stockCells,
};
