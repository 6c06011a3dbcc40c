// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { agrees, overlap, sumRange } from '../judging/judge.ts';
import { describe, hasAny, isLedByChange, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';

/** A line of a list: its mark, the first count of it and the last one. */
type Item = { readonly mark: string; readonly first: Figure; last: Figure };

const MARKS = new Set(['-', '+', '–', '•', '*']);
const REST = phrases('khác', 'còn lại');
const SOME = phrases('trong đó', 'trong số', 'riêng');
const MOST_ITEMS = 24;

/**
 * Lists of lines: what stands before the first line is the total of all lines with the same mark, and a line
 * is the total of the lines with another mark below it.
 */
export function checkItems(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  if (!reading.structure.hasItems) return drafts;
  let items: Item[] = [];
  let paragraph = -1;
  for (const item of readItems(reading)) {
    if (item.first.paragraph !== paragraph) {
      drafts.push(...checkList(reading, items));
      items = [];
      paragraph = item.first.paragraph;
    }
    items.push(item);
  }
  return [...drafts, ...checkList(reading, items)];
}

/** The sentences that hold counts, in order; those without a mark stand for the text above a list. */
function readItems(reading: Reading): Item[] {
  const items: Item[] = [];
  let sentence = -1;
  for (const figure of reading.figures) {
    const isCount = figure.kind === 'count' && !figure.isBase && figure.group !== 'time';
    if (!isCount) continue;
    if (figure.sentence !== sentence) {
      sentence = figure.sentence;
      items.push({ mark: findMark(reading, figure), first: figure, last: figure });
      continue;
    }
    const open = items[items.length - 1];
    if (open !== undefined) open.last = figure;
  }
  return items;
}

/** The sign that opens the line of a figure, '' when the line has none or the figure is not in its first sentence. */
function findMark(reading: Reading, figure: Figure): string {
  let i = figure.at;
  while (i > 0 && reading.structure.sentence[i - 1] === figure.sentence) i -= 1;
  while (tokenAt(reading.tokens, i).type === 'newline') i += 1;
  const { low } = tokenAt(reading.tokens, i);
  const isLineStart = i === 0 || tokenAt(reading.tokens, i - 1).type === 'newline';
  return isLineStart && MARKS.has(low) ? low : '';
}

function checkList(reading: Reading, items: readonly Item[]): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (let i = 0; i + 2 < items.length; i += 1) {
    const owner = items[i];
    const mark = items[i + 1]?.mark ?? '';
    if (owner === undefined || mark === '' || mark === owner.mark) continue;
    const parts: Figure[] = [];
    for (let k = i + 1; k < items.length && parts.length < MOST_ITEMS; k += 1) {
      const item = items[k];
      if (item === undefined || item.mark === '' || item.mark === owner.mark) break;
      if (item.mark === mark) parts.push(item.first);
    }
    const draft = parts.length < 2 ? undefined : judge(reading, owner, parts);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

function judge(reading: Reading, owner: Item, parts: readonly Figure[]): JudgedSum | undefined {
  const arePlain = parts.every((part) => part.baseIndex < 0 && !isLedByChange(reading, part));
  const totals = [owner.last, owner.first].filter((figure) => figure !== undefined && figure.baseIndex < 0);
  const range = sumRange(parts);
  const added = sum(parts.map((part) => part.value));
  for (const total of totals) {
    if (total === undefined || !arePlain || !parts.every((part) => (nounDistance(total, part) ?? 9) <= 1)) continue;
    const difference = subtract(total.value, added);
    if (overlap(range, total.range)) return draftSum(reading, parts, total, 'consistent', { code: 'sum_agrees', sum: added, difference });
  }
  const [total] = totals;
  const first = parts[0];
  if (total === undefined || first === undefined || !arePlain || !isWhole(reading, parts, total)) return undefined;
  const isSure = parts.every((part) => nounDistance(total, part) === 0 && !part.isRounded) && !total.isRounded;
  const isSome = hasAny(wordsBetween(reading, total.after, first.at), SOME) && !namesRest(reading, parts);
  const verdict = isSure && !isSome ? 'inconsistent' : 'question';
  return draftSum(reading, parts, total, verdict, {
    code: 'sum_differs_from_total',
    sum: added,
    difference: subtract(total.value, added),
  });
}

const namesRest = (reading: Reading, parts: readonly Figure[]): boolean => {
  const last = parts[parts.length - 1];
  return last !== undefined && hasAny(describe(reading, last), REST);
};

/** Lines that claim to be everything: the last names the others, or all but one have their share of the total. */
function isWhole(reading: Reading, parts: readonly Figure[], total: Figure): boolean {
  if (parts.length >= 3 && namesRest(reading, parts)) return true;
  const shares = parts.map((part) => reading.figures[part.index + 1]);
  const added = shares.reduce((result, share) => result + (share?.kind === 'percent' ? share.approx : Number.NaN), 0);
  const right = parts.filter((part, index) => {
    const share = shares[index];
    return share?.kind === 'percent' && agrees(part.range, total.range, share);
  });
  return Math.abs(added - 100) <= 0.2 && right.length >= parts.length - 1;
}
