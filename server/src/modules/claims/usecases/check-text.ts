// SPDX-License-Identifier: Apache-2.0
import type { Claim, ClaimDraft } from '../domain/claim.ts';
import { checkGrowth } from '../domain/judging/growth.ts';
import { checkShares } from '../domain/judging/percents.ts';
import { checkSums } from '../domain/judging/sums.ts';
import { checkTables } from '../domain/judging/tables.ts';
import { wordFinding } from '../domain/messages.ts';
import { toNfc } from '../domain/reading/nfc.ts';
import { readText } from '../domain/reading/read-figures.ts';
import { cutStretches } from '../domain/reading/stretches.ts';

/** What a report states in numbers, each claim recomputed; in the order of the text. */
export type TextReport = { readonly claims: readonly Claim[] };

/**
 * Finds the numeric claims of a Vietnamese report and says which cannot be right.
 *
 * Works on NFC, answers in the UTF-16 offsets of the text that was given; time and memory grow
 * linearly with the text, because every stretch of it is read with a bounded neighbourhood.
 *
 * @example
 * checkText('kiểm tra 07/21 xã (đạt 30%)').claims[0]?.message // '07/21 là 33,33 %, văn bản ghi 30 %.'
 */
export function checkText(given: string): TextReport {
  const { text, originalOffset } = toNfc(given);
  const claims: Claim[] = [];
  for (const { from, to, contextFrom, contextTo } of cutStretches(text)) {
    const reading = readText(text, contextFrom, contextTo);
    const tables = checkTables(reading);
    const sums = checkSums(reading);
    const shares = checkShares(reading, tables, sums.totals);
    const drafts = [...withoutRepeats(tables.drafts, shares), ...shares, ...sums.drafts, ...checkGrowth(reading)];
    const own = drafts.filter((draft) => draft.start >= from && draft.start < to).sort((a, b) => a.start - b.start || a.end - b.end);
    for (const draft of own) {
      const start = originalOffset(draft.start);
      const end = originalOffset(draft.end);
      claims.push(asClaim(draft, start, end, given.slice(start, end)));
    }
  }
  return { claims };
}

/** Most claims are shares; copying them field by field is several times faster than spreading. */
function asClaim(draft: ClaimDraft, start: number, end: number, quote: string): Claim {
  const message = wordFinding(draft.finding);
  if (draft.parts !== undefined || draft.total !== undefined || draft.change !== undefined) return { ...draft, start, end, quote, message };
  const { kind, numerator, denominator, statedPercent, recomputedPercent, verdict, finding } = draft;
  return { kind, quote, start, end, numerator, denominator, statedPercent, recomputedPercent, verdict, finding, message };
}

/** A row of a table that the prose repeats is one claim, reported where the prose states it. */
function withoutRepeats(rows: readonly ClaimDraft[], shares: readonly ClaimDraft[]): readonly ClaimDraft[] {
  if (rows.length === 0) return rows;
  const keyOf = (draft: ClaimDraft): string => `${draft.numerator}/${draft.denominator}=${draft.statedPercent}`;
  const stated = new Set(shares.filter((share) => share.denominator !== null).map(keyOf));
  return rows.filter((row) => row.kind === 'sum' || !stated.has(keyOf(row)));
}
