// SPDX-License-Identifier: Apache-2.0
import type { ClaimDraft } from '../claim.ts';
import type { Reading } from '../reading/figure.ts';
import { checkClasses } from './class-sums.ts';
import { checkLists } from './list-sums.ts';
import { checkRests } from './rest-sums.ts';

/**
 * Parts against their total: lists ("144 quy định (139 …, 3 …, 2 …)"), exclusive classes (early, late, …)
 * and rests ("9/40 vụ, 31 vụ còn lại"). One verdict per total and set of parts.
 */
export function checkSums(reading: Reading): ClaimDraft[] {
  const seen = new Set<string>();
  return [...checkClasses(reading), ...checkRests(reading), ...checkLists(reading)].filter((draft) => {
    const key = `${[...(draft.parts ?? [])].sort((a, b) => a - b).join('+')}=${draft.total}`;
    const isRepeated = seen.has(key);
    seen.add(key);
    return !isRepeated;
  });
}
