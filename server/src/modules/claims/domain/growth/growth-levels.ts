// SPDX-License-Identifier: Apache-2.0

import { nounDistance } from '../judging/bases.ts';
import { hasAny, isVisible, leadOf, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, PercentLead, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';

/** The value of the earlier period and that of the later one. */
export type Levels = { readonly before: Figure; readonly after: Figure };

const COMPARED = phrases('so với', 'so', 'cùng kỳ', 'năm trước', 'năm', 'tháng trước', 'quý trước');
const OTHER = / (?:trong đó|gồm|tăng|giảm|có|được|đã|kế hoạch|chỉ tiêu|dự toán) /;
const EARLIER = / (?:cùng kỳ|năm trước|kỳ trước|tháng trước|quý trước|đầu năm|năm \S+) /;
const PERIOD = / (?:cùng kỳ|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|năm|tháng|quý) (?:\S+ ){0,3}$/;
const TURNS = phrases('còn', 'xuống', 'lên', 'thành', 'đến');
const CHANGES = phrases('tăng', 'giảm');
const FARTHEST_TOKENS = 24;
const FARTHEST_AFTER = 16;
const MOST_BACK = 4;
const NEAR = 6;

/** The two counts that a percent of change compares, if the sentence prints both. */
export function findLevels(reading: Reading, percent: Figure, lead: PercentLead): Levels | undefined {
  const ahead = fromTo(reading, percent.index + 1, percent);
  if (ahead !== undefined && ahead.before.at - percent.after <= 4) return ahead;
  const earlier = findEarlier(reading, percent);
  if (earlier !== undefined) return earlier;
  const ofFraction = fractionOfChange(reading, percent);
  if (ofFraction !== undefined) return ofFraction;
  if (hasAny(lead.words, COMPARED)) return undefined;
  return fromTo(reading, percent.index - 2, percent) ?? toFrom(reading, percent) ?? againstEarlier(reading, percent);
}

const areComparable = (before: Figure, after: Figure): boolean =>
  before.kind === 'count' &&
  after.kind === 'count' &&
  before.value.units > 0n &&
  nounDistance(before, after) !== undefined &&
  before.hedge === undefined &&
  after.hedge === undefined;

/** "từ 93 thủ tục nay còn 46 thủ tục". */
function fromTo(reading: Reading, index: number, percent: Figure): Levels | undefined {
  const before = reading.figures[index];
  const after = reading.figures[index + 1];
  if (before === undefined || after === undefined || before.sentence !== percent.sentence || after.sentence !== percent.sentence)
    return undefined;
  const isNear = Math.abs(percent.at - after.at) <= FARTHEST_TOKENS || Math.abs(before.at - percent.at) <= FARTHEST_TOKENS;
  const opens = / từ (?:\S+ ){0,2}$/.test(leadOf(reading, before));
  const turns = hasAny(wordsBetween(reading, before.after, after.at), TURNS);
  return isNear && areComparable(before, after) && opens && turns ? { before, after } : undefined;
}

/** "giảm 10 vụ (15/25 vụ), giảm 40%": the later value over the earlier one, which the change before them tells. */
function fractionOfChange(reading: Reading, percent: Figure): Levels | undefined {
  const before = reading.figures[percent.index - 1];
  const after = reading.figures[percent.index - 2];
  const change = reading.figures[percent.index - 3];
  if (before === undefined || after?.baseIndex !== before.index || change?.kind !== 'count' || change.sentence !== percent.sentence)
    return undefined;
  const isChange = / (?:tăng|giảm)(?: thêm)? $/.test(leadOf(reading, change)) && (nounDistance(change, after) ?? 9) <= 1;
  const isDifference = Math.abs(before.approx - after.approx) === change.approx;
  return isChange && isDifference && percent.at - before.phraseEnd <= NEAR && areComparable(before, after) ? { before, after } : undefined;
}

/** "1.318 hộ, tăng từ 1.204 hộ, tương đương tăng 9,47%". */
function toFrom(reading: Reading, percent: Figure): Levels | undefined {
  const after = reading.figures[percent.index - 2];
  const before = reading.figures[percent.index - 1];
  if (before === undefined || after === undefined || after.sentence !== percent.sentence) return undefined;
  const opens = / (?:tăng|giảm)(?: so)? từ (?:\S+ ){0,2}$/.test(leadOf(reading, before));
  const isSame = tokenAt(reading.tokens, before.after).low === tokenAt(reading.tokens, after.after).low;
  return opens && isSame && areComparable(before, after) ? { before, after } : undefined;
}

/** "529 đơn, giảm 12,3% so với cùng kỳ năm 2022 (603 đơn)". */
function findEarlier(reading: Reading, percent: Figure): Levels | undefined {
  const before = reading.figures[percent.index + 1];
  if (before === undefined || before.sentence !== percent.sentence || before.at - percent.after > FARTHEST_AFTER) return undefined;
  const words = wordsBetween(reading, percent.after, before.at);
  if (!hasAny(words, COMPARED) || OTHER.test(words) || before.baseIndex >= 0) return undefined;
  const opening = tokenAt(reading.tokens, before.at - 1).low;
  const isClosed = tokenAt(reading.tokens, before.phraseEnd).low === ')' && (opening === '(' || isPeriodAside(reading, percent, before));
  const isStated = / (?:là|có) $/.test(leadOf(reading, before)) && (before.scope !== percent.scope || isUnbroken(reading, percent, before));
  if (!isClosed && !isStated) return undefined;
  for (let j = percent.index - 1; j >= 0 && j >= percent.index - MOST_BACK; j -= 1) {
    const after = reading.figures[j];
    if (after === undefined || after.sentence !== percent.sentence) return undefined;
    const isAside = after.scope !== percent.scope && !isVisible(reading, after.scope, percent.scope);
    if (after.kind !== 'count' || after.isBase || isAside || hasAny(leadOf(reading, after), CHANGES)) continue;
    return areComparable(before, after) && nounDistance(before, after) === 0 ? { before, after } : undefined;
  }
  return undefined;
}

/** "tăng 15,2% (cùng kỳ 128 triệu USD)", "(năm 2021: 128 triệu USD)": nothing but the period before the earlier value. */
function isPeriodAside(reading: Reading, percent: Figure, before: Figure): boolean {
  if (before.scope === percent.scope) return false;
  let i = before.at - 1;
  while (i > percent.after && tokenAt(reading.tokens, i).low !== '(') i -= 1;
  return PERIOD.test(wordsBetween(reading, i, before.at)) && before.at - i <= 8;
}

/** "tăng 431 hồ sơ so với cùng kỳ năm trước (1.725 hồ sơ), tương ứng tăng 24,99%". */
function isChangeOf(reading: Reading, change: Figure, earlier: Figure): boolean {
  const isLed = / (?:tăng|giảm) $/.test(leadOf(reading, change)) && areComparable(change, earlier) && nounDistance(change, earlier) === 0;
  return isLed && earlier.scope !== change.scope && hasAny(wordsBetween(reading, change.after, earlier.at), COMPARED);
}

/** "tăng 12,5% so với cùng kỳ năm 2024 là 1.107 triệu đồng": no sign in between. */
function isUnbroken(reading: Reading, percent: Figure, before: Figure): boolean {
  for (let i = percent.after; i < before.at; i += 1) if (tokenAt(reading.tokens, i).type === 'sign') return false;
  return true;
}

/** "còn 145 vụ so với 182 vụ cùng kỳ năm trước (giảm 20,3%)". */
function againstEarlier(reading: Reading, percent: Figure): Levels | undefined {
  const after = reading.figures[percent.index - 2];
  const before = reading.figures[percent.index - 1];
  if (before === undefined || after === undefined || after.sentence !== percent.sentence || percent.at - before.phraseEnd > 4)
    return undefined;
  const between = wordsBetween(reading, after.after, before.at);
  const told = `${between.trimEnd()}${wordsBetween(reading, before.after, before.phraseEnd)}`;
  const isCompared = / (?:so với|trong khi|trước đó)(?: \S+){0,6} $/.test(between) && EARLIER.test(told);
  const isLevel = !/ (?:tăng|giảm)(?: thêm| được)? $/.test(leadOf(reading, after));
  return isCompared && isLevel && areComparable(before, after) && nounDistance(before, after) === 0 ? { before, after } : undefined;
}

/** A change printed as a number, beside the value of one of the two periods. */
export type PrintedChange = { readonly known: Figure; readonly isEarlier: boolean; readonly change: Figure };

/** "76 vụ, giảm 21 vụ (giảm 21,6%)", "so với cùng kỳ (603 đơn) giảm 74 đơn, tương ứng giảm 12,3%". */
export function findPrintedChange(reading: Reading, percent: Figure): PrintedChange | undefined {
  const change = reading.figures[percent.index - 1];
  const known = reading.figures[percent.index - 2];
  if (change === undefined || known === undefined || known.sentence !== percent.sentence) return undefined;
  if (isChangeOf(reading, known, change) && percent.at - change.phraseEnd <= 4) return { known: change, isEarlier: true, change: known };
  const isChange = / (?:tăng|giảm) $/.test(leadOf(reading, change)) && areComparable(change, known) && nounDistance(change, known) === 0;
  const isPlain = known.baseIndex < 0 && !known.isBase && known.isKnownNoun && change.at - known.phraseEnd <= 3;
  const words = wordsBetween(reading, change.after, percent.at);
  if (!isChange || !isPlain || percent.at - change.phraseEnd > 4 || !hasAny(words, CHANGES)) return undefined;
  return { known, isEarlier: known.scope !== change.scope, change };
}
