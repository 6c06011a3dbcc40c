// SPDX-License-Identifier: Apache-2.0
import type { Day } from '#kernel/dates';

/** Signs that a piece of evidence should be looked at before it is taken for proof; none of them refuses it. */
export const flagKinds = ['many_units', 'many_items', 'expired', 'outside_year'] as const;
/** What a list of evidence with signs is ordered by: when it came, its unit, its item, its name, or how many signs it bears. */
export const flaggedSorts = ['at', 'unit', 'item', 'paper', 'signs'] as const;
export type FlaggedSort = (typeof flaggedSorts)[number];

export type FlagKind = (typeof flagKinds)[number];

/** Evidence of an item as the signs see it. `content` is the SHA-256 of a file, or names a document of the registers. */
export type Paper = {
  readonly id: string;
  readonly sheetId: string;
  readonly itemCode: string;
  readonly content: string;
  /** Where in the content the proof stands, such as a page; null for all of it. */
  readonly place: string | null;
  readonly datedOn: Day | null;
  readonly expiresOn: Day | null;
};

export type EvidenceFlag =
  | { readonly kind: 'many_units'; readonly otherSheets: readonly string[] }
  | { readonly kind: 'many_items'; readonly otherItems: readonly string[] }
  | { readonly kind: 'expired'; readonly on: Day; readonly year: number }
  | { readonly kind: 'outside_year'; readonly on: Day; readonly year: number };

/**
 * The signs of each piece of evidence of a round, by its id: the same content on the sheets of other units or at other items of the same
 * sheet, validity that ends before the judged year does, a day outside that year. Evidence without signs is not there; of `asked` only,
 * where the others are wanted for comparison alone.
 */
export function flagEvidence(
  papers: readonly Paper[],
  year: number,
  asked: readonly Paper[] = papers,
): ReadonlyMap<string, readonly EvidenceFlag[]> {
  const uses = new Map<string, Paper[]>();
  for (const paper of papers) {
    const own = uses.get(paper.content);
    if (own) own.push(paper);
    else uses.set(paper.content, [paper]);
  }
  const found = new Map<string, readonly EvidenceFlag[]>();
  for (const paper of asked) {
    const flags = [...sharing(paper, uses.get(paper.content) ?? []), ...dating(paper, year)];
    if (flags.length > 0) found.set(paper.id, flags);
  }
  return found;
}

/** A report of the year may prove many items of its own unit, each on a page of its own; the same page proves one. */
function sharing({ sheetId, itemCode, place }: Paper, uses: readonly Paper[]): EvidenceFlag[] {
  const otherSheets = [...new Set(uses.map((use) => use.sheetId))].filter((one) => one !== sheetId);
  const samePlace = uses.filter((use) => use.sheetId === sheetId && use.itemCode !== itemCode && use.place === place);
  const otherItems = [...new Set(samePlace.map((use) => use.itemCode))];
  return [
    ...(otherSheets.length > 0 ? [{ kind: 'many_units', otherSheets } as const] : []),
    ...(otherItems.length > 0 ? [{ kind: 'many_items', otherItems } as const] : []),
  ];
}

function dating({ datedOn, expiresOn }: Paper, year: number): EvidenceFlag[] {
  return [
    ...(expiresOn !== null && expiresOn < `${year}-12-31` ? [{ kind: 'expired', on: expiresOn, year } as const] : []),
    ...(datedOn !== null && datedOn.slice(0, 4) !== String(year) ? [{ kind: 'outside_year', on: datedOn, year } as const] : []),
  ];
}
