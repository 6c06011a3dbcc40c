// SPDX-License-Identifier: Apache-2.0
import type { Claim, ClaimDraft } from '../domain/claim.ts';
import { checkChanges } from '../domain/growth/changes.ts';
import { checkGrowth } from '../domain/growth/growth.ts';
import { checkShares } from '../domain/judging/percents.ts';
import { checkTables } from '../domain/judging/tables.ts';
import { createWording, type Worded } from '../domain/messages.ts';
import { toNfc } from '../domain/reading/nfc.ts';
import { readText } from '../domain/reading/read-figures.ts';
import { cutStretches, type Stretch } from '../domain/reading/stretches.ts';
import { checkSums } from '../domain/sums/sums.ts';

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
  const claims: Claim[] = [];
  for (const some of claimsInTurn(given)) for (const claim of some) claims.push(claim);
  return { claims };
}

/** The claims of a text, stretch by stretch: who writes them out at once need not hold those of a long text. */
export function* claimsInTurn(given: string): Generator<readonly Claim[]> {
  const { text, originalOffset } = toNfc(given);
  const word = createWording();
  for (const stretch of cutStretches(text))
    yield readDrafts(text, stretch).map((draft) => {
      const start = originalOffset(draft.start);
      const end = originalOffset(draft.end);
      return asClaim(draft, start, end, given.slice(start, end), word(draft.finding));
    });
}

/** What a stretch claims, in the order of the text. */
function readDrafts(text: string, { from, to, contextFrom, contextTo }: Stretch): ClaimDraft[] {
  const reading = readText(text, contextFrom, contextTo);
  const tables = checkTables(reading);
  const sums = checkSums(reading);
  const shares = checkShares(reading, tables, sums.totals);
  return withoutRepeats(tables.drafts, shares)
    .concat(shares, sums.drafts, checkGrowth(reading), checkChanges(reading))
    .filter((draft) => draft.start >= from && draft.start < to)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Most claims are shares; copying them field by field is several times faster than spreading. */
function asClaim(draft: ClaimDraft, start: number, end: number, quote: string, { finding, message }: Worded): Claim {
  const { kind, numerator, denominator, statedPercent, recomputedPercent, verdict, change } = draft;
  if (draft.parts !== undefined || draft.total !== undefined) return { ...draft, start, end, quote, finding, message };
  if (change !== undefined)
    return { kind, quote, start, end, numerator, denominator, statedPercent, recomputedPercent, change, verdict, finding, message };
  return { kind, quote, start, end, numerator, denominator, statedPercent, recomputedPercent, verdict, finding, message };
}

/** A row of a table that the prose repeats is one claim, reported where the prose states it. */
function withoutRepeats(rows: readonly ClaimDraft[], shares: readonly ClaimDraft[]): readonly ClaimDraft[] {
  if (rows.length === 0) return rows;
  const keyOf = (draft: ClaimDraft): string => `${draft.numerator}/${draft.denominator}=${draft.statedPercent}`;
  const stated = new Set(shares.filter((share) => share.denominator !== null).map(keyOf));
  return rows.filter((row) => row.kind === 'sum' || !stated.has(keyOf(row)));
}
