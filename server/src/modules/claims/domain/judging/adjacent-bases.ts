// SPDX-License-Identifier: Apache-2.0
import { classOf } from '../reading/classes.ts';
import { describe, hasAny, isVisible, leadOf, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { nounDistance } from './bases.ts';

const CARRY_OVER = phrases('kỳ trước', 'chuyển sang', 'chuyển qua', 'tồn', 'năm trước', 'cùng kỳ', 'tăng', 'giảm');
const INSIDE = phrases('trong đó', 'trong số', 'riêng');
const PART = phrases('trong đó', 'riêng', 'có', 'đã', 'được');
const HANDLED = phrases('giải quyết', 'xử lý', 'trả', 'hoàn thành', 'cấp', 'giải ngân', 'xong', 'thành công', 'kích hoạt', 'đỗ', 'thành');
const RECEIVED = phrases(
  'nhận',
  'tiếp nhận',
  'thụ lý',
  'tổng',
  'tổng số',
  'thẩm quyền',
  'phát sinh',
  'phải',
  'điều kiện',
  'cấp',
  'dự thi',
  'đăng ký',
  'trong số',
  'trong',
);
const TAKEN = phrases('nhận', 'tiếp nhận');
const DONE = phrases('đã');
const SETTLED = phrases('giải quyết', 'trả', 'xử lý', 'đến hạn', 'kết quả', 'tổng số', 'tổng');
const MOST_BACK = 12;
/** `nounDistance` of a known thing and one that is not in the lexicon: "412 điều tra viên, trong đó 398 người". */
const UNKNOWN_NOUN = 3;

/** A count before the share that holds it; `isInside`: said with "trong đó". */
export type Adjacent = { readonly figure: Figure; readonly isInside: boolean };

/** "nhận M hồ sơ, đã giải quyết N hồ sơ, đạt P%", "M hộ, trong đó N hộ, chiếm P%": the last larger count before it. */
export function findAdjacentBase(reading: Reading, numerator: Figure): Adjacent | undefined {
  const figure = findLargerBefore(reading, numerator);
  if (figure === undefined) return findLastOfSentenceBefore(reading, numerator);
  const between = wordsBetween(reading, figure.after, numerator.at);
  const what = describe(reading, figure);
  const isInside = hasAny(between, INSIDE);
  if (hasAny(`${what}${between}`, CARRY_OVER) && !isInside) return undefined;
  if (!isInside && isAddedTo(reading, figure)) return undefined;
  const found = { figure, isInside };
  if (classOf(reading, numerator)?.family === 'timeliness')
    return hasAny(what, SETTLED) || (isInside && !hasAny(what, TAKEN)) ? found : undefined;
  const isHandled = hasAny(describe(reading, numerator), HANDLED);
  const isReceived = hasAny(what, RECEIVED);
  const isFirst = figure.index === numerator.index - 1 && figure.group !== 'money' && areSameThings(reading, figure, numerator);
  const isPaid = figure.group === 'money' && figure.multiplier === numerator.multiplier && (isHandled || hasAny(between, DONE));
  return isInside ||
    isFirst ||
    (isPaid && figure.index === numerator.index - 1) ||
    (isHandled && isReceived) ||
    ((isHandled || isReceived) && hasAny(between, PART))
    ? found
    : undefined;
}

/** "kỳ trước chuyển sang 200 hồ sơ, tiếp nhận 3.000 hồ sơ": the total is their sum. */
function isAddedTo(reading: Reading, base: Figure): boolean {
  const before = reading.figures[base.index - 1];
  return (
    before !== undefined && before.sentence === base.sentence && before.kind === 'count' && hasAny(describe(reading, before), CARRY_OVER)
  );
}

/** "Có M đơn thuộc thẩm quyền. Đã giải quyết N đơn, đạt P%": what the sentence before ends with, when this one opens with the share. */
function findLastOfSentenceBefore(reading: Reading, numerator: Figure): Adjacent | undefined {
  if (classOf(reading, numerator)?.family === 'timeliness') return undefined;
  for (let j = numerator.index - 1; j >= 0 && j >= numerator.index - MOST_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence === numerator.sentence || figure.kind === 'percent') return undefined;
    if (figure.paragraph !== numerator.paragraph || numerator.sentence - figure.sentence > 1) return undefined;
    if (figure.isBase || figure.baseIndex >= 0 || !isVisible(reading, figure.scope, numerator.scope)) continue;
    const isReceived = hasAny(describe(reading, figure), RECEIVED) && figure.approx >= numerator.approx;
    return isReceived && nounDistance(figure, numerator) === 0 ? { figure, isInside: false } : undefined;
  }
  return undefined;
}

function findLargerBefore(reading: Reading, numerator: Figure): Figure | undefined {
  const own = classOf(reading, numerator);
  for (let j = numerator.index - 1; j >= 0 && j >= numerator.index - MOST_BACK; j -= 1) {
    const figure = reading.figures[j];
    if (figure === undefined || figure.sentence !== numerator.sentence) return undefined;
    const isRestated = j >= numerator.index - 2 && hasAny(wordsBetween(reading, figure.after, numerator.at), INSIDE);
    const isCount = figure.kind === 'count' && !figure.isBase && (isRestated || isVisible(reading, figure.scope, numerator.scope));
    const isPart = isCount && figure.index === numerator.index - 1 && namesThing(reading, figure, numerator);
    const distance = isPart ? 0 : isCount ? nounDistance(figure, numerator) : undefined;
    const noun = distance === UNKNOWN_NOUN && isRestated && j === numerator.index - 1 ? 0 : distance;
    const isSibling = own !== undefined && isCount && classOf(reading, figure)?.family === own.family;
    if (noun !== undefined && noun <= 1 && !isSibling && figure.approx >= numerator.approx) return figure;
  }
  return undefined;
}

/** "68.905 hồ sơ cấp tài khoản định danh, kích hoạt 61.377 tài khoản": dossiers of accounts. */
function namesThing(reading: Reading, base: Figure, numerator: Figure): boolean {
  const thing = tokenAt(reading.tokens, numerator.after).low;
  return numerator.isKnownNoun && base.isKnownNoun && wordsBetween(reading, base.after, base.phraseEnd).includes(` ${thing} `);
}

/** One noun behind both numbers, or behind one and in the words before the other: "tổng số đại biểu 52, có mặt 49 đại biểu". */
function areSameThings(reading: Reading, base: Figure, numerator: Figure): boolean {
  if (nounDistance(base, numerator) === 0) return base.isKnownNoun;
  const [named, bare] = base.isKnownNoun ? [base, numerator] : [numerator, base];
  const noun = tokenAt(reading.tokens, named.after).low;
  return named.isKnownNoun && bare.group === '' && leadOf(reading, bare).includes(` ${noun} `);
}
