// SPDX-License-Identifier: Apache-2.0
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import type { Claim, Verdict } from '../domain/claim.ts';

/** Verdicts as the exports print them. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  inconsistent: 'Không khớp',
  question: 'Cần làm rõ',
  consistent: 'Khớp',
  undecidable: 'Không đủ dữ kiện',
};

/** What needs an answer first, then what is right, then what could not be judged. */
const order: readonly Verdict[] = ['inconsistent', 'question', 'consistent', 'undecidable'];

export function byUrgency(claims: readonly Claim[]): Claim[] {
  return claims.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.start - b.start);
}

export function stated(claim: Claim): string {
  return claim.statedPercent === null ? '' : `${vietnameseNumber(claim.statedPercent)} %`;
}

export function recomputed(claim: Claim): string {
  return claim.recomputedPercent === null ? '' : `${vietnameseNumber(claim.recomputedPercent.toFixed(4).replace(/\.?0+$/, ''))} %`;
}

/** A fragment shown in a cell: one line, at most so many characters. */
export function shortQuote(quote: string, most = 240): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
