// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import type { JudgedSum } from '../judging/drafts.ts';
import type { Figure, Reading } from '../reading/figure.ts';
import { checkClasses } from './class-sums.ts';
import { checkComplements } from './complement-sums.ts';
import { checkFractions } from './fraction-sums.ts';
import { checkItems } from './item-sums.ts';
import { checkLists } from './list-sums.ts';
import { checkNegations } from './negation-sums.ts';
import { checkProgress } from './progress-sums.ts';
import { checkRests } from './rest-sums.ts';
import { checkShareSums } from './share-sums.ts';
import { checkTrailing } from './trailing-sums.ts';

/** The sums of a reading; `totals` has the proven total of each part of an agreeing one. */
export type SumCheck = { readonly drafts: readonly ClaimDraft[]; readonly totals: ReadonlyMap<Figure, Figure> };

const CHECKS = [
  checkComplements,
  checkClasses,
  checkFractions,
  checkShareSums,
  checkRests,
  checkProgress,
  checkNegations,
  checkItems,
  checkLists,
  checkTrailing,
];

/**
 * Parts against their total: lists ("144 quy định (139 …, 3 …, 2 …)"), exclusive classes (early, late, …)
 * and rests ("9/40 vụ, 31 vụ còn lại"). One verdict per total and set of parts.
 */
export function checkSums(reading: Reading): SumCheck {
  const seen = new Set<string>();
  const drafts: ClaimDraft[] = [];
  const totals = new Map<Figure, Figure>();
  const found = CHECKS.flatMap((check) => check(reading));
  for (const { draft, parts, total } of found) {
    if (draft.verdict === 'consistent') for (const part of parts) if (!totals.has(part)) totals.set(part, total);
    const key = keyOf({ draft, parts, total });
    if (!seen.has(key)) drafts.push(draft);
    seen.add(key);
  }
  return { drafts, totals };
}

const keyOf = ({ draft }: JudgedSum): string => `${[...(draft.parts ?? [])].sort((a, b) => a - b).join('+')}=${draft.total}`;
