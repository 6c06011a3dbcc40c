// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { formatVietnamese, subtract, toNumber } from '../decimal.ts';
import { nounDistance } from '../judging/bases.ts';
import { directionWord, printed } from '../judging/drafts.ts';
import { hasAny, hasSemicolon, isVisible, leadOf, phrases, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';

type Levels = { readonly before: Figure; readonly after: Figure };

const CHANGED = / (tăng|giảm)(?: thêm| được)? $/;
const FROM = / từ (?:\S+ ){0,2}$/;
const TURNS = phrases('còn', 'xuống', 'lên', 'thành');
const COMPARED = phrases('so với', 'cùng kỳ', 'năm trước', 'kỳ trước', 'tháng trước', 'quý trước', 'đầu năm', 'đầu kỳ');
const OTHER = / (?:trong đó|gồm|kế hoạch|chỉ tiêu|dự toán|và|bằng|tương ứng) /;
const PERIOD = / (?:năm|kỳ|tháng|quý|so với) /;
const FARTHEST = 18;
const NEAR = 5;
const MOST_BACK = 4;

/** Recomputes a change that is printed as a number beside both levels: "284 hộ, giảm 61 hộ so với đầu năm (345 hộ)". */
export function checkChanges(reading: Reading): ClaimDraft[] {
  const drafts: ClaimDraft[] = [];
  for (const change of reading.figures) {
    if (change.kind !== 'count' || change.isBase || change.baseIndex >= 0 || change.group === 'rank' || change.group === 'point') continue;
    const stated = CHANGED.exec(leadOf(reading, change))?.[1];
    if (stated === undefined || change.isRounded) continue;
    const levels = fromTo(reading, change) ?? toldAfter(reading, change) ?? compared(reading, change);
    if (levels !== undefined) drafts.push(draft(reading, change, stated === 'tăng' ? 'increase' : 'decrease', levels));
  }
  return drafts;
}

/** "giảm từ 345 hộ xuống còn 284 hộ, giảm 61 hộ". */
function fromTo(reading: Reading, change: Figure): Levels | undefined {
  const before = reading.figures[change.index - 2];
  const after = reading.figures[change.index - 1];
  if (!isLevel(before, change, true) || !isLevel(after, change, true) || change.at - after.phraseEnd > FARTHEST) return undefined;
  return FROM.test(leadOf(reading, before)) && hasAny(leadOf(reading, after), TURNS) ? { before, after } : undefined;
}

/** "giảm 204 hồ sơ, từ 530 xuống 326 hồ sơ". */
function toldAfter(reading: Reading, change: Figure): Levels | undefined {
  const before = reading.figures[change.index + 1];
  const after = reading.figures[change.index + 2];
  if (!isLevel(before, change, true) || !isLevel(after, change, true) || before.at - change.phraseEnd > NEAR) return undefined;
  const isTurned = after.at - before.phraseEnd <= NEAR && hasAny(leadOf(reading, after), TURNS);
  return isTurned && FROM.test(leadOf(reading, before)) ? { before, after } : undefined;
}

function compared(reading: Reading, change: Figure): Levels | undefined {
  const before = reading.figures[change.index + 1];
  if (!isLevel(before, change) || before.at - change.phraseEnd > FARTHEST || !isEarlier(reading, change, before)) return undefined;
  for (let j = change.index - 1; j >= 0 && j >= change.index - MOST_BACK; j -= 1) {
    const after = reading.figures[j];
    if (after === undefined || after.sentence !== change.sentence) return undefined;
    if (after.scope !== change.scope && !isVisible(reading, after.scope, change.scope)) continue;
    return isLevel(after, change, after.index === change.index - 1) && change.at - after.phraseEnd <= FARTHEST && !isMoved(reading, after)
      ? { before, after }
      : undefined;
  }
  return undefined;
}

/** In parentheses of its own, or "năm trước là 345 hộ", "so với 345 hộ cùng kỳ". */
function isEarlier(reading: Reading, change: Figure, before: Figure): boolean {
  const words = wordsBetween(reading, change.after, before.at);
  if (!hasAny(words, COMPARED) || OTHER.test(words) || hasSemicolon(reading, change.after, before.at)) return false;
  const isClosed = tokenAt(reading.tokens, before.at - 1).low === '(' && tokenAt(reading.tokens, before.phraseEnd).low === ')';
  return isClosed || (/ (?:là|có|so với) $/.test(words) && PERIOD.test(leadOf(reading, before)));
}

const isMoved = (reading: Reading, figure: Figure): boolean => / (?:tăng|giảm|từ) (?:\S+ ){0,1}$/.test(leadOf(reading, figure));

const isLevel = (figure: Figure | undefined, change: Figure, mayBeBare = false): figure is Figure =>
  figure !== undefined &&
  figure.kind === 'count' &&
  figure.sentence === change.sentence &&
  !figure.isBase &&
  figure.baseIndex < 0 &&
  !figure.isRounded &&
  (figure.group === '' ? mayBeBare && change.group !== '' : nounDistance(figure, change) === 0);

function draft(reading: Reading, change: Figure, stated: 'increase' | 'decrease', { before, after }: Levels): ClaimDraft {
  const difference = subtract(after.value, before.value);
  const size = difference.units < 0n ? { units: -difference.units, scale: difference.scale } : difference;
  const direction = difference.units < 0n ? 'decrease' : 'increase';
  const isRight = direction === stated && subtract(size, change.value).units === 0n;
  const all = [before, after, change];
  return {
    kind: 'growth',
    start: Math.min(...all.map((figure) => figure.start)),
    end: Math.max(...all.map((figure) => figure.end)),
    numerator: toNumber(after.value),
    denominator: toNumber(before.value),
    statedPercent: null,
    recomputedPercent: null,
    change: direction,
    verdict: isRight ? 'consistent' : 'inconsistent',
    finding: {
      code: isRight ? 'change_agrees' : 'change_mismatch',
      params: {
        before: printed(reading, before),
        after: printed(reading, after),
        direction: directionWord(direction),
        recomputed: formatVietnamese(size),
        stated: `${directionWord(stated)} ${printed(reading, change)}`,
      },
    },
  };
}
