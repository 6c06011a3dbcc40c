// SPDX-License-Identifier: Apache-2.0
import type { Finding } from './finding.ts';

/** What kind of arithmetic a sentence states. */
export type ClaimKind = 'ratio' | 'percent_of_total' | 'sum' | 'growth' | 'other';

/** `question`: an unprinted class or another reading may explain it; `undecidable`: an operand is not printed. */
export type Verdict = 'consistent' | 'inconsistent' | 'question' | 'undecidable';

/** A numeric claim of a report, recomputed. `start` and `end` are UTF-16 offsets of the text that was given. */
export type Claim = {
  readonly kind: ClaimKind;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly statedPercent: number | null;
  readonly recomputedPercent: number | null;
  readonly parts?: readonly number[];
  readonly total?: number;
  readonly change?: 'increase' | 'decrease';
  readonly verdict: Verdict;
  readonly finding: Finding;
  readonly message: string;
};

/** A claim before it is worded and placed: offsets are of the text being read. */
export type ClaimDraft = Omit<Claim, 'quote' | 'message'>;
