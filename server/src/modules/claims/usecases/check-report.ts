// SPDX-License-Identifier: Apache-2.0
import type { Claim, Verdict } from '../domain/claim.ts';
import { checkText } from './check-text.ts';

export type CheckedReport = {
  readonly name: string | null;
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly counts: Readonly<Record<Verdict, number>>;
};

/** A report's text with its claims in reading order and how many there are of each verdict. */
export function checkReport(text: string, name?: string): CheckedReport {
  const claims = checkText(text).claims.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const counts = { consistent: 0, inconsistent: 0, question: 0, undecidable: 0 };
  for (const claim of claims) counts[claim.verdict] += 1;
  return { name: name ?? null, text, claims, counts };
}
