// SPDX-License-Identifier: Apache-2.0
import { compare, type Decimal, subtract, sum, toNumber } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { overlap, sumRange } from '../judging/judge.ts';
import { describe, hasAny, hasSemicolon, isLedByChange, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';

/** `whole` claims to name every part; `some` ("trong đó") may leave some out. */
type List = { readonly marker: 'whole' | 'some' | 'none'; readonly at: number; readonly scope: number };

const OPENS_LIST = new Set(['gồm', 'bao', 'trong', 'chia']);
const MOST_PARTS = 8;
const LONGEST_LABEL = 7;
const LONGEST_LEAD = 5;
const FARTHEST_LIST = 30;
const OPENING = /^ (trong (?:số )?đó|gồm|bao gồm) /;
/** What exceeds its total by more is no list of its parts. */
const MOST_EXCESS = 1.5;
const OTHER_KIND = phrases('nữ', 'đảng viên', 'riêng', 'đạt', 'chiếm', 'tăng', 'giảm', 'còn', 'được', 'thu hồi');
const REST = phrases('khác', 'còn lại');

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
  if (parts.length < 2) return undefined;
  const exact = findExact(parts, total, list);
  if (exact !== undefined) return drafted(reading, exact, total, 'consistent');
  if (list.marker === 'none') return undefined;
  if (isClosedByRest(reading, total, list, parts)) return drafted(reading, parts, total, 'inconsistent');
  const near = findNearTotal(parts, total);
  if (near !== undefined) {
    const isMore = compare(sum(near.map((part) => part.value)), total.value) > 0;
    const isPlain = isPlainList(reading, list, near) && (list.marker === 'whole' || near.length >= 3);
    const isWhole = isPlain || (list.marker === 'whole' && list.scope !== total.scope);
    return drafted(reading, near, total, isMore && isWhole ? 'inconsistent' : 'question');
  }
  if (list.marker !== 'whole' || !parts.every((part) => nounDistance(total, part) !== undefined)) return undefined;
  const added = sum(parts.map((part) => part.value));
  const isSame = parts.every((part) => part.group === total.group || part.group === '');
  const isClosed = list.scope !== total.scope || isPlainList(reading, list, parts);
  if (compare(added, total.value) > 0)
    return isSame && isClosed && toNumber(added) <= MOST_EXCESS * total.approx ? drafted(reading, parts, total, 'inconsistent') : undefined;
  const isMost = compare(multiplyByTwo(added), total.value) > 0;
  return isMost && (list.scope !== total.scope || isSame) ? drafted(reading, parts, total, 'question') : undefined;
}

/** The first parts that add up to the total. */
function findExact(parts: readonly Figure[], total: Figure, list: List): readonly Figure[] | undefined {
  let added = 0;
  let isRounded = total.isRounded;
  let areSame = total.approx >= 10;
  for (let size = 1; size <= parts.length; size += 1) {
    const part = parts[size - 1];
    if (part === undefined) break;
    added += part.approx;
    isRounded ||= part.isRounded;
    areSame &&= nounDistance(total, part) === 0;
    if (size < 2 || (!isRounded && Math.abs(added - total.approx) >= 1e-6 * total.approx)) continue;
    if ((list.marker !== 'none' || areSame) && overlap(sumRange(parts.slice(0, size)), total.range)) return parts.slice(0, size);
  }
  return undefined;
}

/** "trong đó đất đai 763, hộ tịch 389 và lĩnh vực khác 152 hồ sơ": who names the others leaves nothing out. */
function isClosedByRest(reading: Reading, total: Figure, list: List, parts: readonly Figure[]): boolean {
  const last = parts[parts.length - 1];
  if (list.marker === 'none' || parts.length < 3 || last === undefined || !hasAny(describe(reading, last), REST)) return false;
  const isEvery = reading.figures.slice(total.index + 1, last.index).every((figure) => figure.kind === 'percent' || parts.includes(figure));
  return isEvery && [total, ...parts].every((figure) => !figure.isRounded && nounDistance(total, figure) === 0);
}

/** "gồm 9 nghị quyết, 16 quyết định và 4 chỉ thị": nothing but the parts, up to the end of the sentence. */
function isPlainList(reading: Reading, list: List, parts: readonly Figure[]): boolean {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined || !isLabel(reading, list.at, first.at)) return false;
  const isJoined = parts.every((part, index) => {
    const before = parts[index - 1];
    if (before === undefined) return true;
    const end = skipAside(reading, before);
    const gap = tokenAt(reading.tokens, end).low;
    return (gap === ',' || gap === ';' || gap === 'và') && isLabel(reading, end + 1, part.at);
  });
  const { low, type } = tokenAt(reading.tokens, skipAside(reading, last));
  return isJoined && (low === '.' || low === ';' || type === 'newline' || type === 'end');
}

/** "142 (77,6%)": the share of a part, in parentheses of its own. */
function skipAside(reading: Reading, part: Figure): number {
  const share = reading.figures[part.index + 1];
  const isAside = share?.kind === 'percent' && share.at === part.phraseEnd + 1 && tokenAt(reading.tokens, part.phraseEnd).low === '(';
  return isAside && tokenAt(reading.tokens, share.after).low === ')' ? share.after + 1 : part.phraseEnd;
}

/** A few words that name a part: "gồm: mầm non 512 người, tiểu học 538 người". */
function isLabel(reading: Reading, from: number, to: number): boolean {
  if (to - from > LONGEST_LABEL) return false;
  for (let i = from; i < to; i += 1) {
    const { type, low } = tokenAt(reading.tokens, i);
    const isNames = low === ',' && i > from && tokenAt(reading.tokens, i + 1).type === 'word';
    if (type !== 'word' && low !== ':' && low !== '(' && !isNames) return false;
  }
  return !hasAny(wordsBetween(reading, from, to), OTHER_KIND);
}

/** Parts of the same things that miss their total by under 2 % are meant to fill it. */
function findNearTotal(parts: readonly Figure[], total: Figure): Figure[] | undefined {
  if (total.isRounded || total.approx < 50) return undefined;
  let added = 0;
  for (let size = 1; size <= parts.length; size += 1) {
    const part = parts[size - 1];
    if (part === undefined || part.isRounded || nounDistance(total, part) !== 0) return undefined;
    added += part.approx;
    if (size >= 2 && Math.abs(added - total.approx) <= 0.02 * total.approx) return parts.slice(0, size);
  }
  return undefined;
}

const multiplyByTwo = (value: Decimal): Decimal => ({ units: value.units * 2n, scale: value.scale });

function drafted(
  reading: Reading,
  parts: readonly Figure[],
  total: Figure,
  verdict: 'consistent' | 'inconsistent' | 'question',
): JudgedSum {
  const added = sum(parts.map((part) => part.value));
  const isMore = compare(added, total.value) > 0;
  const less = verdict === 'inconsistent' ? 'sum_differs_from_total' : 'sum_falls_short';
  const code = verdict === 'consistent' ? 'sum_agrees' : isMore ? 'sum_exceeds_total' : less;
  return draftSum(reading, parts, total, verdict, { code, sum: added, difference: subtract(total.value, added) });
}

function findList(reading: Reading, total: Figure): List {
  const end = skipShare(reading, total, Math.max(total.phraseEnd, total.after));
  const sign = tokenAt(reading.tokens, end).low;
  const at = (sign === ',' || sign === ';') && OPENS_LIST.has(tokenAt(reading.tokens, end + 1).low) ? end + 1 : end;
  const { low, type } = tokenAt(reading.tokens, at);
  const none: List = { marker: 'none', at, scope: reading.structure.scope[at] ?? 0 };
  if (type !== 'word' && low !== '(' && low !== ':') return findListBehindChange(reading, total, end) ?? none;
  const words = wordsBetween(reading, at, at + 5);
  const scope = reading.structure.scope[at] ?? 0;
  const isSome = /^ (?:trong|riêng|tăng|giảm|so|chiếm|đạt) /.test(words);
  if (low === '(') return isSome ? { marker: 'some', at, scope } : { marker: 'whole', at, scope };
  if (low === ':' || /^ (?:gồm|bao gồm|chia ra|cụ thể) /.test(words)) return { marker: 'whole', at, scope };
  if (/^ trong (?:số )?đó /.test(words)) return { marker: 'some', at, scope };
  return findListBehindChange(reading, total, end) ?? none;
}

/** "1.921 tỷ đồng, đạt 59% kế hoạch, cao hơn cùng kỳ 6,4 điểm; trong đó …": only shares and changes of the total stand between. */
function findListBehindChange(reading: Reading, total: Figure, end: number): List | undefined {
  let next = total.index + 1;
  for (let i = end; i < end + FARTHEST_LIST; i += 1) {
    const { low, type } = tokenAt(reading.tokens, i);
    if (type === 'end' || reading.structure.sentence[i] !== total.sentence) return undefined;
    const figure = reading.figures[next];
    if (figure?.at === i) {
      const isAside =
        figure.kind === 'percent' ||
        figure.group === 'point' ||
        isLedByChange(reading, figure) ||
        (figure.scope !== total.scope && i > end);
      if (!isAside) return undefined;
      next += 1;
    }
    const isMark = (low === ',' || low === ';') && reading.structure.scope[i] === total.scope;
    const opening = isMark && next > total.index + 1 ? OPENING.exec(wordsBetween(reading, i, i + 4))?.[1] : undefined;
    if (opening !== undefined) return { marker: opening.endsWith('gồm') ? 'whole' : 'some', at: i + 1, scope: total.scope };
  }
  return undefined;
}

/** "196,8 tỷ đồng bằng 47,8% dự toán, trong đó …": the list stands behind the share of its total. */
function skipShare(reading: Reading, total: Figure, end: number): number {
  const share = reading.figures[total.index + 1];
  if (share?.kind !== 'percent' || share.sentence !== total.sentence || share.at - end > LONGEST_LEAD) return end;
  let at = share.after;
  while (at < share.after + LONGEST_LABEL && (tokenAt(reading.tokens, at).type === 'word' || tokenAt(reading.tokens, at).low === ')')) {
    if (OPENS_LIST.has(tokenAt(reading.tokens, at).low)) return at;
    at += 1;
  }
  const { low } = tokenAt(reading.tokens, at);
  const isOpened = (low === ',' || low === ';') && OPENS_LIST.has(tokenAt(reading.tokens, at + 1).low);
  return isOpened || low === ':' ? at : end;
}

/** "gồm 61 …, 22 … và 5 …; của 47 chủ thể": a semicolon ends a list of commas. */
function isAfterList(reading: Reading, parts: readonly Figure[], figure: Figure): boolean {
  const [first, second] = parts;
  const last = parts[parts.length - 1];
  if (first === undefined || second === undefined || last === undefined) return false;
  return hasSemicolon(reading, last.after, figure.at) && !hasSemicolon(reading, first.after, second.at);
}

function collectParts(reading: Reading, total: Figure, list: List): Figure[] {
  const parts: Figure[] = [];
  for (let j = total.index + 1; j < reading.figures.length && j <= total.index + 3 * MOST_PARTS && parts.length < MOST_PARTS; j += 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== total.sentence) break;
    if (figure.at < list.at || figure.isBase || figure.kind === 'percent' || figure.group === 'time') continue;
    if (list.scope !== total.scope && figure.scope !== list.scope) {
      if (parts.length > 0 && figure.scope === total.scope) break;
      continue;
    }
    if (figure.scope !== list.scope) continue;
    const isForeign = nounDistance(total, figure) === undefined || isLedByChange(reading, figure);
    if (isForeign || figure.baseIndex >= 0 || figure.approx > total.approx * 1.5) break;
    if (parts.length >= 2 && isAfterList(reading, parts, figure)) break;
    parts.push(figure);
  }
  return parts;
}
