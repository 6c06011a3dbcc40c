// SPDX-License-Identifier: Apache-2.0
import { describe, isLedByTotal, isVisible, leadOf, wordsAfter, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { findCountedNoun } from '../reading/lexicon.ts';
import { isCountedAt } from '../reading/skip.ts';
import { tokenAt } from '../reading/tokens.ts';
import { nounDistance } from './bases.ts';

/**
 * The total that the words around a percent name. `plan`: they name one that is not printed near by;
 * `thing`: they name one of these things, without saying which number it is.
 */
export type NamedBase =
  | { readonly kind: 'printed'; readonly figure: Figure }
  | { readonly kind: 'plan' | 'none' }
  | { readonly kind: 'thing'; readonly group: string };

const NONE: NamedBase = { kind: 'none' };

const FARTHEST_AFTER = 16;
const FIGURES_BACK = 16;
const FIGURES_AHEAD = 6;
const SENTENCES_BACK = 3;
const MOST_NAME_WORDS = 7;
const OPENS_NAME = new Set(['so', 'với', 'trên', 'trong', 'của', 'tổng', 'số', 'toàn', 'cộng', 'các', 'là']);
const ENDS_NAME = new Set(['và', 'tăng', 'giảm', 'vượt', 'cao', 'thấp', 'là', 'còn', 'đạt', 'chiếm', 'do', 'trong', 'để', 'theo', 'với']);
const EMPTY_WORDS = new Set(['được', 'đã', 'có', 'các', 'này', 'trên']);
const PLAN = / (?:kế hoạch|chỉ tiêu|dự toán|nghị quyết|mục tiêu|biên chế|nhu cầu|dân số|vốn giao|được giao|giao) /;
const NAMES_TOTAL = / (?:tổng|tổng số|số|so với|trên|của) /;
const SAYS_TOTAL = / tổng số /;
/** `nounDistance` of two different known things: cards issued of people. */
const OTHER_NOUN = 8;
const IS_OTHER = / (?:tăng|giảm|vượt|gồm|đó|riêng|có|còn|cao|thấp) /;
const OPENING = /^ (?:trong|trên)(?: tổng)?(?: số)? $/;
const CLOSING = /(?:^| )(?:trên|trong)(?: tổng)? số $/;

/** Looks at the words after the percent, at the opening of the sentence, and at its end. */
export function findNamedBase(reading: Reading, numerator: Figure, percent: Figure): NamedBase {
  const after = findBaseAfter(reading, numerator, percent);
  if (after !== undefined) return { kind: 'printed', figure: after };
  const opening = readOpeningName(reading, numerator);
  const name = readName(reading, percent.after) ?? opening;
  const figure =
    name === undefined
      ? (findOpening(reading, numerator) ?? findClosing(reading, numerator, percent))
      : (findByName(reading, numerator, name) ?? findTotalOf(reading, numerator, percent, name));
  if (figure !== undefined) return { kind: 'printed', figure };
  if (name === undefined) return NONE;
  if (name.isPlan || name === opening) return { kind: 'plan' };
  return name.group === undefined ? NONE : { kind: 'thing', group: name.group };
}

/** "đạt 85% kế hoạch (11.500 người)", "chiếm 12,3% tổng số hồ sơ là 12.680 hồ sơ", "14,3% trên tổng số 15.000 người". */
export function findBaseAfter(reading: Reading, numerator: Figure | undefined, percent: Figure): Figure | undefined {
  if (tokenAt(reading.tokens, percent.after).type !== 'word') return undefined;
  const base = reading.figures[percent.index + 1];
  const isNear =
    base !== undefined && base.kind === 'count' && base.sentence === percent.sentence && base.at - percent.after <= FARTHEST_AFTER;
  if (!isNear || base.baseIndex >= 0) return undefined;
  let open = -1;
  for (let i = percent.after; i < base.at; i += 1) {
    const { type, low } = tokenAt(reading.tokens, i);
    if (type === 'word' || type === 'number' || (low === ',' && isCountedAt(reading.tokens, i + 1))) continue;
    if (low !== '(' || open >= 0 || i === percent.after) return undefined;
    open = i;
  }
  const words = wordsBetween(reading, percent.after, base.at);
  if (words.trim() === '' || IS_OTHER.test(words)) return undefined;
  const isRepeated = open >= 0 && base.isKnownNoun && readName(reading, percent.after)?.group === base.group;
  const isNaming =
    open >= 0 ? isRepeated || PLAN.test(words) || / (?:tổng|so với) /.test(words) : NAMES_TOTAL.test(words) || PLAN.test(words);
  const noun = numerator === undefined ? 0 : nounDistance(numerator, base);
  const farthest = (isRepeated || SAYS_TOTAL.test(words)) && (numerator?.approx ?? 0) <= base.approx ? OTHER_NOUN : 1;
  return isNaming && noun !== undefined && noun <= farthest && base.approx > 0 ? base : undefined;
}

type Name = { readonly words: readonly string[]; readonly noun: string; readonly group: string | undefined; readonly isPlan: boolean };

/** What a share is said to be of, from a token on: "tổng số văn bản đi", "dân số"; "tổng số của thành phố" names none. */
function readName(reading: Reading, at: number): Name | undefined {
  let from = at;
  while (OPENS_NAME.has(tokenAt(reading.tokens, from).low)) from += 1;
  let to = from;
  while (to < from + MOST_NAME_WORDS && tokenAt(reading.tokens, to).type === 'word' && !ENDS_NAME.has(tokenAt(reading.tokens, to).low))
    to += 1;
  const isOwner = from > at && tokenAt(reading.tokens, from - 1).low === 'của';
  if (to === from || isOwner) return undefined;
  const words = reading.tokens.slice(from, to).map((token) => token.low);
  const noun = findCountedNoun(words[0] ?? '', words[1] ?? '', words[2] ?? '');
  const isPlan = PLAN.test(` ${words.join(' ')} `);
  if (from === at && noun === undefined && !isPlan) return undefined;
  const told = words.slice(noun?.words ?? 0).filter((word) => !EMPTY_WORDS.has(word));
  return { words: told, noun: words.slice(0, noun?.words ?? 0).join(' '), group: noun?.group, isPlan };
}

/** "Trong số đã giải quyết, 29.834 hồ sơ đúng hạn". */
function readOpeningName(reading: Reading, numerator: Figure): Name | undefined {
  let at = numerator.at;
  while (at > 0 && numerator.at - at < FARTHEST_AFTER && reading.structure.sentence[at - 1] === numerator.sentence) at -= 1;
  while (tokenAt(reading.tokens, at).type === 'newline') at += 1;
  if (tokenAt(reading.tokens, at).low !== 'trong') return undefined;
  const next = tokenAt(reading.tokens, at + 1).low;
  return next === 'số' || next === 'tổng' ? readName(reading, at) : undefined;
}

/** The nearest earlier count of such things whose description has every further word of the name. */
function findByName(reading: Reading, numerator: Figure, name: Name): Figure | undefined {
  if (name.words.length === 0) return findHolder(reading, numerator, name);
  const own = describe(reading, numerator);
  if (name.group === undefined && name.words.every((word) => own.includes(` ${word} `))) return undefined;
  for (let j = numerator.index - 1; j >= 0 && j >= numerator.index - FIGURES_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || numerator.sentence - figure.sentence > SENTENCES_BACK) break;
    const isCount = figure.kind === 'count' && figure.approx >= numerator.approx && isVisible(reading, figure.scope, numerator.scope);
    const noun = isCount ? nounDistance(figure, numerator) : undefined;
    const farthest = name.group === undefined && name.words.length >= 2 ? OTHER_NOUN : 3;
    if (noun === undefined || noun > farthest || (name.group !== undefined && figure.group !== name.group)) continue;
    const description = describe(reading, figure);
    if (name.words.every((word) => description.includes(` ${word} `))) return figure;
  }
  return undefined;
}

/** "1.298 thôn có nhà văn hóa, trong đó 874 nhà đạt chuẩn, bằng 67,3% số nhà văn hóa": the phrase of another count has the name. */
function findHolder(reading: Reading, numerator: Figure, { noun, group }: Name): Figure | undefined {
  const figure = group === undefined ? undefined : nearestCount(reading, numerator);
  if (figure === undefined || figure.group === group || figure.approx < numerator.approx) return undefined;
  return wordsBetween(reading, figure.after, figure.phraseEnd).includes(` ${noun} `) ? figure : undefined;
}

/** The count right before, but for its percent. */
function nearestCount(reading: Reading, numerator: Figure): Figure | undefined {
  const before = reading.figures[numerator.index - 1];
  const figure = before?.kind === 'percent' ? reading.figures[numerator.index - 2] : before;
  return figure?.kind === 'count' && figure.sentence === numerator.sentence && !figure.isBase && figure.baseIndex < 0 ? figure : undefined;
}

/** "71% tổng số hội viên. Tổng số hội viên: 10.000 người": the only total of such things near by. */
function findTotalOf(reading: Reading, numerator: Figure, percent: Figure, { words, group }: Name): Figure | undefined {
  if (group === undefined || words.length > 0 || !SAYS_TOTAL.test(wordsAfter(reading, percent.after))) return undefined;
  let found: Figure | undefined;
  for (let j = percent.index - FIGURES_BACK; j <= percent.index + FIGURES_AHEAD; j += 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.group !== group || figure === numerator || figure.isBase || figure.baseIndex >= 0) continue;
    const isNear = Math.abs(figure.sentence - percent.sentence) <= SENTENCES_BACK && figure.paragraph === percent.paragraph;
    if (!isNear || !isLedByTotal(reading, figure)) continue;
    if (found !== undefined) return undefined;
    found = figure;
  }
  return found !== undefined && found.approx >= numerator.approx ? found : undefined;
}

/** "Trong tổng số 320 đảng viên, có 96 …", "Trong 850 ý kiến, …". */
function findOpening(reading: Reading, numerator: Figure): Figure | undefined {
  let first: Figure | undefined;
  for (let j = numerator.index - 1; j >= 0 && j >= numerator.index - FIGURES_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== numerator.sentence) break;
    if (figure.kind === 'count') first = figure;
  }
  if (first === undefined || !OPENING.test(leadOf(reading, first)) || first.isBase || first.baseIndex >= 0) return undefined;
  const noun = nounDistance(first, numerator);
  return noun !== undefined && noun <= 1 && first.approx >= numerator.approx ? first : undefined;
}

/** "… 6 người (0,8%) trên tổng số 768 người": the end of a list names the total of all. */
function findClosing(reading: Reading, numerator: Figure, percent: Figure): Figure | undefined {
  for (let j = percent.index + 1; j < reading.figures.length && j <= percent.index + FIGURES_BACK; j += 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== percent.sentence) return undefined;
    const mayClose = figure.kind === 'count' && !figure.isBase && tokenAt(reading.tokens, figure.at - 1).low === 'số';
    if (!mayClose || !CLOSING.test(leadOf(reading, figure))) continue;
    const noun = nounDistance(figure, numerator);
    return noun !== undefined && noun <= 1 && figure.approx >= numerator.approx ? figure : undefined;
  }
  return undefined;
}
