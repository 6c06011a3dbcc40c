// SPDX-License-Identifier: Apache-2.0
import { compare, type Decimal, subtract, sum } from '../decimal.ts';
import { isLedByChange, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { nounDistance } from './bases.ts';
import { draftSum, type JudgedSum } from './drafts.ts';
import { overlap, sumRange } from './judge.ts';

/** `whole` claims to name every part; `some` ("trong đó") may leave some out. */
type List = { readonly marker: 'whole' | 'some' | 'none'; readonly at: number; readonly scope: number };

const OPENS_LIST = new Set(['gồm', 'bao', 'trong', 'chia']);
const MOST_PARTS = 8;

/** Lists of parts behind a total: agreeing ones, and those that exceed it or fall short of it. */
export function checkLists(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (const total of reading.figures) {
    if (total.kind !== 'count' || total.isBase || total.approx < 2 || total.group === 'time') continue;
    const draft = checkList(reading, total);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

function checkList(reading: Reading, total: Figure): JudgedSum | undefined {
  const list = findList(reading, total);
  const parts = collectParts(reading, total, list);
  for (let size = 2; size <= parts.length; size += 1) {
    const prefix = parts.slice(0, size);
    const isNear =
      total.isRounded || prefix.some((part) => part.isRounded) || Math.abs(approxSum(prefix) - total.approx) < 1e-6 * total.approx;
    const isExact = isNear && overlap(sumRange(prefix), total.range);
    const isTrusted = list.marker !== 'none' || (total.approx >= 10 && prefix.every((part) => nounDistance(total, part) === 0));
    if (isExact && isTrusted) return drafted(reading, prefix, total, 'consistent');
  }
  const near = findNearTotal(parts, total);
  if (near !== undefined && list.marker !== 'none') {
    const isMore = compare(sum(near.map((part) => part.value)), total.value) > 0;
    const isWhole = list.marker === 'whole' && (list.scope !== total.scope || isPlainList(reading, list, near));
    return drafted(reading, near, total, isMore && isWhole ? 'inconsistent' : 'question');
  }
  if (list.marker !== 'whole' || parts.length < 2 || !parts.every((part) => nounDistance(total, part) !== undefined)) return undefined;
  const added = sum(parts.map((part) => part.value));
  const isSame = parts.every((part) => part.group === total.group || part.group === '');
  const isClosed = list.scope !== total.scope || isPlainList(reading, list, parts);
  if (compare(added, total.value) > 0) return isSame && isClosed ? drafted(reading, parts, total, 'inconsistent') : undefined;
  const isMost = compare(multiplyByTwo(added), total.value) > 0;
  return isMost && (list.scope !== total.scope || isSame) ? drafted(reading, parts, total, 'question') : undefined;
}

/** "gồm 9 nghị quyết, 16 quyết định và 4 chỉ thị": nothing but the parts, up to the end of the sentence. */
function isPlainList(reading: Reading, list: List, parts: readonly Figure[]): boolean {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined || first.at - list.at > 2) return false;
  const isJoined = parts.every((part, index) => {
    const before = parts[index - 1];
    if (before === undefined) return true;
    const gap = tokenAt(reading.tokens, before.phraseEnd).low;
    return part.at - before.phraseEnd === 1 && (gap === ',' || gap === ';' || gap === 'và');
  });
  const { low, type } = tokenAt(reading.tokens, last.phraseEnd);
  return isJoined && (low === '.' || low === ';' || type === 'newline' || type === 'end');
}

/** Parts of the same things that miss their total by under 2 % are meant to fill it. */
function findNearTotal(parts: readonly Figure[], total: Figure): Figure[] | undefined {
  for (let size = 2; size <= parts.length; size += 1) {
    const prefix = parts.slice(0, size);
    const added = approxSum(prefix);
    const isSame = prefix.every((part) => nounDistance(total, part) === 0 && !part.isRounded) && !total.isRounded;
    if (isSame && total.approx >= 50 && Math.abs(added - total.approx) <= 0.02 * total.approx) return prefix;
  }
  return undefined;
}

const approxSum = (parts: readonly Figure[]): number => parts.reduce((result, part) => result + part.approx, 0);

const multiplyByTwo = (value: Decimal): Decimal => ({ units: value.units * 2n, scale: value.scale });

function drafted(
  reading: Reading,
  parts: readonly Figure[],
  total: Figure,
  verdict: 'consistent' | 'inconsistent' | 'question',
): JudgedSum {
  const added = sum(parts.map((part) => part.value));
  const isMore = compare(added, total.value) > 0;
  const code = verdict === 'consistent' ? 'sum_agrees' : isMore ? 'sum_exceeds_total' : 'sum_falls_short';
  return draftSum(reading, parts, total, verdict, { code, sum: added, difference: subtract(total.value, added) });
}

function findList(reading: Reading, total: Figure): List {
  const end = Math.max(total.phraseEnd, total.after);
  const at = tokenAt(reading.tokens, end).low === ',' && OPENS_LIST.has(tokenAt(reading.tokens, end + 1).low) ? end + 1 : end;
  const { low } = tokenAt(reading.tokens, at);
  const words = wordsBetween(reading, at, at + 5);
  const scope = reading.structure.scope[at] ?? 0;
  const isSome = /^ (?:trong|riêng|tăng|giảm|so|chiếm|đạt) /.test(words);
  if (low === '(') return isSome ? { marker: 'some', at, scope } : { marker: 'whole', at, scope };
  if (low === ':' || /^ (?:gồm|bao gồm|chia ra|cụ thể) /.test(words)) return { marker: 'whole', at, scope };
  return { marker: /^ trong (?:số )?đó /.test(words) ? 'some' : 'none', at, scope };
}

function collectParts(reading: Reading, total: Figure, list: List): Figure[] {
  const parts: Figure[] = [];
  for (let j = total.index + 1; j < reading.figures.length && j <= total.index + 3 * MOST_PARTS && parts.length < MOST_PARTS; j += 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== total.sentence) break;
    if (figure.at < list.at || figure.isBase || figure.kind === 'percent') continue;
    if (list.scope !== total.scope && figure.scope !== list.scope) {
      if (parts.length > 0 && figure.scope === total.scope) break;
      continue;
    }
    if (figure.scope !== list.scope) continue;
    const isForeign = nounDistance(total, figure) === undefined || isLedByChange(reading, figure);
    if (isForeign || figure.baseIndex >= 0 || figure.approx > total.approx * 1.5) break;
    parts.push(figure);
  }
  return parts;
}
