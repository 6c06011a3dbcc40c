// SPDX-License-Identifier: Apache-2.0
import { hasAny, phrases, wordsAfter, wordsBetween } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { tokenAt } from '../reading/tokens.ts';
import { haveCommonBase } from './common-bases.ts';
import { agrees } from './judge.ts';
import type { Link } from './links.ts';
import { findBaseAfter } from './named-bases.ts';
import { findProvenBase } from './proven-bases.ts';
import type { Evidence, Share } from './share.ts';

/** A percent with its only possible base, which no cheaper search found or which does not give it. */
export type Alarm = { readonly numerator: Figure; readonly base: Figure; readonly verdict: 'consistent' | 'inconsistent' | 'question' };

const PLANS = phrases('kế hoạch', 'chỉ tiêu', 'dự toán', 'so với', 'nghị quyết', 'mục tiêu', 'trở lên');

const EARLIER = /^ (?:so )?(?:với )?(?:cùng kỳ|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|năm \S+) /;

/** Looks for one structure that leaves a single base; `undefined` when the base may be unprinted. */
export function findAlarm(reading: Reading, share: Share, evidence: Evidence): Alarm | undefined {
  const firm = share.links[0];
  if (firm === undefined || firm.strength === 'weak') return undefined;
  const { percent } = share;
  if (isOfEarlier(reading, percent)) return undefined;
  if (firm.numerator.baseIndex >= 0) return alarmOfFraction(reading, firm, percent, evidence);
  if (firm.strength !== 'strong') return undefined;
  const { numerator } = firm;
  const proof = findProvenBase(reading, numerator, percent, evidence);
  if (proof === undefined) return undefined;
  const base = proof.figure;
  if (agrees(numerator.range, base.range, percent, 'any')) return { numerator, base, verdict: 'consistent' };
  if (!proof.isNamed && haveCommonBase(reading, { numerator, base, percent }, evidence)) return undefined;
  return { numerator, base, verdict: percent.approx === 100 ? 'question' : 'inconsistent' };
}

/** "bằng 94,5% cùng kỳ", "bằng 102% so với năm trước": a share of an earlier level, which is not printed. */
const isOfEarlier = (reading: Reading, percent: Figure): boolean =>
  tokenAt(reading.tokens, percent.after).type === 'word' &&
  EARLIER.test(wordsBetween(reading, percent.after, percent.after + 5)) &&
  findBaseAfter(reading, undefined, percent) === undefined;

/** "7/21 … (đạt 30%)" is wrong; "2/85 khu vực đạt 100%" may tell what two areas reach. */
function alarmOfFraction(reading: Reading, { numerator, strength }: Link, percent: Figure, { settled }: Evidence): Alarm | undefined {
  const base = reading.figures[numerator.baseIndex];
  if (base === undefined || base.value.units <= 0n) return undefined;
  const distance = Math.abs((100 * numerator.approx) / base.approx - percent.approx);
  const own = base.index + 1;
  // "412/650 cuộc, đạt 63,38% kế hoạch, bằng 94,5% …": another percent before is the share already.
  if (own < percent.index && settled[own]?.numerator === numerator) return undefined;
  if (strength === 'strong') return { numerator, base, verdict: 'inconsistent' };
  const isLevel = percent.approx === 100 || percent.hedge !== undefined || hasAny(wordsAfter(reading, percent.after), PLANS);
  if (isLevel) return undefined;
  return { numerator, base, verdict: distance <= 10 ? 'inconsistent' : 'question' };
}
