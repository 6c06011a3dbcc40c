// SPDX-License-Identifier: Apache-2.0
import { hasAny, phrases, wordsAfter } from '../reading/context.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { haveCommonBase } from './common-bases.ts';
import { agrees } from './judge.ts';
import type { Link } from './links.ts';
import { type Evidence, findProvenBase } from './proven-bases.ts';
import type { Share } from './share.ts';

/** A percent that its only possible base does not give. */
export type Alarm = { readonly numerator: Figure; readonly base: Figure; readonly verdict: 'inconsistent' | 'question' };

const PLANS = phrases('kế hoạch', 'chỉ tiêu', 'dự toán', 'so với', 'nghị quyết', 'mục tiêu', 'trở lên');

/** Looks for one structure that leaves a single base; `undefined` when the base may be unprinted. */
export function findAlarm(reading: Reading, share: Share, evidence: Evidence): Alarm | undefined {
  const firm = share.links[0];
  if (firm === undefined || firm.strength === 'weak') return undefined;
  const { percent } = share;
  if (firm.numerator.baseIndex >= 0) return alarmOfFraction(reading, firm, percent);
  if (firm.strength !== 'strong') return undefined;
  const { numerator } = firm;
  const proof = findProvenBase(reading, numerator, percent, evidence);
  if (proof === undefined || agrees(numerator.range, proof.figure.range, percent, 'any')) return undefined;
  const base = proof.figure;
  if (!proof.isNamed && haveCommonBase(reading, { numerator, base, percent }, evidence)) return undefined;
  return { numerator, base, verdict: percent.approx === 100 ? 'question' : 'inconsistent' };
}

/** "7/21 … (đạt 30%)" is wrong; "2/85 khu vực đạt 100%" may tell what two areas reach. */
function alarmOfFraction(reading: Reading, { numerator, strength }: Link, percent: Figure): Alarm | undefined {
  const base = reading.figures[numerator.baseIndex];
  if (base === undefined || base.value.units <= 0n) return undefined;
  const distance = Math.abs((100 * numerator.approx) / base.approx - percent.approx);
  if (strength === 'strong') return { numerator, base, verdict: 'inconsistent' };
  const isLevel = percent.approx === 100 || percent.hedge !== undefined || hasAny(wordsAfter(reading, percent.after), PLANS);
  if (isLevel) return undefined;
  return { numerator, base, verdict: distance <= 10 ? 'inconsistent' : 'question' };
}
