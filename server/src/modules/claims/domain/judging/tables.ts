// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { subtract, sum } from '../decimal.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { type Row, readTables, type Table } from '../reading/tables.ts';
import { draftShare, draftSum } from './drafts.ts';
import { agrees, mayAgree, overlap, sumRange } from './judge.ts';

/** Claims of the tables of a reading, and the percents that need no second look. */
export type TableCheck = {
  readonly drafts: readonly ClaimDraft[];
  readonly covered: ReadonlySet<Figure>;
  readonly labelled: LabelledShares;
};

/** By stated percent; a few for each. */
type LabelledShares = ReadonlyMap<number, readonly LabelledShare[]>;

/** A share of a table row, so that prose repeating it ("xuất sắc chiếm 27,7%") can be recognised. */
export type LabelledShare = { readonly label: string; readonly numerator: Figure; readonly base: Figure; readonly percent: Figure };

/** Where a rate column takes its operands from: two columns of the row, or a column and its total row. */
type Rule = { readonly numerator: number; readonly base: number | 'total' };

const MOST_COLUMNS = 12;
const MOST_OPERAND_COLUMNS = 6;
const MOST_SAME = 8;

/** Finds how each rate column is computed by what most rows agree with, and judges the other rows by it. */
export function checkTables(reading: Reading): TableCheck {
  const drafts: ClaimDraft[] = [];
  const covered = new Set<Figure>();
  const labelled = new Map<number, LabelledShare[]>();
  for (const table of readTables(reading)) {
    for (let column = 1; column < Math.min(table.columns, MOST_COLUMNS); column += 1) {
      const shares = table.rateColumns.has(column) ? sharesOf(table, column) : [];
      for (const share of shares) {
        const isRight = agrees(share.numerator.range, share.base.range, share.percent);
        drafts.push(draftShare(reading, share.numerator, share.base, share.percent, isRight ? 'consistent' : 'inconsistent'));
        const same = labelled.get(share.percent.approx) ?? [];
        if (same.length < MOST_SAME) labelled.set(share.percent.approx, [...same, share]);
      }
      if (shares.length === 0 && !table.rateColumns.has(column)) drafts.push(...checkColumnSum(reading, table, column));
    }
    for (const row of table.rows) for (const cell of row.cells) if (cell !== undefined) covered.add(cell);
  }
  return { drafts, covered, labelled };
}

function sharesOf(table: Table, column: number): LabelledShare[] {
  let best: LabelledShare[] = [];
  let bestRight = 0;
  for (const rule of rulesFor(table, column)) {
    const shares = table.rows.flatMap((row) => shareBy(table, row, column, rule));
    const right = shares.filter(
      (share) => mayAgree(share.numerator, share.base, share.percent) && agrees(share.numerator.range, share.base.range, share.percent),
    ).length;
    if (right > bestRight) [best, bestRight] = [shares, right];
    if (right > 0 && right === shares.length) break;
  }
  return bestRight >= 2 && bestRight * 3 >= best.length * 2 ? best : [];
}

function rulesFor(table: Table, column: number): Rule[] {
  const values = Array.from({ length: Math.min(table.columns, MOST_COLUMNS) }, (_, index) => index)
    .filter((index) => index > 0 && !table.rateColumns.has(index))
    .sort((a, b) => Math.abs(column - a) - Math.abs(column - b))
    .slice(0, MOST_OPERAND_COLUMNS);
  const inRow = values.flatMap((numerator) => values.filter((base) => base !== numerator).map((base): Rule => ({ numerator, base })));
  const nearest = values.filter((index) => index === column - 1).map((numerator): Rule => ({ numerator, base: 'total' }));
  return [...nearest, ...inRow];
}

function shareBy(table: Table, row: Row, column: number, rule: Rule): LabelledShare[] {
  if (rule.base === 'total' && (row.isTotal || table.total === undefined)) return [];
  const numerator = row.cells[rule.numerator];
  const base = rule.base === 'total' ? table.total?.cells[rule.numerator] : row.cells[rule.base];
  const cell = row.cells[column];
  if (
    numerator === undefined ||
    base === undefined ||
    cell === undefined ||
    base.value.units <= 0n ||
    numerator.kind === 'percent' ||
    base.kind === 'percent'
  )
    return [];
  return [{ label: row.label, numerator, base, percent: { ...cell, kind: 'percent' } }];
}

function checkColumnSum(reading: Reading, table: Table, column: number): ClaimDraft[] {
  const total = table.total?.cells[column];
  const parts = table.rows.filter((row) => !row.isTotal).flatMap((row) => row.cells[column] ?? []);
  if (
    total === undefined ||
    total.kind === 'percent' ||
    parts.length < 2 ||
    parts.length !== table.rows.length - 1 ||
    parts.some((part) => part.kind === 'percent')
  )
    return [];
  const isRight = overlap(sumRange(parts), total.range);
  const added = sum(parts.map((part) => part.value));
  const code = isRight ? 'sum_agrees' : 'sum_differs_from_total';
  return [
    draftSum(reading, parts, total, isRight ? 'consistent' : 'question', { code, sum: added, difference: subtract(total.value, added) })
      .draft,
  ];
}
