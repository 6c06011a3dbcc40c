// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import { add, isPositive, subtract } from '../decimal.ts';
import { leadOf, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { operandsOf } from './drafts.ts';

const PLANNED = / (?:kế hoạch|chỉ tiêu|biên chế|giao) /;
const LONGEST_NAME = 8;
const CHANGED = / (tăng|giảm)(?: thêm| được)? $/;
/** "giảm từ 18,4 tỷ xuống 13,9 tỷ, tiết kiệm 4,5 tỷ, tương ứng 24,46%". */
const SPARED = / (?:tiết kiệm|rút ngắn)(?: được)? $/;
const FROM = / từ (?:\S+ ){0,2}$/;

/** "tăng 74 lượt (7,76%) so với năm 2020 (954 lượt)": the share that a change is of the earlier value is a growth. */
export function asChange(reading: Reading, draft: ClaimDraft, numerator: Figure, base: Figure): ClaimDraft {
  const direction = numerator.baseIndex === base.index ? undefined : directionOf(reading, numerator, base);
  if (direction === undefined || PLANNED.test(wordsBetween(reading, base.at - LONGEST_NAME, base.at))) return draft;
  const isUp = direction === 'tăng';
  const value = isUp ? add(base.value, numerator.value) : subtract(base.value, numerator.value);
  if (!isPositive(value)) return draft;
  const operands = operandsOf({ ...base, value }, base);
  return { ...draft, ...operands, kind: 'growth', change: isUp ? 'increase' : 'decrease' };
}

function directionOf(reading: Reading, change: Figure, base: Figure): string | undefined {
  const words = leadOf(reading, change);
  return CHANGED.exec(words)?.[1] ?? (SPARED.test(words) && FROM.test(leadOf(reading, base)) ? 'giảm' : undefined);
}
