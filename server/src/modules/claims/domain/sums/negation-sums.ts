// SPDX-License-Identifier: Apache-2.0
import { subtract, sum } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { draftSum, type JudgedSum } from '../judging/drafts.ts';
import { overlap, sumRange } from '../judging/judge.ts';
import { leadOf, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';

const NEGATED = / (?:chưa|không) (?:được )?(\S+(?: \S+)?)/g;
const MOST_BACK = 4;
const MOST_WORDS = 6;
const TOO_COMMON = new Set(['có', 'còn', 'phải', 'được', 'bị', 'kể', 'chỉ']);

/** "30 xã đạt chuẩn, 17 xã chưa đạt chuẩn": one deed and its denial share nothing, so together they exceed no total. */
export function checkNegations(reading: Reading): JudgedSum[] {
  const drafts: JudgedSum[] = [];
  for (const denied of reading.figures) {
    if (!isPart(denied) || denied.index < 2) continue;
    const words = sayings(reading, denied);
    if (!words.includes(' chưa ') && !words.includes(' không ')) continue;
    const done = findAffirmed(reading, denied, words);
    const total = done === undefined ? undefined : findTotal(reading, done, denied);
    const draft = done === undefined || total === undefined ? undefined : judge(reading, [done, denied], total);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

const isPart = (figure: Figure): boolean =>
  figure.kind === 'count' && !figure.isBase && figure.baseIndex < 0 && figure.group !== 'time' && figure.group !== 'money';

/** What is said of a count: the words before it and those behind it, up to the next sign or number. */
export function sayings(reading: Reading, figure: Figure): string {
  let to = figure.after;
  while (to < figure.after + MOST_WORDS && tokenAt(reading.tokens, to).type === 'word' && tokenAt(reading.tokens, to).low !== 'và') to += 1;
  return `${leadOf(reading, figure).trimEnd()}${wordsBetween(reading, figure.after, to)}`;
}

/** Whether what is said of one count denies what is said of another: "17 xã chưa đạt chuẩn" beside "30 xã đạt chuẩn". */
export function deniesDeed(words: string, said: string): boolean {
  const isDenial = words.includes(' chưa ') || words.includes(' không ');
  if (!isDenial || said.includes(' chưa ') || said.includes(' không ')) return false;
  for (const [, deed = ''] of words.matchAll(NEGATED))
    if (!TOO_COMMON.has(deed.split(' ')[0] ?? '') && said.includes(` ${deed} `)) return true;
  return false;
}

function findAffirmed(reading: Reading, denied: Figure, words: string): Figure | undefined {
  for (let j = denied.index - 1; j >= 0 && j >= denied.index - MOST_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== denied.sentence) return undefined;
    if (figure.scope !== denied.scope || figure.kind === 'percent') continue;
    if (!isPart(figure) || (nounDistance(figure, denied) ?? 9) > 1) return undefined;
    return deniesDeed(words, sayings(reading, figure)) ? figure : undefined;
  }
  return undefined;
}

/** The last such count before both, in the same sentence. */
function findTotal(reading: Reading, done: Figure, denied: Figure): Figure | undefined {
  for (let j = done.index - 1; j >= 0 && j >= done.index - 2; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== done.sentence) return undefined;
    if (figure.kind === 'percent') continue;
    const isTotal = isPart(figure) && (nounDistance(figure, done) ?? 9) <= 1 && figure.approx >= Math.max(done.approx, denied.approx);
    return isTotal && !figure.isRounded ? figure : undefined;
  }
  return undefined;
}

function judge(reading: Reading, parts: readonly Figure[], total: Figure): JudgedSum | undefined {
  const added = sum(parts.map((part) => part.value));
  const difference = subtract(total.value, added);
  if (overlap(sumRange(parts), total.range))
    return draftSum(reading, parts, total, 'consistent', { code: 'sum_agrees', sum: added, difference });
  if (difference.units > 0n || parts.some((part) => part.isRounded)) return undefined;
  return draftSum(reading, parts, total, 'inconsistent', { code: 'sum_exceeds_total', sum: added, difference });
}
