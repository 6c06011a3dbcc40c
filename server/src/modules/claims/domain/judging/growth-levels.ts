// SPDX-License-Identifier: Apache-2.0
import { hasAny, leadOf, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, PercentLead, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { nounDistance } from './bases.ts';

/** The value of the earlier period and that of the later one. */
export type Levels = { readonly before: Figure; readonly after: Figure };

const COMPARED = phrases('so với', 'so', 'cùng kỳ', 'năm trước', 'năm', 'tháng trước', 'quý trước');
const OTHER = / (?:trong đó|gồm|tăng|giảm|có|được|đã|kế hoạch|chỉ tiêu|dự toán) /;
const TURNS = phrases('còn', 'xuống', 'lên', 'thành', 'đến');
const CHANGES = phrases('tăng', 'giảm');
const FARTHEST_TOKENS = 24;
const FARTHEST_AFTER = 16;
const MOST_BACK = 4;

/** The two counts that a percent of change compares, if the sentence prints both. */
export function findLevels(reading: Reading, percent: Figure, lead: PercentLead): Levels | undefined {
  const ahead = fromTo(reading, percent.index + 1, percent);
  if (ahead !== undefined && ahead.before.at - percent.after <= 4) return ahead;
  const earlier = findEarlier(reading, percent);
  if (earlier !== undefined) return earlier;
  if (hasAny(lead.words, COMPARED)) return undefined;
  return fromTo(reading, percent.index - 2, percent) ?? toFrom(reading, percent);
}

const areComparable = (before: Figure, after: Figure): boolean =>
  before.kind === 'count' &&
  after.kind === 'count' &&
  before.value.units > 0n &&
  nounDistance(before, after) !== undefined &&
  !before.isRounded &&
  !after.isRounded;

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
  const isClosed = opening === '(' && tokenAt(reading.tokens, before.phraseEnd).low === ')';
  const isStated = / (?:là|có) $/.test(leadOf(reading, before)) && before.scope !== percent.scope;
  if (!isClosed && !isStated) return undefined;
  for (let j = percent.index - 1; j >= 0 && j >= percent.index - MOST_BACK; j -= 1) {
    const after = reading.figures[j];
    if (after === undefined || after.sentence !== percent.sentence) return undefined;
    if (after.kind !== 'count' || after.isBase || hasAny(leadOf(reading, after), CHANGES)) continue;
    return areComparable(before, after) && nounDistance(before, after) === 0 ? { before, after } : undefined;
  }
  return undefined;
}

/** A change printed as a number, beside the value of one of the two periods. */
export type PrintedChange = { readonly known: Figure; readonly isEarlier: boolean; readonly change: Figure };

/** "76 vụ, giảm 21 vụ (giảm 21,6%)", "so với cùng kỳ (603 đơn) giảm 74 đơn, tương ứng giảm 12,3%". */
export function findPrintedChange(reading: Reading, percent: Figure): PrintedChange | undefined {
  const change = reading.figures[percent.index - 1];
  const known = reading.figures[percent.index - 2];
  if (change === undefined || known === undefined || known.sentence !== percent.sentence) return undefined;
  const isChange = / (?:tăng|giảm) $/.test(leadOf(reading, change)) && areComparable(change, known) && nounDistance(change, known) === 0;
  const isPlain = known.baseIndex < 0 && !known.isBase && known.isKnownNoun && change.at - known.phraseEnd <= 3;
  const words = wordsBetween(reading, change.after, percent.at);
  if (!isChange || !isPlain || percent.at - change.phraseEnd > 4 || !hasAny(words, CHANGES)) return undefined;
  return { known, isEarlier: known.scope !== change.scope, change };
}
