// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { subtract, sum, toNumber } from '../decimal.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { type Row, readTables, type Table } from '../reading/tables.ts';
import { draftJoint, draftShare, draftSum } from './drafts.ts';
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

/** `parts`: the cells that the numerator adds up, when they are more than one. */
type RowShare = LabelledShare & { readonly parts: readonly Figure[] };

/** Where a rate column takes its operands from: columns of the row added up against another, or a column and its total row. */
type Rule = { readonly numerators: readonly number[]; readonly base: number | 'total' };

const MOST_COLUMNS = 12;
const MOST_OPERAND_COLUMNS = 6;
const MOST_SAME = 8;

/** Finds how each rate column is computed by what most rows agree with, and judges the other rows by it. */
export function checkTables(reading: Reading): TableCheck {
  const drafts: ClaimDraft[] = [];
  const covered = new Set<Figure>();
  const labelled = new Map<number, LabelledShare[]>();
  for (const table of readTables(reading)) {
    for (const share of rateShares(table)) {
      drafts.push(draftRow(reading, share));
      const same = labelled.get(share.percent.approx) ?? [];
      if (share.parts.length === 1 && same.length < MOST_SAME) labelled.set(share.percent.approx, [...same, share]);
    }
    drafts.push(...checkColumns(reading, table));
    for (const row of table.rows) for (const cell of row.cells) if (cell !== undefined) covered.add(cell);
  }
  return { drafts, covered, labelled };
}

function rateShares(table: Table): RowShare[] {
  const columns = [...table.rateColumns].filter((column) => column > 0 && column < MOST_COLUMNS).sort((a, b) => a - b);
  return columns.flatMap((column) => sharesOf(table, column));
}

function draftRow(reading: Reading, { parts, numerator, base, percent }: RowShare): ClaimDraft {
  const verdict = agrees(numerator.range, base.range, percent) ? 'consistent' : 'inconsistent';
  if (parts.length === 1) return draftShare(reading, numerator, base, percent, verdict);
  return draftJoint(reading, { parts, base, sum: numerator.value }, percent, verdict);
}

function sharesOf(table: Table, column: number): RowShare[] {
  const values = operandColumns(table, column);
  const single = bestShares(table, column, singleRules(values, column));
  return single.length > 0 ? single : bestShares(table, column, jointRules(values));
}

/** What the best rule says of all rows, if most rows agree with it. */
function bestShares(table: Table, column: number, rules: readonly Rule[]): RowShare[] {
  let best: RowShare[] = [];
  let bestRight = 0;
  for (const rule of rules) {
    const shares = table.rows.flatMap((row) => shareBy(table, row, column, rule));
    const right = shares.filter(
      (share) => mayAgree(share.numerator, share.base, share.percent) && agrees(share.numerator.range, share.base.range, share.percent),
    ).length;
    if (right > bestRight) [best, bestRight] = [shares, right];
    if (right > 0 && right === shares.length) break;
  }
  const isMost = table.namedRates.has(column) ? bestRight * 2 >= best.length : bestRight * 3 >= best.length * 2;
  return bestRight >= 2 && isMost ? best : [];
}

/** The columns of counts, the nearest first. */
const operandColumns = (table: Table, column: number): number[] =>
  Array.from({ length: Math.min(table.columns, MOST_COLUMNS) }, (_, index) => index)
    .filter((index) => index > 0 && !table.rateColumns.has(index))
    .sort((a, b) => Math.abs(column - a) - Math.abs(column - b))
    .slice(0, MOST_OPERAND_COLUMNS);

function singleRules(values: readonly number[], column: number): Rule[] {
  const inRow = values.flatMap((numerator) =>
    values.filter((base) => base !== numerator).map((base): Rule => ({ numerators: [numerator], base })),
  );
  const nearest = values.filter((index) => index === column - 1).map((numerator): Rule => ({ numerators: [numerator], base: 'total' }));
  return [...nearest, ...inRow];
}

/** "trước hạn | đúng hạn | … | tỷ lệ trước và đúng hạn": two columns side by side taken together. */
const jointRules = (values: readonly number[]): Rule[] =>
  values
    .filter((column) => values.includes(column + 1))
    .flatMap((column) =>
      values.filter((base) => base !== column && base !== column + 1).map((base): Rule => ({ numerators: [column, column + 1], base })),
    );

function shareBy(table: Table, row: Row, column: number, { numerators, base: baseColumn }: Rule): RowShare[] {
  const [only = 0] = numerators;
  if (baseColumn === 'total' && (row.isTotal || table.total === undefined)) return [];
  const parts = numerators.flatMap((index) => row.cells[index] ?? []);
  const base = baseColumn === 'total' ? table.total?.cells[only] : row.cells[baseColumn];
  const cell = row.cells[column];
  const areCounts = parts.length === numerators.length && parts.every((part) => part.kind === 'count') && base?.kind === 'count';
  const numerator = areCounts ? joined(parts) : undefined;
  if (numerator === undefined || base === undefined || cell === undefined || base.value.units <= 0n) return [];
  return [{ label: row.label, parts, numerator, base, percent: { ...cell, kind: 'percent' } }];
}

/** Several cells as one figure. */
function joined(parts: readonly Figure[]): Figure | undefined {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first;
  const value = sum(parts.map((part) => part.value));
  return {
    ...first,
    value,
    range: sumRange(parts),
    approx: toNumber(value),
    isRounded: parts.some((part) => part.isRounded),
  };
}

/** The totals of columns; one that its parts miss is wrong where those of another column agree. */
function checkColumns(reading: Reading, table: Table): ClaimDraft[] {
  const sums = Array.from({ length: Math.min(table.columns, MOST_COLUMNS) }, (_, column) => column)
    .filter((column) => column > 0 && !table.rateColumns.has(column))
    .flatMap((column) => columnSum(table, column));
  const isSummed = sums.some(({ parts, total }) => total.approx > 0 && overlap(sumRange(parts), total.range));
  return sums.map(({ parts, total }) => {
    const added = sum(parts.map((part) => part.value));
    const isRight = overlap(sumRange(parts), total.range);
    const wrong = isSummed ? 'inconsistent' : 'question';
    const finding = {
      code: isRight ? 'sum_agrees' : 'sum_differs_from_total',
      sum: added,
      difference: subtract(total.value, added),
    } as const;
    return draftSum(reading, parts, total, isRight ? 'consistent' : wrong, finding).draft;
  });
}

function columnSum(table: Table, column: number): { readonly parts: readonly Figure[]; readonly total: Figure }[] {
  const total = table.total?.cells[column];
  const parts = table.rows.filter((row) => !row.isTotal).flatMap((row) => row.cells[column] ?? []);
  const isSum =
    total?.kind === 'count' && parts.length >= 2 && parts.length === table.rows.length - 1 && parts.every((part) => part.kind === 'count');
  return isSum ? [{ parts, total }] : [];
}
